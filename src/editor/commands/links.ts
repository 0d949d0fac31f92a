import type { Mention } from '../../core/mentions';
import { SIDECAR_SUFFIX, type StoredAnnotation } from '../../core/sidecar';
import type { Archive } from '../archive/archive';
import type { TextInArchive } from '../archive/archives';

// Addresses that run commands, for cards. They carry ids and numbers only, which the command looks up again: a card may be older than
// the text.

/** The argument that a link in a card carries. */
export interface Link {
  readonly archive: string;
  readonly path: string;
  readonly start?: number;
  readonly entity?: string;
  readonly annotation?: string | number;
  /** The id of the entity that a name should mean. */
  readonly means?: string;
  /** The key of a conflict; the path is then that of the sidecar. */
  readonly conflict?: string;
  readonly tag?: string;
}

/**
 * An address that runs a command on a mention.
 *
 * @param means the id of the entity that the mention should mean
 */
export function mentionLink(command: string, found: TextInArchive, mention: Mention, means?: string): string {
  return commandLink(command, mentionReference(found, mention, means));
}

/** The argument that names a mention in a link or a list; see `mentionLink`. */
export function mentionReference({ archive, path }: TextInArchive, mention: Mention, means?: string): Link {
  return {
    archive: archive.root.toString(),
    path,
    start: mention.span.start,
    entity: mention.entity.id,
    ...(means === undefined ? {} : { means }),
  };
}

/** An address that runs a command on an annotation: by its id, or by its index where it has none. */
export function annotationLink(
  command: string,
  { archive, path }: TextInArchive,
  annotation: StoredAnnotation,
): string {
  return commandLink(command, annotationReference({ archive, path }, annotation));
}

/** The argument that names an annotation in a link or a quick fix. */
export function annotationReference(
  { archive, path }: Pick<TextInArchive, 'archive' | 'path'>,
  { id, index }: StoredAnnotation,
): Link {
  return { archive: archive.root.toString(), path, annotation: id ?? index };
}

/** An address that runs a command on the conflict that an annotation is in. */
export function conflictLink(command: string, { archive, path }: TextInArchive, conflict: string): string {
  return commandLink(command, { archive: archive.root.toString(), path: path + SIDECAR_SUFFIX, conflict });
}

/** An address that shows the history of a record, which is named by its id: an annotation, an entity, or a tag. */
export function historyLink(
  archive: Archive,
  named: Pick<Link, 'path'> & Pick<Link, 'annotation' | 'entity' | 'tag'>,
): string {
  const command = named.tag !== undefined ? 'Tag' : named.entity !== undefined ? 'Entity' : 'Annotation';
  return commandLink(`show${command}History`, { archive: archive.root.toString(), ...named });
}

function commandLink(command: string, link: Link): string {
  // Parentheses would end the link early, and are left alone by `encodeURIComponent`.
  const encoded = encodeURIComponent(JSON.stringify([link])).replace(/[()]/g, (unit) => (unit === '(' ? '%28' : '%29'));
  return `command:postgloss.${command}?${encoded}`;
}
