import { diffArrays } from 'diff';
import { splitWords } from './words';

/** A stretch of words of both texts (`same`), of the first only (`removed`), or of the second only (`added`). */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * The difference of two texts, word by word, for people to read. All parts but the `added` ones give the first text, all but the
 * `removed` ones the second. At one place, the removed part comes before the added one.
 *
 * The work is bounded by the size of the texts, not by a clock. If they differ in more than some hundred words, all between their common
 * start and their common end is given as removed and added.
 */
export function wordDifference(a: string, b: string): WordChange[] {
  const before = splitWords(a);
  const after = splitWords(b);
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start++;
  let end = 0;
  while (end < least - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const removed = before.slice(start, before.length - end);
  const added = after.slice(start, after.length - end);
  const changes: WordChange[] = [{ kind: 'same', text: before.slice(0, start).join('') }];
  const differences = diffArrays(removed, added, { maxEditLength: MOST_EDITS });
  for (const { value, added: isAdded, removed: isRemoved } of differences ?? []) {
    changes.push({ kind: isAdded ? 'added' : isRemoved ? 'removed' : 'same', text: value.join('') });
  }
  if (!differences) changes.push({ kind: 'removed', text: removed.join('') }, { kind: 'added', text: added.join('') });
  changes.push({ kind: 'same', text: before.slice(before.length - end).join('') });
  return joined(changes);
}

/** The most words that may be removed or added. The work grows with the square, and nobody reads more. */
const MOST_EDITS = 500;

/** Drops empty parts, joins neighbours of one kind, and puts the removed part before the added one. */
function joined(changes: readonly WordChange[]): WordChange[] {
  const result: WordChange[] = [];
  let removed = '';
  let added = '';
  let same = '';
  const flush = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = added = '';
  };
  for (const { kind, text } of changes) {
    if (text === '') continue;
    if (kind === 'same') {
      flush();
      same += text;
      continue;
    }
    if (same !== '') result.push({ kind: 'same', text: same });
    same = '';
    if (kind === 'removed') removed += text;
    else added += text;
  }
  flush();
  if (same !== '') result.push({ kind: 'same', text: same });
  return result;
}
