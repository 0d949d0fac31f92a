import type { ConflictsContext } from '../conflicts/context';
import type { GitContext } from '../git/context';
import type { ReviewView } from './review';

/** For commands of the Review view, which also lists conflicts and compares places. */
export interface ReviewContext extends ConflictsContext, GitContext {
  readonly review: ReviewView;
}
