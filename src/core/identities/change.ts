import type { Signature } from '../decide/annotate';
import type { StoredAnnotation } from '../sidecar/annotation';
import type { Span } from '../text/span';

/** A change of the registry that the annotations follow. Entities are given by their ids. */
export type IdentityChange = Renaming | Merging | Splitting | Retyping | MovingAlias | RemovingAlias | Deleting;

/** Gives an entity another name, another id, or both. */
export interface Renaming {
  readonly kind: 'rename';
  readonly entity: string;
  readonly name?: string;
  readonly id?: string;
  /** Whether the old name becomes an alias, so that texts with it still mention the entity. */
  readonly keepName: boolean;
}

/** Merges entities into another one, which gets all their spellings. */
export interface Merging {
  readonly kind: 'merge';
  readonly entities: readonly string[];
  readonly into: string;
}

/** Splits an entity in two. */
export interface Splitting {
  readonly kind: 'split';
  readonly entity: string;
  readonly made: { readonly id: string; readonly name: string; readonly type: string };
  /** The spellings of the old entity that the new one gets. */
  readonly spellings: readonly string[];
  /** The ones of them that the old entity keeps as well. It always keeps its name. */
  readonly shared: readonly string[];
  /** The annotations of the old entity that are linked to the new one. */
  readonly annotations: readonly CitedIn[];
  /** The posts in which a spelling that both have means the new entity. */
  readonly posts: readonly NameInPost[];
  /** Signs the records that are made for these posts. */
  readonly signature: Signature;
}

/** Gives entities another type. */
export interface Retyping {
  readonly kind: 'retype';
  readonly entities: readonly string[];
  readonly type: string;
}

/** Takes a spelling from one entity and gives it to another. */
export interface MovingAlias {
  readonly kind: 'move-alias';
  readonly entity: string;
  readonly alias: string;
  readonly to: string;
}

/** Takes a spelling from an entity, and records that it does not mean the entity: it would be suggested again otherwise. */
export interface RemovingAlias {
  readonly kind: 'remove-alias';
  readonly entity: string;
  readonly alias: string;
}

/** Deletes entities. Annotations lose their links to them, and are removed where they say nothing else. */
export interface Deleting {
  readonly kind: 'delete';
  readonly entities: readonly string[];
}

/** An annotation of a text. */
export interface CitedIn {
  readonly path: string;
  readonly annotation: StoredAnnotation;
}

/** A spelling as it stands in one post. */
export interface NameInPost {
  readonly path: string;
  /** The id of the post. */
  readonly post: string;
  readonly spelling: string;
  /** Its first place in the post. */
  readonly span: Span;
  readonly mentions: number;
}

/** The ids whose links a change affects; none where it changes the registry alone. */
export function idsFollowed(change: IdentityChange): readonly string[] {
  switch (change.kind) {
    case 'rename':
      return change.id === undefined || change.id === change.entity ? [] : [change.entity];
    case 'merge':
      // Decisions about the entity that stays may contradict the ones that come to it.
      return [...change.entities, change.into];
    case 'delete':
      return change.entities;
    case 'split':
      return [change.entity];
    case 'retype':
    case 'move-alias':
    case 'remove-alias':
      return [];
  }
}

/** The ids of the entities that a change needs in the registry. */
export function idsNeeded(change: IdentityChange): readonly string[] {
  switch (change.kind) {
    case 'rename':
    case 'split':
    case 'remove-alias':
      return [change.entity];
    case 'merge':
      return [...change.entities, change.into];
    case 'move-alias':
      return [change.entity, change.to];
    case 'retype':
    case 'delete':
      return change.entities;
  }
}
