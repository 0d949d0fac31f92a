import type { Span } from '../../src/core/text/span';
import type { Pick } from '../support/forks';
import type { Tracked } from './anchors-tracked';

/** What is done to a text, seen from the annotated passage. */
export const KINDS = [
  'far edits',
  'line ends, BOM, reflow',
  'moved text',
  'context edited',
  'typo inside',
  'quote deleted',
  'paragraph deleted',
  'paragraph duplicated',
  'mixed',
] as const;
export type Kind = (typeof KINDS)[number];

/** Edits the text once in this way. Does nothing where there is nothing left of the passage to do it to. */
export function edit(pick: Pick, text: Tracked, passage: Span, kind: Kind): void {
  if (kind === 'mixed') {
    const kinds = KINDS.filter((other) => other !== 'mixed');
    for (let n = 2 + pick(3); n > 0; n--) edit(pick, text, passage, kinds[pick(kinds.length)] ?? 'far edits');
    return;
  }
  const { span, units } = text.left(passage);
  if (kind === 'far edits') {
    editFar(pick, text, span);
    return;
  }
  if (kind === 'line ends, BOM, reflow') {
    writeOtherwise(pick, text);
    return;
  }
  if (units === 0) return;
  const paragraph = paragraphAround(text.text, span);
  if (kind === 'moved text') {
    move(pick, text, span, paragraph);
    return;
  }
  if (kind === 'context edited') {
    editContext(pick, text, span);
    return;
  }
  if (kind === 'typo inside') {
    mistype(pick, text, span);
    return;
  }
  if (kind === 'quote deleted') {
    text.replace(span.start, span.end, '');
    return;
  }
  if (kind === 'paragraph deleted') {
    text.replace(paragraph.start, paragraph.end + 2, '');
    return;
  }
  const to = seam(pick, text.text);
  // Somebody pastes it right behind, or anywhere.
  text.copy(
    paragraph.start,
    paragraph.end,
    pick(2) === 0 ? paragraph.end : to,
    pick(2) === 0 ? ['\n\n', ''] : ['\n\n', '\n\n'],
  );
}

/** One to ten edits of words and paragraphs, each more than a hundred code units away from the passage. */
function editFar(pick: Pick, text: Tracked, { start, end }: Span): void {
  for (let n = 1 + pick(10), left = start, right = end; n > 0; n--) {
    const at = pick(Math.max(1, text.text.length));
    const far = at > right + 100 || at < left - 100;
    const paragraph = paragraphAround(text.text, { start: at, end: at });
    const apart = paragraph.start > right + 100 || paragraph.end < left - 100;
    const before = text.text.length;
    const what = pick(6);
    if (what === 0 && apart) text.replace(paragraph.start, paragraph.end, '');
    else if (what === 1 && apart) text.copy(paragraph.start, paragraph.end, paragraph.end, ['\n\n', '']);
    else if (what === 2 && apart) text.replace(paragraph.start, paragraph.start, `${newWords(pick, 12)}.\n\n`);
    else if (far) editWord(pick, text, at);
    if (at < left) {
      left += text.text.length - before;
      right += text.text.length - before;
    }
  }
}

/** One or two edits of words within forty code units of the passage, in its paragraph and on either side. */
function editContext(pick: Pick, text: Tracked, passage: Span): void {
  for (let n = 1 + pick(2), span = passage; n > 0; n--) {
    const paragraph = paragraphAround(text.text, span);
    const before = text.text.length;
    if (pick(2) === 0 && span.start > paragraph.start + 1) {
      const at = Math.max(paragraph.start, span.start - 2 - pick(40));
      editWord(pick, text, at, { start: paragraph.start, end: span.start });
      const shift = text.text.length - before;
      span = { start: span.start + shift, end: span.end + shift };
    } else if (span.end < paragraph.end - 1) {
      editWord(pick, text, Math.min(paragraph.end, span.end + 1 + pick(40)), { start: span.end, end: paragraph.end });
    }
  }
}

/** Takes out, replaces, mistypes or puts in words at the word that holds an offset, within limits. */
function editWord(pick: Pick, text: Tracked, at: number, within: Span = { start: 0, end: text.text.length }): void {
  let start = at;
  while (start > within.start && /[^\s]/.test(text.text.charAt(start - 1))) start--;
  let end = at;
  while (end < within.end && /[^\s]/.test(text.text.charAt(end))) end++;
  if (start === end || text.text.startsWith('##', start)) return;
  const what = pick(4);
  if (what === 0) text.replace(start, end, newWords(pick, 1 + pick(2)));
  else if (what === 1) text.replace(start, end, '');
  else if (what === 2) text.replace(start, start, `${newWords(pick, 1 + pick(2))} `);
  else mistype(pick, text, { start, end });
}

/** One or two slips of the finger inside a span. */
function mistype(pick: Pick, text: Tracked, span: Span): void {
  let { end } = span;
  for (let n = 1 + pick(2); n > 0; n--) {
    const at = span.start + pick(Math.max(1, end - span.start));
    if (/\s/.test(text.text.charAt(at))) continue;
    const before = text.text.length;
    const what = pick(4);
    const letter = 'abcdefghiklmnoprstuvw'.charAt(pick(21));
    if (what === 0) text.replace(at, at + 1, letter);
    else if (what === 1 && end - span.start > 3) text.replace(at, at + 1, '');
    else if (what === 2) text.replace(at, at, text.text.charAt(at));
    else text.replace(at, at, letter);
    end += text.text.length - before;
  }
}

/** Moves the paragraph or its whole post elsewhere. */
function move(pick: Pick, text: Tracked, span: Span, paragraph: Span): void {
  if (pick(4) > 0) {
    text.move(paragraph.start, paragraph.end, seam(pick, text.text), ['\n\n', '\n\n']);
    return;
  }
  const start = Math.max(0, text.text.lastIndexOf('## ', span.start));
  const next = text.text.indexOf('## ', span.end);
  const end = next < 0 ? text.text.length : next;
  const posts = [...text.text.matchAll(/^## /gm)].map(({ index }) => index);
  text.move(start, end, posts[pick(posts.length)] ?? text.text.length, ['', '\n\n']);
}

/** Writes the same text in one to three other ways. */
function writeOtherwise(pick: Pick, text: Tracked): void {
  for (let n = 1 + pick(3); n > 0; n--) WAYS[pick(WAYS.length)]?.(text, pick);
}

/** Line ends, byte order mark, line breaks, spaces, quotation marks, composition. */
const WAYS: readonly ((text: Tracked, pick: Pick) => void)[] = [
  (text) => text.rewrite((unit, at) => (unit === '\n' && text.text.charAt(at - 1) !== '\r' ? '\r\n' : unit)),
  (text) => text.rewrite((unit) => (unit === '\r' ? '' : unit)),
  (text) => text.replace(0, 0, '\ufeff'),
  wrapLines,
  joinLines,
  (text, pick) => text.rewrite((unit) => (unit === ' ' && pick(4) === 0 ? '\u00a0' : unit)),
  (text, pick) => text.rewrite((unit) => (unit === ' ' && pick(10) === 0 ? '  ' : unit)),
  (text, pick) => text.rewrite((unit) => (/[\r\n]/.test(unit) && pick(3) === 0 ? `  ${unit}` : unit)),
  (text) => text.rewrite((unit) => (/[“”]/.test(unit) ? '"' : unit === '’' ? "'" : unit)),
  (text) => text.rewrite((unit) => unit.normalize('NFD')),
];

/** Breaks lines behind so many columns; a post's header stays one line. */
function wrapLines(text: Tracked, pick: Pick): void {
  const all = text.text;
  const width = 20 + pick(80);
  let column = 0;
  text.rewrite((unit, at) => {
    column = unit === '\n' ? 0 : column + 1;
    if (unit !== ' ' || column < width || isHeader(all, at)) return unit;
    column = 0;
    return '\n';
  });
}

function joinLines(text: Tracked): void {
  const all = text.text;
  text.rewrite((unit, at) => {
    const joins = unit === '\n' && /\S/.test(all.charAt(at - 1)) && /[^\s#]/.test(all.charAt(at + 1));
    return joins && !isHeader(all, at) ? ' ' : unit;
  });
}

function isHeader(text: string, at: number): boolean {
  return /^\ufeff?## /.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at + 4));
}

function newWords(pick: Pick, count: number): string {
  const letters = 'bcdfghjklmnprstvwz';
  const word = () =>
    Array.from({ length: 1 + pick(3) }, () => letters.charAt(pick(letters.length)) + 'aeiou'.charAt(pick(5))).join('');
  return Array.from({ length: count }, word).join(' ');
}

/** A place between two paragraphs. */
function seam(pick: Pick, text: string): number {
  const seams = [...text.matchAll(/\S(?=\s*\n\s*\n)/g)].map(({ index }) => index + 1);
  return seams[pick(seams.length + 1)] ?? text.length;
}

function paragraphAround(text: string, span: Span): Span {
  let start = 0;
  for (const blank of text.slice(0, span.start).matchAll(/\n\s*\n/g)) start = blank.index + blank[0].length;
  const end = /\r?\n\s*\n|$/.exec(text.slice(span.end));
  return { start, end: span.end + (end?.index ?? 0) };
}
