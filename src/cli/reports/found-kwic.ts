import type { FoundPlace } from '../../core/search';
import { visible } from '../../core/text';

/** The columns of the context on each side, and the most of the place itself. */
const CONTEXT = 40;
const LONGEST = 40;

/** A concordance in columns: date and source, the words before, the place, the words after. Contexts end with their post. */
export function kwicText(places: readonly FoundPlace[]): string {
  const lines = places.flatMap(({ text, post, span }) => {
    if (!span) return [];
    const { start, end } = post?.span ?? { start: Math.max(0, span.start - 4 * CONTEXT), end: span.end + 4 * CONTEXT };
    const whole = text.text;
    const left = whole.slice(Math.max(start, span.start - 4 * CONTEXT), span.start);
    const right = whole.slice(span.end, Math.min(end, span.end + 4 * CONTEXT));
    const key = whole.slice(span.start, Math.min(span.end, span.start + 4 * LONGEST));
    return [
      {
        about: [post?.date ?? 'undated', post?.source ?? ''].join(' ').trim(),
        left: last(left),
        key: first(key, LONGEST),
        right: first(right, CONTEXT),
      },
    ];
  });
  const most = (of: (line: (typeof lines)[number]) => string) =>
    lines.reduce((width, line) => Math.max(width, widthOf(of(line))), 0);
  const [about, left, key] = [most((line) => line.about), most((line) => line.left), most((line) => line.key)];
  const pad = (width: number, of: string) => ' '.repeat(Math.max(0, width - widthOf(of)));
  return lines
    .map((line) => {
      const columns = [
        line.about + pad(about, line.about),
        pad(left, line.left) + line.left,
        line.key + pad(key, line.key),
        line.right,
      ];
      return `${columns.join(' │ ').trimEnd()}\n`;
    })
    .join('');
}

function clean(text: string): string {
  return visible(text.replace(/\s+/gu, ' ')).trim();
}

/** As much of the start of a text as fits; whole characters. */
function first(text: string, most: number): string {
  let [shown, width] = ['', 0];
  for (const { segment } of graphemes().segment(clean(text))) {
    width += widthOf(segment);
    if (width > most) break;
    shown += segment;
  }
  return shown;
}

/** As much of the end of a text as fits. */
function last(text: string): string {
  const all = Array.from(graphemes().segment(clean(text)), ({ segment }) => segment);
  let [from, width] = [all.length, 0];
  while (from > 0 && (width += widthOf(all[from - 1] ?? '')) <= CONTEXT) from--;
  return all.slice(from).join('');
}

let segmenter: Intl.Segmenter | undefined;

function graphemes(): Intl.Segmenter {
  return (segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' }));
}

/** The columns of a text on a terminal: one for each character that people see, two for wide ones (East Asian width, UAX 11). */
function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes().segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

const WIDE =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]|\p{Emoji_Presentation})/u;
