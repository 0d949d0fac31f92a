import { git } from '../trials/git';
import { testShare } from '../trials/share';

// GIT_TRIALS says how many in all.
describe('D1, D8: git with the merge driver loses nothing', () => {
  const count = Math.max(8, Number(process.env.GIT_TRIALS ?? 42));
  testShare(git, count, 120 + 4 * count);
});
