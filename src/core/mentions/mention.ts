import type { Entity } from '../entities/registry';
import type { Span } from '../text/span';

/** A place of the text that names an entity: computed from the registry, or decided by a person. */
export interface Mention {
  readonly path: string;
  readonly span: Span;
  readonly entity: Entity;
  /** The other entities that the same spelling may mean; empty once the name is resolved. */
  readonly others: readonly Entity[];
  /** The spelling of the registry that matched; null for a passage that a person linked. */
  readonly alias: string | null;
  /** Whether a person decided it. */
  readonly decided: boolean;
  /** Whether the person decided it for the whole post. */
  readonly inPost: boolean;
  /** The spelling in the same post by which this ambiguous one was resolved; null where it was not. */
  readonly clear: string | null;
}
