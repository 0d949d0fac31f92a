// The laws of all formats that go both ways: an export comes back as what it was, and never to a wrong place.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportArchive } from '../../../src/core/exchange/export';
import type { HeldField } from '../../../src/core/exchange/model';
import { openArchive, TEXT_PATH, type Opened } from '../../support/archive';
import { trials } from '../../support/trials';
import { annotated, ANNOTATIONS, exported, hostileText, importedInto, mark } from './support';

const BOTH_WAYS = ANNOTATIONS.flatMap((format) =>
  (format.dialects.length > 0 ? format.dialects : [null]).map((dialect) => ({ format, dialect })),
);

const PER = ['post', 'file'] as const;
const marks = fc.array(mark, { minLength: 1, maxLength: 12 });

for (const { format, dialect } of BOTH_WAYS) {
  const name = dialect === null ? format.name : `${format.name} for ${dialect}`;

  describe(`an export as ${name}`, () => {
    it('changes nothing in its own archive', () =>
      fc.assert(
        fc.asyncProperty(hostileText, marks, fc.constantFrom(...PER, undefined), async (text, made, per) => {
          const { archive, text: own } = await annotated(text, made);
          fc.pre(own.annotations.length > 0);
          const options = { dialect, ...(per && { per }) };
          const { rows, edits } = importedInto(archive, format, exported(archive, format, options));
          assert.deepEqual(edits, [], JSON.stringify(rows.filter(({ action }) => action !== 'same')));
          assert.deepEqual(
            rows.filter(({ action }) => action !== 'same'),
            [],
          );
        }),
        trials(30),
      ));

    it('brings the same annotations into a copy without any, but for what it says is lost', () =>
      fc.assert(
        fc.asyncProperty(hostileText, marks, async (text, made) => {
          const opened = await annotated(text, made);
          fc.pre(opened.text.annotations.length > 0);
          const held = format.holds({ dialect, flavour: null, group: 'tag' });
          const copy = await openArchive({ [TEXT_PATH]: text });
          const { edits, rows } = importedInto(copy.archive, format, exported(opened.archive, format, { dialect }));
          copy.host.write(edits);
          await copy.archive.refresh([]);
          if (held.includes('id')) {
            assert.deepEqual(recordsOf(copy, held), recordsOf(opened, held), JSON.stringify(rows));
            if (held.length === ALL) assert.equal(copy.text.sidecarText, opened.text.sidecarText);
          } else {
            assert.deepEqual(labelsOf(copy), labelsOf(opened));
          }
        }),
        trials(30),
      ));

    it('is the same each time', () =>
      fc.assert(
        fc.asyncProperty(hostileText, marks, async (text, made) => {
          const [one, other] = await Promise.all([annotated(text, made), annotated(text, made)]);
          assert.deepEqual(
            exportArchive(one.archive, format, { dialect }),
            exportArchive(other.archive, format, { dialect }),
          );
        }),
        trials(5),
      ));
  });
}

const ALL = 8;

/** The records as far as a format holds them; those that say nothing in it are left out. */
function recordsOf({ text }: Opened, held: readonly HeldField[]) {
  return text.annotations.flatMap(({ annotation, anchor }) => {
    const fields = Object.fromEntries(held.map((field) => [field, annotation[field]]));
    const says = SAYING.some((field) => held.includes(field) && (annotation[field] ?? '').length > 0);
    return says ? [{ ...fields, span: anchor.span, state: anchor.state }] : [];
  });
}

const SAYING = ['tags', 'entity', 'not', 'note'] as const;

/** The tags by their places, each once. */
function labelsOf({ text }: Opened): string[] {
  const all = text.annotations.flatMap(({ annotation: { tags }, anchor: { span } }) =>
    tags.map((tag) => JSON.stringify([span, tag])),
  );
  return [...new Set(all)].sort();
}
