import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EMPTY_REGISTRY, readRegistry } from '../../../src/core/entities/registry';
import { decideImport, previewImport } from '../../../src/core/registry-import/decide-import';
import { describeImport, summarizeImport } from '../../../src/core/registry-import/describe-import';
import { planImport } from '../../../src/core/registry-import/plan-import';
import type { ImportEntry } from '../../../src/core/registry-import/read-entries';
import { writeImport } from '../../../src/core/registry-import/write-import';
import { decide, openArchive } from '../../support/archive';
import { trials } from '../../support/trials';

const REGISTRY = `# Ours.
postgloss: 1
entities:
  - id: oran
    name: Qasim Oran
    type: person
    aliases: [Oran] # short
    links:
      register: https://example.org/oran
    note: kept
  # The office, not the port.
  - id: port-office
    name: Port Office
    type: organization
    description: Closes harbours
`;

function entry(name: string, more: Partial<ImportEntry> = {}): ImportEntry {
  const key = more.id ?? null;
  return { line: 2, id: null, key, name, type: null, aliases: [], description: null, links: new Map(), ...more };
}

function imported(text: string, ...entries: ImportEntry[]) {
  const registry = readRegistry(text);
  const plan = planImport(registry, entries);
  const written = writeImport(registry, plan);
  assert.ok(written.ok, written.ok ? '' : written.why);
  return { plan, text: written.text };
}

describe('the plan of an import', () => {
  it('adds what is new, with ids of its own', () => {
    const { plan } = imported(REGISTRY, entry('Mara Lind'), entry('Mara-Lind'), entry('Port Office 2', { id: 'x/1' }));
    assert.deepEqual(
      plan.added.map(({ id }) => id),
      ['mara-lind', 'mara-lind-2', 'x/1'],
    );
  });

  it('gives to a known entity what it lacks, and changes nothing that it has', () => {
    const links = new Map([
      ['wikidata', 'Q42'],
      ['register', 'https://example.org/other'],
    ]);
    const { plan } = imported(
      REGISTRY,
      entry('Qassem Oran', { id: 'oran', type: 'ship', aliases: ['Oran', 'Captain Oran'], links }),
    );
    const [gain] = plan.gains;
    assert.ok(gain);
    assert.deepEqual(gain.aliases, ['Qassem Oran', 'Captain Oran']);
    assert.deepEqual([...gain.links], [['wikidata', 'Q42']]);
    assert.deepEqual(
      plan.conflicts.map(({ message }) => message),
      [
        '“oran” keeps the link “register” “https://example.org/oran”; the file says “https://example.org/other”.',
        '“oran” keeps the type “person”; the file says “ship”.',
      ],
    );
  });

  it('knows an entity by its id, or by its name however it is composed, and not by an alias', () => {
    const text = 'postgloss: 1\nentities:\n  - id: e\n    name: Émile Oran\n    aliases:\n      - Oran\n';
    const meant = (...entries: ImportEntry[]) => {
      const { plan } = imported(text, ...entries);
      return [plan.added.length, plan.gains.length + plan.known];
    };
    assert.deepEqual(meant(entry('Somebody', { id: 'e' })), [0, 1]);
    assert.deepEqual(meant(entry('E\u0301mile Oran')), [0, 1]);
    // Two people may share a short form.
    assert.deepEqual(meant(entry('Oran')), [1, 0]);
    assert.deepEqual(meant(entry('E. Oran', { aliases: ['Émile Oran'] })), [1, 0]);
    assert.deepEqual(meant(entry('Jon Oran', { aliases: ['Oran'] })), [1, 0]);
  });

  it('takes a person and a place of one name for two', () => {
    const { plan } = imported(
      REGISTRY,
      entry('Qasim Oran', { type: 'place' }),
      entry('Qasim Oran', { type: 'person' }),
    );
    assert.deepEqual([plan.added.map(({ id }) => id), plan.known], [['qasim-oran'], 1]);
  });

  it('leaves out what may mean several, and says which', () => {
    const text = 'postgloss: 1\nentities:\n  - id: a\n    name: Hakim\n  - id: b\n    name: Hakim\n';
    const { plan, text: after } = imported(text, entry('Hakim'));
    assert.match(plan.conflicts[0]?.message ?? '', /may mean “a” or “b”/);
    assert.equal(after, text);
  });

  it('joins rows that mean one', () => {
    const { plan } = imported(
      REGISTRY,
      entry('Mara Lind', { aliases: ['Lind'] }),
      entry('Mara Lind', { aliases: ['M. Lind'] }),
    );
    assert.deepEqual(
      plan.added.map(({ aliases }) => aliases),
      [['Lind', 'M. Lind']],
    );
  });

  it('keeps rows with two ids apart, whatever names they share', () => {
    const { plan } = imported(
      REGISTRY,
      entry('Qasim Oran', { id: 'oran-the-elder', type: 'person' }),
      entry('Mara Lind', { id: 'lind-1', aliases: ['Lind'] }),
      entry('Mara Lind', { id: 'lind-2', aliases: ['Lind'] }),
      entry('Jon Vey', { key: 'http://names.example/7' }),
      entry('Jon Vey', { key: 'http://names.example/8' }),
      entry('J. Vey', { key: 'http://names.example/7' }),
    );
    assert.deepEqual(
      plan.added.map(({ id, aliases = [] }) => [id, ...aliases]),
      [['oran-the-elder'], ['lind-1', 'Lind'], ['lind-2', 'Lind'], ['jon-vey', 'J. Vey'], ['jon-vey-2']],
    );
    assert.deepEqual(
      plan.joins.map(({ message }) => message),
      ['“J. Vey” is “jon-vey”, Jon Vey, as it has its id.'],
    );
  });

  it('knows again what it gave ids of its own', () => {
    const rows = [entry('Jon Vey', { key: 'x y 7' }), entry('Mara Lind', { key: 'x y 8' })];
    const { text } = imported(REGISTRY, ...rows);
    assert.equal(imported(text, ...rows).text, text);
  });

  it('tells of each row that means an entity which is there', () => {
    const { plan } = imported(REGISTRY, entry('Port Office', { line: 5 }), entry('A Sister', { line: 6, id: 'oran' }));
    assert.deepEqual(plan.joins, [
      { line: 5, message: '“Port Office” is “port-office”, Port Office, as it has its name and type.' },
      { line: 6, message: '“A Sister” is “oran”, Qasim Oran, as it has its id.' },
    ]);
    assert.match(describeImport('a.csv', plan, [], []), /earlier row \(2\)\n {2}line 5: /);
  });

  it('does not bring back a spelling that a person rejected', () => {
    const text = 'postgloss: 1\nentities:\n  - id: a\n    name: Oran\n    not:\n      - Orun\n';
    const { plan, text: after } = imported(text, entry('Oran', { aliases: ['Orun'] }));
    assert.equal(after, text);
    assert.match(plan.conflicts[0]?.message ?? '', /By a person’s word/);
  });
});

describe('writing an import', () => {
  it('leaves all but the touched lines byte for byte', () => {
    const { text } = imported(
      REGISTRY,
      entry('Qasim Oran', { aliases: ['Captain Oran'] }),
      entry('Mara Lind', { type: 'person' }),
    );
    assert.equal(
      text,
      REGISTRY.replace('aliases: [Oran] # short', 'aliases: # short\n      - Oran\n      - Captain Oran') +
        '  - id: mara-lind\n    name: Mara Lind\n    type: person\n',
    );
  });

  it('writes nothing where nothing is new', () => {
    assert.equal(imported(REGISTRY, entry('Port Office')).text, REGISTRY);
  });

  it('is read back as it was meant, twice over, whatever the file holds', () => {
    const word = fc.oneof(
      fc.constantFrom('no', '1e3', '- x', 'a: b', '# x', '=1+1', '"', 'Oran', 'Port Office', '{a}', '<<', '2016-05-04'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    );
    // As `readEntries` gives them.
    const name = word
      .map((text) => text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim())
      .filter((text) => /[\p{L}\p{N}]/u.test(text));
    const some = fc.record({
      name,
      aliases: fc.uniqueArray(name, { maxLength: 3 }),
      description: fc.option(fc.array(name, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))),
      links: fc.option(name).map((target) => new Map(target === null ? [] : [['site', target]])),
    });
    const flow = 'postgloss: 1\nentities: [{id: a1, name: Oran}, {id: b1, name: Port Office}]\n';
    fc.assert(
      fc.property(fc.constantFrom(REGISTRY, EMPTY_REGISTRY, flow), fc.array(some, { maxLength: 5 }), (before, rows) => {
        const entries = rows.map((row) => entry(row.name, row));
        const { text, plan } = imported(before, ...entries);
        const { entities, problems } = readRegistry(text);
        assert.deepEqual(
          problems.filter(({ severity }) => severity === 'error'),
          [],
        );
        assert.equal(
          new Set(entities.map(({ id }) => id)).size,
          readRegistry(before).entities.length + plan.added.length,
        );
        const known = new Set(entities.flatMap((entity) => [entity.name, ...entity.aliases]));
        const left = plan.conflicts.length > 0;
        for (const row of rows) assert.ok(left || known.has(row.name), row.name);
        // What is there has nothing more to gain. Names that two share now are the exception: they are left out.
        const again = planImport(readRegistry(text), entries);
        const unsure = again.conflicts.some(({ message }) => message.includes('may mean'));
        if (!left && !unsure) assert.deepEqual([again.added, again.gains], [[], []]);
      }),
      trials(200),
    );
  });

  it('is refused where the registry cannot be understood', () => {
    const broken = readRegistry('postgloss: 1\nentities:\n<<<<<<< ours\n');
    const written = writeImport(broken, planImport(broken, [entry('Mara Lind')]));
    assert.ok(!written.ok);
  });
});

describe('deciding an import', () => {
  it('writes what was previewed, where there is no registry too', async () => {
    const opened = await openArchive({ 'entities.gloss.yaml': null });
    const made = previewImport(opened.archive.registryText, [entry('Basra', { type: 'place' })]);
    assert.ok(made.ok);
    await decide(opened, decideImport(opened.archive, made.preview));
    assert.equal(opened.host.text('entities.gloss.yaml'), made.preview.after);
    assert.equal(opened.archive.registry.byId.get('basra')?.type, 'place');
  });

  it('refuses where the registry has changed since', async () => {
    const opened = await openArchive();
    const made = previewImport(opened.archive.registryText, [entry('Jon Vey')]);
    assert.ok(made.ok);
    opened.host.put('entities.gloss.yaml', EMPTY_REGISTRY);
    await opened.archive.refresh(['entities.gloss.yaml']);
    const decision = decideImport(opened.archive, made.preview);
    assert.ok(!decision.ok && decision.why.includes('since the preview'));
  });

  it('is told in words, with nothing hidden in them', () => {
    const { plan } = imported(
      REGISTRY,
      entry('Mara\u202e Lind'),
      entry('Oran', { aliases: ['Captain Oran'], type: 'ship' }),
      entry('Port Office'),
    );
    assert.equal(summarizeImport(plan), '2 new entities, 1 known already');
    const text = describeImport(
      'a\nb.csv',
      plan,
      [{ line: 7, message: 'The row has no name. It was left out.' }],
      ['Shoe size'],
    );
    assert.match(text, /^Import of a b\.csv: /);
    assert.match(text, /New entities \(2\)\n {2}Mara<U\+202E> Lind \(other, mara-lind\)/);
    assert.match(text, /Could not be read \(1\)\n {2}line 7: /);
    assert.match(text, /not imported: Shoe size/);
    assert.ok(!text.includes('\u202e'));
  });
});
