import type { ArchiveText } from '../archive/archive-text';
import { saysSomething, type StoredAnnotation } from '../sidecar/annotation';
import { idsFollowed, type IdentityChange } from './change';
import { mergeLinks } from './merge-links';
import { splitLinks } from './split-links';
import type { Links, NewLink, WantedLinks } from './links';

/** The effects of a change on one sidecar. */
export interface Relinking {
  readonly changed: readonly (readonly [StoredAnnotation, Links])[];
  /** The annotations that would be empty afterwards. */
  readonly removed: readonly StoredAnnotation[];
  readonly added: readonly NewLink[];
  /** How many decisions against an entity contradict the change, and are dropped with it. */
  readonly dropped: number;
}

/** The effects of a change on the annotations of a text. */
export function relink(text: ArchiveText, change: IdentityChange): Relinking {
  const ids = new Set(idsFollowed(change));
  const concerns = ({ entity, not }: StoredAnnotation) =>
    (entity !== null && ids.has(entity)) || (not !== null && ids.has(not));
  // Places are searched only in texts that the change concerns.
  const concerned = text.sidecar.annotations.some(concerns);
  const wanted = concerned || makesRecords(text, change) ? wantedLinks(text, change) : null;
  const changed: [StoredAnnotation, Links][] = [];
  const removed: StoredAnnotation[] = [];
  for (const placed of wanted && concerned ? text.annotations : []) {
    const { annotation } = placed;
    const links = concerns(annotation) ? wanted?.of(placed) : undefined;
    if (!links) continue;
    // A scope without a link means nothing.
    const after = { ...links, scope: links.entity === null && links.not === null ? null : links.scope };
    if (!saysSomething({ ...annotation, ...after })) removed.push(annotation);
    else if (!sameLinks(annotation, after)) changed.push([annotation, after]);
  }
  return { changed, removed, added: wanted?.added ?? [], dropped: wanted?.dropped?.() ?? 0 };
}

/** Whether a change adds annotations to a text. */
function makesRecords({ path }: ArchiveText, change: IdentityChange): boolean {
  return change.kind === 'split' && change.posts.some((place) => place.path === path);
}

function wantedLinks(text: ArchiveText, change: IdentityChange): WantedLinks | null {
  switch (change.kind) {
    case 'rename': {
      const { entity, id = entity } = change;
      return id === entity ? null : { of: mapped((other) => (other === entity ? id : other)) };
    }
    case 'delete': {
      const gone = new Set(change.entities);
      return { of: mapped((id) => (id !== null && gone.has(id) ? null : id)) };
    }
    case 'merge':
      return mergeLinks(text, change);
    case 'split':
      return splitLinks(text, change);
    case 'retype':
    case 'move-alias':
    case 'remove-alias':
      return null;
  }
}

/** Maps the ids in links; undefined where none changes. */
function mapped(follow: (id: string | null) => string | null): WantedLinks['of'] {
  return ({ annotation }) => {
    const links = { entity: follow(annotation.entity), not: follow(annotation.not), scope: annotation.scope };
    return sameLinks(annotation, links) ? undefined : links;
  };
}

function sameLinks(a: Links, b: Links): boolean {
  return a.entity === b.entity && a.not === b.not && a.scope === b.scope;
}
