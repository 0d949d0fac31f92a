import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describePlaces } from '../../../src/core/anchor/selector';
import type { OpenArchive } from '../../../src/core/archive/open-archive';
import { trimSpan } from '../../../src/core/decide/annotate';
import { exportArchive, type Exported } from '../../../src/core/exchange/export';
import type { ByteFiles, Format } from '../../../src/core/exchange/format';
import { FORMATS } from '../../../src/core/exchange/formats';
import { planAnnotations, type AnnotationImport } from '../../../src/core/exchange/plan-import';
import { packZip, unpackZip } from '../../../src/core/exchange/zip';
import { BLANK, type Annotation } from '../../../src/core/sidecar/annotation';
import { EMPTY_SIDECAR, readSidecar } from '../../../src/core/sidecar/read-sidecar';
import { addAnnotations } from '../../../src/core/sidecar/write-sidecar';
import { openArchive, SIDECAR_PATH, TEXT_PATH, type Opened } from '../../support/archive';

/** The formats that hold annotations, both ways. */
export const ANNOTATIONS = FORMATS.filter(
  (format) => format.read && format.write && format.holds({ dialect: null, flavour: null, group: 'tag' }).length > 0,
);

/** Words in which offsets, quoting and white space go wrong: our own inventions, in many scripts. */
const WORDS = [
  ...[
    'harbour',
    'wall',
    'the',
    'a',
    'ab',
    'ab',
    'é',
    'e\u0301clair',
    'नमस्ते',
    '港は閉まった',
    'שלום',
    'مرحبا',
    '\u200f(x)',
  ],
  ...[
    '😀',
    '👩‍👩‍👧',
    '𝒳',
    'a"b',
    "'=1+1",
    '=SUM(1)',
    '+1',
    '-x',
    '@me',
    '<b>&amp;</b>',
    ']]>',
    'a;b',
    'a,b',
    'a\tb',
    '\\n',
    '{x}',
  ],
  ...['#tag', '|x|', '*bold*', '_', 'T1', '\u00a0x', '\u2028', 'ﬁ', '\u0007', '\ufffd', '“quoted”', '%5B', '$1'],
];

const GAPS = [' ', ' ', ' ', ' ', '  ', '\n', '\r\n', '\r\n\r\n', '\n\n', '\t'];

/** A text of posts. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...GAPS)), { minLength: 3, maxLength: 40 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((posts) =>
    posts
      .map((words, i) => {
        const title = `The ${['wall', 'gate', 'bridge'][i] ?? ''} is closed`;
        const body = words.map(([word, gap]) => word + gap).join('');
        return `${title}\n\nMay ${i + 1}, 2016\n\n${title}, Coastal Review, Mara Lind, May ${i + 1}, 2016\n\n${body.trim()}\n\n`;
      })
      .join(''),
  );

/** What a person says of a passage. */
const statement = fc.record({
  tags: fc.uniqueArray(fc.constantFrom('claim', 'claim/unsourced', 'question', 'naïve', 'Other'), { maxLength: 3 }),
  note: fc.option(fc.constantFrom('Compare it.', 'Two\nlines "and" more', '=1+1', ' <b>&\t', '\\n\\', '😀', "'+x"), {
    nil: null,
  }),
  entity: fc.option(fc.constantFrom('mara-lind', 'basra'), { nil: null }),
  by: fc.option(fc.constantFrom('jo', 'Mara L.'), { nil: null }),
  on: fc.option(fc.constantFrom('2026-11-22', '2024-02-29'), { nil: null }),
});
type Said = typeof statement extends fc.Arbitrary<infer T> ? T : never;

/** An annotation by where it lies in the text, as shares of its length. */
export const mark = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), statement);

/** Opens an archive of a text with the annotations that a person made in it. Passages that no person could mark are left out. */
export async function annotated(text: string, marks: readonly (readonly [number, number, Said])[]): Promise<Opened> {
  const plain = await openArchive({ [TEXT_PATH]: text });
  const spans = marks.flatMap(([share, length, said]) => {
    const from = Math.floor(share * text.length);
    const [start, end] = [whole(text, from), whole(text, Math.min(text.length, from + length))];
    const span = trimSpan(text, { start, end });
    const post = plain.text.postAt(span.start);
    const inOne =
      span.start < span.end && post?.id === plain.text.postAt(span.end - 1)?.id && (!post || span.end <= post.span.end);
    return inOne && (said.tags.length > 0 || said.note !== null || said.entity !== null) ? [{ span, said }] : [];
  });
  spans.sort((a, b) => a.span.start - b.span.start);
  const selectors = describePlaces(
    plain.text.text,
    spans.map(({ span }) => span),
    plain.text.posts,
  );
  const additions = spans.map(({ said }, i) => ({
    annotation: { ...BLANK, ...selectors[i], ...said, id: `rec${String(i).padStart(5, '0')}` } satisfies Annotation,
    index: Infinity,
  }));
  const written = addAnnotations(readSidecar(EMPTY_SIDECAR), additions);
  assert(written.ok);
  return openArchive({ [TEXT_PATH]: text, [SIDECAR_PATH]: written.text });
}

/** An offset that cuts no pair, and no CRLF. */
function whole(text: string, offset: number): number {
  const cut = /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(offset - 1, offset + 1));
  return cut ? offset - 1 : offset;
}

/** The files of an export as another program finds them: packed and unpacked, where they are. */
function bytesOf({ files }: Exported, format: Format): ByteFiles {
  if (format.shape !== 'zip') return new Map([...files].map(([path, text]) => [path, Buffer.from(text)]));
  const unpacked = unpackZip(packZip(files));
  assert(unpacked.ok, unpacked.ok ? '' : unpacked.why);
  return unpacked.files;
}

/** What the import of files into an archive would do. */
export function importedInto(archive: OpenArchive, format: Format, files: ByteFiles): AnnotationImport {
  const read = format.read?.(files);
  assert(read?.ok === true, read?.ok === false ? read.why : 'The format is written only.');
  const planned = planAnnotations(archive, read.reading);
  assert(planned.ok, planned.ok ? '' : planned.why);
  return planned.plan;
}

/** An export of an archive, as files. */
export function exported(
  archive: OpenArchive,
  format: Format,
  options: Parameters<typeof exportArchive>[2] = {},
): ByteFiles {
  return bytesOf(exportArchive(archive, format, options), format);
}
