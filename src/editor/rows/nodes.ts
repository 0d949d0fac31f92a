import type { Span } from '../../core/text';
import type { Archive } from '../archive/archive';

// The things that the rows of the views stand for. A menu passes the row's node to its command, as the first argument.

/** A post of a text. */
export interface PostNode {
  readonly kind: 'post';
  readonly archive: Archive;
  /** The text's path in the archive. */
  readonly path: string;
  readonly postId: string;
}

/** An entity of the registry. */
export interface EntityNode {
  readonly kind: 'entity';
  readonly archive: Archive;
  readonly entityId: string;
}

/** A place of a text that names an entity. */
export interface MentionNode {
  readonly kind: 'mention';
  readonly archive: Archive;
  readonly path: string;
  /** Where it was when the row was drawn. */
  readonly span: Span;
  readonly entityId: string;
}

/** A record of a sidecar. */
export interface AnnotationNode {
  readonly kind: 'annotation';
  readonly archive: Archive;
  /** The path of the text, not of the sidecar. */
  readonly path: string;
  /** Null where the record was written by hand and has no id yet; it is then found by its index. */
  readonly id: string | null;
  /** The index among the sidecar's records that could be read, when the row was drawn. */
  readonly index: number;
}

/** A tag: of the codebook, of annotations, or one above the tags that are its kinds. */
export interface TagNode {
  readonly kind: 'tag';
  readonly archive: Archive;
  readonly tag: string;
}

/** A place where an annotation may belong. Its fields but the last are those of the annotation’s node. */
export interface CandidateNode {
  readonly kind: 'candidate';
  readonly archive: Archive;
  readonly path: string;
  readonly id: string | null;
  readonly index: number;
  readonly span: Span;
}

/** A record, or a sidecar, that cannot be read. */
export interface BrokenNode {
  readonly kind: 'broken';
  readonly archive: Archive;
  /** The path of the sidecar. */
  readonly path: string;
  readonly span: Span;
}

/** A text in which something needs a person. */
export interface ReviewFileNode {
  readonly kind: 'review-file';
  readonly archive: Archive;
  readonly path: string;
}

/** A record of a file that git could not merge, or one side of it. */
export interface ConflictNode {
  readonly kind: 'conflict';
  readonly archive: Archive;
  /** The path of the gloss file. */
  readonly path: string;
  /** Names the conflict in its file; see `Conflict.key`. */
  readonly key: string;
  /** Null for the conflict as a whole. */
  readonly side: 'ours' | 'theirs' | null;
}

/** A gloss file that git could not merge. */
export interface ConflictFileNode {
  readonly kind: 'conflict-file';
  readonly archive: Archive;
  /** The path of the gloss file. */
  readonly path: string;
}

/** A spelling that probably means an entity. */
export interface SpellingNode {
  readonly kind: 'spelling';
  readonly archive: Archive;
  readonly entityId: string;
  readonly text: string;
}

/** The spellings that probably mean one entity. */
export interface SuggestedEntityNode {
  readonly kind: 'suggested-entity';
  readonly archive: Archive;
  readonly entityId: string;
}

/** A name that no entity has. */
export interface NameNode {
  readonly kind: 'name';
  readonly archive: Archive;
  readonly text: string;
}

/** A place where a suggested spelling or name stands. */
export interface ExampleNode {
  readonly kind: 'example';
  readonly archive: Archive;
  readonly path: string;
  /** Where it was when it was suggested. */
  readonly span: Span;
  readonly of: SpellingNode | NameNode;
}

/** A row that only gathers others, or says something about them: no command works on it. */
export interface BranchNode {
  readonly kind: 'branch';
}

/** The node of any row. */
export type ViewNode =
  | PostNode
  | EntityNode
  | MentionNode
  | AnnotationNode
  | TagNode
  | CandidateNode
  | BrokenNode
  | ReviewFileNode
  | ConflictNode
  | ConflictFileNode
  | SpellingNode
  | SuggestedEntityNode
  | NameNode
  | ExampleNode
  | BranchNode;
