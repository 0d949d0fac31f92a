import { diffArrays } from 'diff';
import { splitWords } from './words';

/** A stretch of words that both texts have, or that only the first (`removed`) or only the second (`added`) has. */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * What became of a text, word by word, as a person wants to see it: the parts that are not `added` give the first text, those that are
 * not `removed` the second. Where both changed at one place, what was removed comes first.
 *
 * The work is bounded by the size of the texts, and not by a clock: texts that differ in more than some hundred words are shown as one
 * replaced by the other, between what they have in common at their ends.
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

/** How many words may come or go: the work grows with its square, and nobody reads more. */
const MOST_EDITS = 500;

/** Without what is empty, neighbours of one kind as one, and what was removed before what came for it. */
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
