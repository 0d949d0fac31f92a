import { wordDifference } from '../text/word-difference';

/**
 * The difference of two texts on one line: removed words as `[-old-]`, added ones as `{+new+}`, and a few equal words around them. Null
 * where the texts differ by white space only.
 */
export function markedDifference(before: string, after: string): string | null {
  const changes = wordDifference(oneLine(before), oneLine(after));
  if (changes.every(({ kind }) => kind === 'same')) return null;
  return changes
    .map(({ kind, text }, i) => {
      if (kind === 'removed') return `[-${text}-]`;
      if (kind === 'added') return `{+${text}+}`;
      return around(text, i > 0, i < changes.length - 1);
    })
    .join('');
}

/** How many equal words are shown on each side of a change. */
const CONTEXT = 4;

/** Shortens equal words to those beside a change. */
function around(text: string, behind: boolean, ahead: boolean): string {
  // The parts alternate between words and white space, so that joining them gives the text again.
  const parts = text.split(/(\s+)/u);
  const kept = 2 * CONTEXT;
  const from = behind ? parts.slice(0, kept) : [];
  const until = ahead ? parts.slice(-kept) : [];
  return from.length + until.length + 2 >= parts.length ? text : `${from.join('')}…${until.join('')}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
