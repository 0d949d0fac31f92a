import { toRevealTarget, type RevealTarget } from '../../ui/reveal-target';

/**
 * A message from a page, mostly because the person has pressed a button. It comes from a web page, so it is checked on arrival; it can
 * name only things of the page's own archive.
 */
export type PageMessage =
  | { readonly kind: 'place'; readonly path: string; readonly start: number; readonly end: number }
  | { readonly kind: 'post'; readonly path: string; readonly post: string }
  | { readonly kind: 'record'; readonly path: string; readonly annotation: string | number }
  | { readonly kind: 'entity'; readonly entity: string }
  | { readonly kind: 'mentions' }
  | { readonly kind: 'edit' }
  /** The page has been loaded, and receives messages from here on. */
  | { readonly kind: 'ready' };

/** Reads a value as a message; null where it is not one. */
export function toPageMessage(value: unknown): PageMessage | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, path, start, end, post, annotation, entity } = value as Record<string, unknown>;
  switch (kind) {
    case 'mentions':
    case 'edit':
    case 'ready':
      return { kind };
    case 'entity':
      return typeof entity === 'string' ? { kind, entity } : null;
    case 'place':
      return typeof path === 'string' && typeof start === 'number' && typeof end === 'number'
        ? { kind, path, start, end }
        : null;
    case 'post':
      return typeof path === 'string' && typeof post === 'string' ? { kind, path, post } : null;
    case 'record':
      return typeof path === 'string' && (typeof annotation === 'string' || typeof annotation === 'number')
        ? { kind, path, annotation }
        : null;
    default:
      return null;
  }
}

/**
 * The command that a message asks for, with its argument; null where it asks for none.
 *
 * @param archive the address of the page's archive
 * @param entity the id of the page's entity
 */
export function commandOf(
  message: PageMessage,
  archive: string,
  entity: string,
): { readonly command: string; readonly argument: unknown } | null {
  switch (message.kind) {
    case 'ready':
      return null;
    case 'mentions':
      return { command: 'postgloss.showMentions', argument: { archive, path: '', entity } };
    case 'edit':
      return { command: 'postgloss.editEntity', argument: { archive, path: '', entity } };
    case 'place':
    case 'post': {
      const target: RevealTarget | null = toRevealTarget({ ...message, archive });
      return target && { command: 'postgloss.reveal', argument: target };
    }
    case 'record':
      return {
        command: 'postgloss.openAnnotationRecord',
        argument: { archive, path: message.path, annotation: message.annotation },
      };
    case 'entity':
      return { command: 'postgloss.openEntityPage', argument: { archive, path: '', entity: message.entity } };
  }
}
