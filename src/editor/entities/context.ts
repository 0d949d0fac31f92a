import type { GitContext } from '../git/context';
import type { EntitiesView } from './entities';
import type { EntityPages } from './page/entity-pages';

/** For commands about entities: the view with its chosen rows, and the pages. */
export interface EntitiesContext extends GitContext {
  readonly entities: EntitiesView;
  readonly pages: EntityPages;
}
