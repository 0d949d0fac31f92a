import type { EntityNode } from '../rows/nodes';

/** Whether a dragged value is the row of an entity. */
export function isEntity(value: unknown): value is EntityNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'entity';
}
