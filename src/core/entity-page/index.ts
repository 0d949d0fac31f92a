export type { CitingAnnotation } from './citing-annotations';
export { entityPage } from './entity-page';
export type { EntityPage } from './entity-page';
export { linkTarget } from './link-target';
export type { Timeline, TimelineBar } from './timeline';
