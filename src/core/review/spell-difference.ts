import { visible } from '../text/visible';
import type { Span } from '../text/span';
import type { WordChange } from '../text/word-difference';

/** A difference on one line, fit for a list or message. */
export interface SpelledDifference {
  readonly line: string;
  /** The spans of removed and added text in `line`, with their brackets. */
  readonly changed: readonly Span[];
}

/** The most code units of unchanged text that are shown beside a change. */
const BESIDE = 20;
/** The most code units that are shown of a change. */
const LONGEST = 80;

/**
 * Writes a difference as wdiff does: `a mistake that the [-town-] {+city+} will pay for`, so that nothing depends on colour. Of unchanged
 * text only the words beside a change are shown.
 */
export function spellDifference(differences: readonly WordChange[]): SpelledDifference {
  const parts = gathered(differences);
  const changed: Span[] = [];
  let line = '';
  for (const [i, { kind, text }] of parts.entries()) {
    const words = visible(text.replace(/\s+/gu, ' '));
    if (kind === 'same') {
      line += beside(words, i > 0, i < parts.length - 1);
      continue;
    }
    const bare = words.trim();
    // Spaces stand outside of the brackets, which is easier to read.
    const lead = words.startsWith(' ') || endsWithBracket(line) ? ' ' : '';
    if (!line.endsWith(' ')) line += lead;
    const start = line.length;
    const short = bare.length > LONGEST ? `${halved(bare.slice(0, LONGEST))}…` : bare || '␣';
    line += kind === 'removed' ? `[-${short}-]` : `{+${short}+}`;
    changed.push({ start, end: line.length });
    if (words.endsWith(' ') && bare !== '') line += ' ';
  }
  return { line, changed };
}

/** Joins changes with only a space between them: `[-that-] {+for which+}` in place of brackets for each word. */
function gathered(parts: readonly WordChange[]): WordChange[] {
  const result: WordChange[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed.trim() !== '' || added.trim() === '') put('removed', removed);
    if (added !== '') put('added', added);
    [removed, added] = ['', ''];
  };
  const put = (kind: WordChange['kind'], text: string) => {
    if (text !== '') result.push({ kind, text });
  };
  for (const [i, { kind, text }] of parts.entries()) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (/^\s+$/u.test(text) && removed + added !== '' && i < parts.length - 1) {
      if (removed !== '') removed += text;
      if (added !== '') added += text;
    } else {
      flush();
      put('same', text);
    }
  }
  flush();
  return result;
}

/** Unchanged text, cut down to the words next to the changes before and behind it. */
function beside(words: string, changeBefore: boolean, changeBehind: boolean): string {
  if (words.length <= (changeBefore && changeBehind ? 2 * BESIDE + 8 : BESIDE + 8)) return words;
  const head = changeBefore ? halved(words.slice(0, BESIDE).replace(/(?<=\s)\S*$/u, '')) : '';
  const tail = changeBehind
    ? words
        .slice(-BESIDE)
        .replace(/^\S*(?=\s)/u, '')
        .replace(/^[\udc00-\udfff]/, '')
    : '';
  return `${head.trimEnd()}${head === '' ? '' : ' '}…${tail.startsWith(' ') || tail === '' ? tail : ` ${tail}`}`;
}

function endsWithBracket(line: string): boolean {
  return line.endsWith('-]') || line.endsWith('+}');
}

/** The text without half a surrogate pair at its end. */
function halved(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}
