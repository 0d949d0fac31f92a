import type { Signature } from '../decide/annotate';
import type { StoredAnnotation } from '../sidecar/annotation';
import type { Span } from '../text/span';

/** What can become of who is who in an archive: changes of the registry that the annotations follow. Entities are named by their ids. */
export type IdentityChange = Renaming | Merging | Splitting | Retyping | MovingAlias | RemovingAlias | Deleting;

/** Gives an entity another name, another id, or both. */
export interface Renaming {
  readonly kind: 'rename';
  readonly entity: string;
  readonly name?: string;
  readonly id?: string;
  /** Whether the old name stays as an alias, for the texts that have it. */
  readonly keepName: boolean;
}

/** Puts entities into another one, which has all their spellings then. */
export interface Merging {
  readonly kind: 'merge';
  readonly entities: readonly string[];
  readonly into: string;
}

/** Makes a second entity out of a part of what was taken for one. */
export interface Splitting {
  readonly kind: 'split';
  readonly entity: string;
  readonly made: { readonly id: string; readonly name: string; readonly type: string };
  /** The spellings that the new entity gets, out of those of the old one. */
  readonly spellings: readonly string[];
  /** Which of these the old one keeps as well; its name it keeps in any case. */
  readonly shared: readonly string[];
  /** The annotations that speak of the new one. */
  readonly annotations: readonly CitedIn[];
  /** Where spellings that the old one keeps mean the new one in a whole post. */
  readonly posts: readonly NameInPost[];
  /** For the records that are made for these posts. */
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

/** Takes a spelling from an entity, and remembers that it does not mean it, as it would be suggested again otherwise. */
export interface RemovingAlias {
  readonly kind: 'remove-alias';
  readonly entity: string;
  readonly alias: string;
}

/** Takes entities out; annotations lose what they say of them, and go where that was all they said. */
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
  /** Where it stands there first. */
  readonly span: Span;
  readonly mentions: number;
}

/** The ids that annotations may have to follow; none where a change concerns the registry alone. */
export function idsFollowed(change: IdentityChange): readonly string[] {
  switch (change.kind) {
    case 'rename':
      return change.id === undefined || change.id === change.entity ? [] : [change.entity];
    case 'merge':
      // What was said of the one that stays may contradict what comes to it.
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

/** The ids of the entities that a change is made to, and that must be there. */
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
