// What comes back into a text that has changed meanwhile stands where it stood, or nowhere.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describePlaces } from '../../../src/core/anchor/selector';
import { BLANK } from '../../../src/core/sidecar/annotation';
import { EMPTY_SIDECAR, readSidecar } from '../../../src/core/sidecar/read-sidecar';
import { addAnnotations } from '../../../src/core/sidecar/write-sidecar';
import { openArchive, SIDECAR_PATH, TEXT_PATH } from '../../support/archive';
import { trials } from '../../support/trials';
import { ANNOTATIONS, exported, importedInto } from './support';

/** A word that stands once, or one of few that stand often; whether it is deleted, and whether a new word comes before it. */
const token = fc.record({
  often: fc.option(fc.constantFrom('ab', 'the wall', '😀', 'é'), { nil: null }),
  gap: fc.constantFrom(' ', ' ', ' ', '\n', '\r\n\r\n'),
  deleted: fc.nat(9).map((n) => n === 0),
  inserted: fc.nat(9).map((n) => n === 0),
});

const TITLE = 'The gate of Norvik\n\nMay 1, 2016\n\nThe gate of Norvik, Coastal Review, Mara Lind, May 1, 2016\n\n';

/** The text before or after, with the span of each word; null for a deleted one. */
function textOf(tokens: readonly (typeof token extends fc.Arbitrary<infer T> ? T : never)[], after: boolean) {
  let text = TITLE;
  const spans = tokens.map(({ often, gap, deleted, inserted }, i) => {
    if (after && inserted) text += `zz${100 + i} `;
    // A word that stands often stays: nobody could say which of equal ones was deleted.
    if (after && deleted && often === null) return null;
    const word = often ?? `w${100 + i}`;
    const start = text.length;
    text += word + gap;
    return { start, end: start + word.length };
  });
  return { text: `${text.trimEnd()}\n`, spans };
}

const ranges = fc.uniqueArray(fc.tuple(fc.nat(59), fc.nat(3)), {
  minLength: 1,
  maxLength: 12,
  selector: ([at, n]) => `${at} ${n}`,
});

for (const format of ANNOTATIONS) {
  describe(`an export as ${format.name} that meets a changed text`, () => {
    it('is placed where it was, or left to a person', () =>
      fc.assert(
        fc.asyncProperty(fc.array(token, { minLength: 30, maxLength: 60 }), ranges, async (tokens, marked) => {
          const then = textOf(tokens, false);
          const now = textOf(tokens, true);
          const all = marked.map(([at, more]) => ({
            first: at % tokens.length,
            last: Math.min(tokens.length - 1, (at % tokens.length) + more),
          }));
          all.sort((a, b) => a.first - b.first);
          const spanOf = (spans: typeof then.spans, { first, last }: (typeof all)[number]) => {
            const [start, end] = [spans[first]?.start, spans[last]?.end];
            return start === undefined || end === undefined ? null : { start, end };
          };
          const plain = await openArchive({ [TEXT_PATH]: then.text });
          const places = all.map((one) => spanOf(then.spans, one) ?? assert.fail());
          const selectors = describePlaces(then.text, places, plain.text.posts);
          const additions = selectors.map((selector, i) => ({
            annotation: { ...BLANK, ...selector, tags: ['claim'], id: `rec${i + 1000}` },
            index: Infinity,
          }));
          const written = addAnnotations(readSidecar(EMPTY_SIDECAR), additions);
          assert(written.ok);
          const { archive } = await openArchive({ [TEXT_PATH]: then.text, [SIDECAR_PATH]: written.text });
          const files = exported(archive, format);
          const changed = await openArchive({ [TEXT_PATH]: now.text });
          const { rows, edits } = importedInto(changed.archive, format, files);
          assert.equal(rows.filter(({ action }) => action === 'new' || action === 'unplaced').length, all.length);
          changed.host.write(edits);
          await changed.archive.refresh([]);
          const placed = new Set(rows.filter(({ action }) => action === 'new').map(({ id }) => id));
          for (const { annotation, anchor } of changed.text.annotations) {
            if (!placed.has(annotation.id)) continue;
            const marked = all[Number(annotation.id?.slice(3)) - 1000] ?? assert.fail();
            assert.deepEqual(
              anchor.span,
              spanOf(now.spans, marked),
              `${annotation.quote} in ${JSON.stringify(now.text)}`,
            );
          }
        }),
        trials(30),
      ));
  });
}
