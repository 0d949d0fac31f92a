import { hostile } from './hostile';
import { testShare } from './share';

describe('hostile files, at random', () => testShare(hostile, 600, { seconds: 120, isSlow: true }));
