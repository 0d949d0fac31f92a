import { wordDifference } from '../text/word-difference';

/**
 * The difference of two texts on one line: what went as `[-old-]`, what came as `{+new+}`, and a few words of what stayed around it. Null
 * where they have the same words, and differ by white space only.
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

/** How many words are shown beside a change. */
const CONTEXT = 4;

/** What stayed, as far as it stands beside a change. */
function around(text: string, behind: boolean, ahead: boolean): string {
  // White space is kept as parts of its own, so that the words can be put together again as they stood.
  const parts = text.split(/(\s+)/u);
  const kept = 2 * CONTEXT;
  const from = behind ? parts.slice(0, kept) : [];
  const until = ahead ? parts.slice(-kept) : [];
  return from.length + until.length + 2 >= parts.length ? text : `${from.join('')}…${until.join('')}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
