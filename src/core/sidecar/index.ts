export type { Annotation, StoredAnnotation } from './annotation';
export { SIDECAR_SUFFIX } from './read-sidecar';
