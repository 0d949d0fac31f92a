import { memo } from '../memo';
import type { Problem } from '../problem';
import { quoted } from '../text/visible';
import type { Span } from '../text/span';

/** Something that is known by an id, and the place of the id in its file. */
interface Named {
  readonly id: string;
  readonly place: Span;
}

/**
 * Reports ids that look alike and are not: `é` is one character in the one, and `e` with an accent of its own in the other (Unicode forms
 * NFC and NFD). Annotations of the one do not count for the other.
 *
 * @param kind `tag` or `entity`
 */
export function unicodeTwins(kind: string, all: readonly Named[]): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { id, place } of all) {
    const key = id.normalize('NFC');
    const known = first.get(key);
    if (known === undefined) first.set(key, id);
    else if (known !== id) {
      const message =
        `The ${kind} ${quoted(id)} looks like another ${kind} of this file, but its accents are stored in another way (Unicode form). ` +
        `The two do not count as one. Type both alike, or merge them.`;
      problems.push({ code: 'unicode-twin', severity: 'warning', message, span: place });
    }
  }
  return problems;
}

/** Whether an id looks like one of those that are known, which are asked for the first time when there is such a question. */
export function looksKnown(all: readonly Named[], id: string): boolean {
  return composedIds(all).has(id.normalize('NFC'));
}

const composedIds = memo((all: readonly Named[]) => new Set(all.map(({ id }) => id.normalize('NFC'))));
