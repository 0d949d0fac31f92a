import type { CommandContext } from '../commands/command';
import type { AnnotationsView } from './annotations';

/** For commands about annotations: the view with its chosen rows. */
export interface AnnotationsContext extends CommandContext {
  readonly annotations: AnnotationsView;
}
