import type { Entity } from '../entities/registry';
import type { Span } from '../text/span';

/** A place of the text that names an entity: computed from the registry, or decided by a person. */
export interface Mention {
  readonly path: string;
  readonly span: Span;
  readonly entity: Entity;
  /** The others that the same spelling may mean; empty once a person has decided. */
  readonly others: readonly Entity[];
  /** The spelling of the registry that was found; null for a passage that a person linked. */
  readonly alias: string | null;
  /** Whether a person said so. */
  readonly decided: boolean;
  /** Whether the person said it of the whole post. */
  readonly inPost: boolean;
  /** The spelling in the same post that makes this ambiguous one clear; null where none was needed, or none does. */
  readonly clear: string | null;
}
