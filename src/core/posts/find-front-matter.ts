import { indexLines, type LineIndex } from '../text/lines';
import type { Span } from '../text/span';

/** A way in which the fields of a header are written. */
export type HeaderKind = 'yaml' | 'toml' | 'json' | 'lines';

/** The front matter of a file, as offsets into its text. */
export interface FrontMatter {
  readonly kind: HeaderKind;
  /** From the opening fence to behind the closing one; without fences, the lines of the header. */
  readonly span: Span;
  /** The text between the fences. */
  readonly inner: Span;
}

const FENCE = /^(-{3,}|\+{3,}|;{3,})[ \t]*(yaml|yml|toml|json)?[ \t]*$/i;

/** A line that a header can begin with: a key, a comment, a list of JSON. */
const FIRST_LINE = /^\s*(?:["']?[\p{L}_][^\n:="']{0,60}["']?\s*[:=]|#|"|\{)/u;

/**
 * Finds front matter: at the top, but for blank lines, a line of three or more `-` (YAML), `+` (TOML) or `;` (JSON) that a line of the same
 * sign or `...` closes; or a JSON object. `---yaml` names its language. Null where the fence stays open: it is then a horizontal rule.
 */
export function findFrontMatter(text: string): FrontMatter | null {
  const top = /^[\ufeff\s]*/.exec(text)?.[0].length ?? 0;
  const first = text.charAt(top);
  if (first === '{') return findJson(text, top);
  if (first === '"') return findUnopened(text, top);
  if (!'-+;'.includes(first || ' ') || text.slice(top, top + 3) !== first.repeat(3)) return null;
  const lines = indexLines(text);
  const line = lines.lineAt(top);
  // A fence that is indented is none.
  if (lines.startOf(line) + (line === 0 && text.startsWith('\ufeff') ? 1 : 0) !== top) return null;
  const [, fence, language = ''] = FENCE.exec(text.slice(top, lines.endOf(line))) ?? [];
  if (fence === undefined) return null;
  const usual = fence.length === 3 && language === '' && first !== ';' && line === 0;
  const closing =
    closingFence(text, lines, line, (other) => other === fence || (first === '-' && other === '...')) ??
    closingFence(text, lines, line, (other) => other.startsWith(fence.slice(0, 3)));
  if (closing === null) return null;
  const inner = { start: lines.startOf(line + 1), end: closing.start };
  // Any text can stand between two lines that are seldom written: what stands there must look like a header.
  const likely = FIRST_LINE.test(text.slice(inner.start, inner.end).trimStart().slice(0, 200));
  if (!usual && !likely) return null;
  return { kind: kindOf(first, language), span: { start: top, end: closing.end }, inner };
}

function kindOf(mark: string, language: string): HeaderKind {
  const named = language.toLowerCase();
  if (named === 'toml' || named === 'json') return named;
  if (named !== '' || mark === '-') return 'yaml';
  return mark === '+' ? 'toml' : 'json';
}

function closingFence(text: string, lines: LineIndex, from: number, closes: (line: string) => boolean): Span | null {
  for (let line = from + 1; line < lines.count; line++) {
    const start = lines.startOf(line);
    const mark = text.charAt(start);
    if (mark !== '-' && mark !== '+' && mark !== ';' && mark !== '.') continue;
    const content = text.slice(start, Math.min(lines.endOf(line), start + MAX_FENCE_LENGTH)).trimEnd();
    if (/^([-+;.])\1{2,}$/.test(content) && closes(content)) return { start, end: start + content.length };
  }
  return null;
}

/** In UTF-16 code units. */
const MAX_FENCE_LENGTH = 400;

/** Longer JSON at the top of a text is not read. In UTF-16 code units. */
const MAX_JSON_LENGTH = 64 * 1024;

/** JSON without braces and without an opening fence, which Hexo closes by `;;;`. */
function findUnopened(text: string, top: number): FrontMatter | null {
  const head = text.slice(top, top + MAX_JSON_LENGTH);
  const closing = /^"[^"\n]{1,60}"[ \t]*:/.test(head) ? /^;{3,}(?=[ \t]*(?:[\r\n]|$))/m.exec(head) : null;
  if (!closing) return null;
  const end = top + closing.index;
  return { kind: 'json', span: { start: top, end: end + closing[0].length }, inner: { start: top, end } };
}

/** A JSON object at the top: on one line, or to the first line that is `}` in the first column, as Hugo ends it. */
function findJson(text: string, top: number): FrontMatter | null {
  const head = text.slice(top, top + MAX_JSON_LENGTH);
  if (!/^\{\s*"[^"\n]{1,60}"\s*:/.test(head)) return null;
  const closing = /^(?:\{.*\}|\})(?=[ \t]*(?:[\r\n]|$))/m.exec(head);
  if (!closing) return null;
  const span = { start: top, end: top + closing.index + closing[0].length };
  return { kind: 'json', span, inner: span };
}
