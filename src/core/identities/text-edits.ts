import type { TextEdit } from '../text/edit';

/** How many lines ahead two states of a file are searched for common lines: more than any record has. */
const FAR = 400;

/** How many lines in a row must be equal to count as common: a single equal line, such as an empty one, is no evidence. */
const ENOUGH = 2;

/**
 * The differences between two states of a file as short edits. Where one line has replaced another, the edit leaves out their common
 * beginning and end.
 *
 * It searches the next common lines from place to place, and not the shortest script of all: a change of records differs in a few lines
 * here and there, also in a file of a hundred thousand.
 */
export function textEdits(before: string, after: string): TextEdit[] {
  const old = linesOf(before);
  const now = linesOf(after);
  const edits: TextEdit[] = [];
  let offset = 0;
  for (let i = 0, j = 0; i < old.length || j < now.length;) {
    if (i < old.length && old[i] === now[j]) {
      offset += old[i]?.length ?? 0;
      i++;
      j++;
      continue;
    }
    const [gone, come] = nextInCommon(old, i, now, j);
    edits.push(...editsOf(offset, old.slice(i, i + gone), now.slice(j, j + come)));
    for (const line of old.slice(i, i + gone)) offset += line.length;
    i += gone;
    j += come;
  }
  return edits;
}

/** How many lines of each state differ before the next common lines; the whole rest where there are none. */
function nextInCommon(old: readonly string[], i: number, now: readonly string[], j: number): readonly [number, number] {
  for (let sum = 1; sum <= FAR; sum++) {
    // Equal numbers on both sides come first: most changes are made within a line.
    for (let apart = sum % 2; apart <= sum; apart += 2) {
      for (const gone of new Set([(sum - apart) / 2, (sum + apart) / 2])) {
        if (inCommon(old, i + gone, now, j + sum - gone)) return [gone, sum - gone];
      }
    }
  }
  let same = 0;
  while (same < old.length - i && same < now.length - j && old.at(-1 - same) === now.at(-1 - same)) same++;
  return [old.length - i - same, now.length - j - same];
}

function inCommon(old: readonly string[], i: number, now: readonly string[], j: number): boolean {
  if (i > old.length || j > now.length) return false;
  for (let n = 0; n < ENOUGH; n++) {
    const ends = (i + n === old.length ? 1 : 0) + (j + n === now.length ? 1 : 0);
    // The ends of both states are common too. If only one ends here, the equal lines before must suffice.
    if (ends > 0) return ends === 2 || n > 0;
    if (old[i + n] !== now[j + n]) return false;
  }
  return true;
}

function editsOf(offset: number, gone: readonly string[], come: readonly string[]): TextEdit[] {
  if (gone.length !== come.length) {
    return [trimmed(offset, gone.join(''), come.join(''))];
  }
  let at = offset;
  return gone.flatMap((line, n) => {
    const edit = trimmed(at, line, come[n] ?? '');
    at += line.length;
    return line === come[n] ? [] : [edit];
  });
}

/**
 * An edit without the common beginning and end of the two texts. Added and removed lines stay whole, and so do words, so that people can
 * read the edit in a preview.
 */
function trimmed(offset: number, gone: string, come: string): TextEdit {
  if (gone === '' || come === '') return { span: { start: offset, end: offset + gone.length }, text: come };
  const most = Math.min(gone.length, come.length);
  let front = 0;
  while (front < most && gone[front] === come[front]) front++;
  let back = 0;
  while (back < most - front && gone.at(-1 - back) === come.at(-1 - back)) back++;
  // Words, surrogate pairs and CRLF are not cut in two.
  while (front > 0 && (joins(gone, front) || joins(come, front))) front--;
  while (back > 0 && (joins(gone, gone.length - back) || joins(come, come.length - back))) back--;
  const span = { start: offset + front, end: offset + gone.length - back };
  return { span, text: come.slice(front, come.length - back) };
}

function joins(text: string, at: number): boolean {
  const around = text.slice(at - 1, at + 1);
  return /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(around) || /^[\p{L}\p{M}\p{N}]{2}$/u.test(around);
}

/** The lines of a text with their line ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}
