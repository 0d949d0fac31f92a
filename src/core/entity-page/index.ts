export type { CitingAnnotation } from './citing-annotations';
export { entityPage } from './entity-page';
export type { EntityPage } from './entity-page';
export { linkAddress } from './link-address';
export type { Timeline, TimelineBar } from './timeline';
