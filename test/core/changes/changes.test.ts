import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareFile, compareGloss } from '../../../src/core/changes/compare-files';
import { describeFields, summarizeChanges } from '../../../src/core/changes/describe';
import { changeOf, hasSameLines, recordsOf } from '../../../src/core/changes/follow-record';
import { markedDifference } from '../../../src/core/changes/marked-difference';
import type { FileStates, RecordChange } from '../../../src/core/changes/change';
import { trials } from '../../support/trials';

const PATH = 'harbour.txt.gloss.yaml';

function sidecar(...records: readonly string[]): string {
  return records.length === 0 ? 'postgloss: 1\nannotations: []\n' : `postgloss: 1\nannotations:\n${records.join('')}`;
}

function record(id: string, ...lines: readonly string[]): string {
  const [quote = `passage ${id}`, ...rest] = lines;
  return [`  - id: ${id}`, `    quote: ${quote}`, ...rest.map((line) => `    ${line}`)].join('\n') + '\n';
}

function states(before: string | null, after: string | null, path = PATH): FileStates {
  return { path, oldPath: null, before, after };
}

/** What became of which record, as one line each. */
function told(records: readonly RecordChange[]): string[] {
  return records.map(({ change, id, fields }) => {
    return `${change} ${id ?? '–'}: ${fields.map(({ field }) => field).join(' ')}`;
  });
}

const file = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', ''), fc.constantFrom('x', 'y'), fc.constantFrom('', 'n', 'm')), {
    maxLength: 6,
  })
  .map((records) =>
    sidecar(
      ...records.map(
        ([id, quote, note]) =>
          `  - ${id === '' ? '' : `id: ${id}\n    `}quote: ${quote}\n${note === '' ? '' : `    note: ${note}\n`}`,
      ),
    ),
  );

describe('compareFile', () => {
  it('tells records and fields, and not lines', () => {
    const before = sidecar(record('aaaa', 'one', 'tags:', '  - claim', 'note: old'), record('bbbb'), record('cccc'));
    const after = sidecar(record('aaaa', 'one', 'tags: [rumour, claim]', 'note: new'), record('dddd'), record('cccc'));
    const { records } = compareFile(states(before, after));
    assert.deepEqual(told(records), ['changed aaaa: tags note', 'removed bbbb: id quote', 'added dddd: id quote']);
    assert.deepEqual(records[0]?.fields, [
      { kind: 'parts', field: 'tags', added: ['rumour'], removed: [] },
      { kind: 'text', field: 'note', before: 'old', after: 'new' },
    ]);
  });

  it('takes order, comments and formatting for no change', () => {
    const before = sidecar(record('aaaa', 'x', 'tags: [a, b]', 'note: ""'), record('bbbb'));
    const after = `# a comment\n${sidecar(record('bbbb'), record('aaaa', '"x"', 'tags:', '  - b', '  - a'))}`;
    assert.deepEqual(compareGloss([states(before, after)]), []);
  });

  it('knows a record again that was written by hand, when it has got an id', () => {
    const before = sidecar('  - quote: by hand\n    tags: [claim]\n');
    const { records } = compareFile(states(before, sidecar(record('aaaa', 'by hand', 'tags: [claim]', 'after: it'))));
    assert.deepEqual(told(records), ['changed aaaa: id after']);
  });

  it('takes an annotation that a merge kept under the id of the other for the same', () => {
    const { records } = compareFile(
      states(sidecar(record('bbbb', 'x', 'tags: [a]')), sidecar(record('aaaa', 'x', 'tags: [a]', 'by: ann; jo'))),
    );
    assert.deepEqual(told(records), ['changed aaaa: id by']);
  });

  it('loses no record where an id is there twice', () => {
    const before = sidecar(record('aaaa', 'one'), record('aaaa', 'two'));
    const after = sidecar(record('aaaa', 'one'), record('aaaa', 'three'), record('aaaa', 'four'));
    assert.deepEqual(told(compareFile(states(before, after)).records), ['changed aaaa: quote', 'added aaaa: id quote']);
  });

  it('compares registry and codebook by their parts', () => {
    const entity = (more: string) => `postgloss: 1\nentities:\n  - id: norvik\n    name: Norvik\n${more}`;
    const registry = compareFile(
      states(
        entity('    links:\n      a: 1\n'),
        entity('    aliases: [Old Norvik]\n    links:\n      a: 2\n'),
        'e.gloss.yaml',
      ),
    );
    assert.equal(registry.kind, 'registry');
    assert.deepEqual(registry.records[0]?.fields, [
      { kind: 'parts', field: 'aliases', added: ['Old Norvik'], removed: [] },
      { kind: 'parts', field: 'links', added: ['a: 2'], removed: ['a: 1'] },
    ]);
    const manifest = (files: string) => `postgloss: 1\narchives:\n  - files: ${files}\ntags:\n  - id: claim\n`;
    const codebook = compareFile(states(manifest('a.txt'), manifest('b.txt'), 'postgloss.yaml'));
    assert.deepEqual(codebook.records, []);
    assert.deepEqual(
      codebook.top.map(({ field }) => field),
      ['archives'],
    );
    assert.equal(summarizeChanges([registry, codebook]), '1 entity changed, settings changed');
  });

  it('says which state cannot be compared, and why', () => {
    const broken = 'postgloss: 1\nannotations: [\n';
    assert.match(compareFile(states(broken, sidecar())).problem ?? '', /^As it was, it cannot be compared: ./);
    assert.match(compareFile(states(sidecar(), '\0')).problem ?? '', /^It cannot be compared: ./);
    assert.deepEqual(compareFile(states(sidecar(record('aaaa')), '\0')).records, []);
  });

  it('has all of a file that comes or goes', () => {
    assert.deepEqual(told(compareFile(states(null, sidecar(record('aaaa')))).records), ['added aaaa: id quote']);
    assert.deepEqual(told(compareFile(states(sidecar(record('aaaa')), null)).records), ['removed aaaa: id quote']);
  });

  it('accounts for every record of both states', () =>
    fc.assert(
      fc.property(file, file, (before, after) => {
        const { records, problem } = compareFile(states(before, after));
        assert.equal(problem, null);
        const count = (change: string) => records.filter((one) => one.change === change).length;
        const [old, now] = [recordsOf(before, PATH).length, recordsOf(after, PATH).length];
        assert.equal(old - count('removed'), now - count('added'));
        assert.deepEqual(compareFile(states(before, before)).records, []);
      }),
      trials(400),
    ));
});

describe('compareGloss', () => {
  it('follows an annotation from one file to another', () => {
    const [moved, changed] = [record('aaaa'), record('bbbb', 'x', 'note: new')];
    const found = compareGloss([
      states(sidecar(moved, record('bbbb', 'x')), sidecar(), 'old.gloss.yaml'),
      states(null, sidecar(moved, changed), 'new.gloss.yaml'),
    ]);
    assert.deepEqual(
      found.map(({ path, records }) => [path, told(records)]),
      [['new.gloss.yaml', ['moved aaaa: ', 'changed bbbb: note']]],
    );
    assert.equal(found[0]?.records[0]?.movedFrom, 'old.gloss.yaml');
  });

  it('guesses nothing where an id is gone from two files', () => {
    const one = states(sidecar(record('aaaa')), sidecar(), 'one.gloss.yaml');
    const found = compareGloss([
      one,
      { ...one, path: 'two.gloss.yaml' },
      states(null, sidecar(record('aaaa')), 'three.gloss.yaml'),
    ]);
    assert.deepEqual(
      found.flatMap(({ records }) => records.map(({ change }) => change)),
      ['removed', 'removed', 'added'],
    );
  });

  it('names a renamed file in which nothing changed', () => {
    const text = sidecar(record('aaaa'));
    assert.equal(compareGloss([{ ...states(text, text), oldPath: 'old.gloss.yaml' }])[0]?.oldPath, 'old.gloss.yaml');
  });
});

describe('changeOf', () => {
  it('goes on under the name that a record had before it got its id', () => {
    const names = new Set(['aaaa']);
    const byHand = sidecar('  - quote: by hand\n');
    const completed = compareFile(states(byHand, sidecar(record('aaaa', 'by hand'))));
    assert.equal(changeOf(completed, names)?.change, 'changed');
    assert.equal(changeOf(compareFile(states(sidecar(), byHand)), names)?.change, 'added');
    assert.equal(changeOf(compareFile(states(sidecar(), sidecar(record('bbbb')))), names), null);
  });
});

describe('hasSameLines', () => {
  const aaaa = record('aaaa', 'x', 'note: |-', '  # no comment', '  two', 'by: jo');

  it('is sure only of a record in the very same lines', () => {
    const base = sidecar(record('bbbb'), aaaa, record('cccc'));
    assert.equal(hasSameLines(base, sidecar(aaaa, record('bbbb', 'other')), 'aaaa'), true);
    assert.equal(hasSameLines(base, base.replace('by: jo', 'by: ann'), 'aaaa'), false);
    assert.equal(hasSameLines(base, base.replace('  two', '  three'), 'aaaa'), false);
    assert.equal(hasSameLines(base, `${base}    note: like aaaa\n`, 'aaaa'), false, 'the id is there twice');
    assert.equal(hasSameLines(base, base, 'zzzz'), false);
    assert.equal(hasSameLines(sidecar('  - quote: x\n    id: aaaa\n'), base, 'aaaa'), false);
  });

  it('looks behind a comment at the margin', () => {
    const text = (by: string) => sidecar(aaaa.replace('    by: jo', `# a comment\n    by: ${by}`));
    assert.equal(hasSameLines(text('jo'), text('ann'), 'aaaa'), false);
  });

  it('never says so of a record that differs', () =>
    fc.assert(
      fc.property(file, file, fc.constantFrom('a', 'b', 'c'), (before, after, id) => {
        if (!hasSameLines(before, after, id)) return;
        assert.ok(compareFile(states(before, after)).records.every((change) => change.id !== id));
      }),
      trials(400),
    ));
});

describe('what is told of a change', () => {
  it('shows the words of a note that came and went', () => {
    const long = 'one two three four five six seven eight nine ten';
    assert.equal(
      markedDifference('Compare the old wall.', 'Compare the sea wall.'),
      'Compare the [-old-]{+sea+} wall.',
    );
    assert.equal(markedDifference(`${long} x`, `${long} y`), '… eight nine ten [-x-]{+y+}');
    assert.equal(markedDifference('a\n  b', 'a b'), null);
  });

  it('leaves out what stands above it, and who and when', () => {
    const { records } = compareFile(
      states(null, sidecar(record('aaaa', 'x', 'post: p', 'before: a', 'tags: [claim]', 'by: jo'))),
    );
    assert.deepEqual(
      records.flatMap((change) => describeFields(change, 'sidecar')).map(({ label }) => label),
      ['tags'],
    );
  });
});
