import type { Span } from '../../core/index';
import type { Archive } from '../archive';

// What the rows of the views stand for. A menu passes the row's node on to its command, as the first argument.

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
  /** Null where the record was written by hand and has no id yet; the index then tells which is meant. */
  readonly id: string | null;
  /** The index among the sidecar's records that could be read, when the row was drawn. */
  readonly index: number;
}

/** A row that only gathers others, or says something about them: no command works on it. */
export interface BranchNode {
  readonly kind: 'branch';
}

/** What any row stands for. */
export type ViewNode = PostNode | EntityNode | MentionNode | AnnotationNode | BranchNode;
