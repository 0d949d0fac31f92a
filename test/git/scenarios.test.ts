import { share } from '../support/trials';
import { git } from '../trials/git';
import { testShare } from '../trials/share';

describe('D1, D8: git with the merge driver loses nothing', () => {
  testShare(git, 24, { seconds: 120 + 4 * share(24), isSlow: true });
});
