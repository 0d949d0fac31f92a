import { bytes } from './bytes';
import { testShare } from './share';

describe('edits of files, at random', () => testShare(bytes, 1500, { seconds: 120 }));
