import { mergePeers } from './merge-peers';
import { merges } from './merges';
import { testShare } from './share';

describe('random merges', () => {
  testShare(merges, 5000);
  testShare(mergePeers, 60, { isSlow: true });
});
