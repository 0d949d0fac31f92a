import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeRegistry } from '../../../src/core/entities/change-registry';
import { isId, newAnnotationId, suggestId } from '../../../src/core/entities/id';
import { EMPTY_REGISTRY, kindOf, readRegistry } from '../../../src/core/entities/registry';
import { addAlias, addEntity } from '../../../src/core/entities/write-registry';
import { rejectAlias } from '../../../src/core/entities/write-rejections';
import { marked } from '../../support/marked';
import { trials } from '../../support/trials';

const REGISTRY = `postgloss: 1
# People first.
entities:
  - id: mara-lind
    name: Mara Lind
    type: person
    aliases:
      - M. Lind # in captions
      - Mara Lind
    links:
      wikidata: Q1
  # The paper.
  - id: coastal-review
    name: Coastal Review
    type: publication
    founded: 1902
`;

function registry(text: string) {
  const read = readRegistry(text);
  assert.equal(read.writable, true, JSON.stringify(read.problems));
  return read;
}

function written(result: ReturnType<typeof addEntity>): string {
  assert(result.ok, result.ok ? '' : result.why);
  return result.text;
}

describe('a registry in flow style', () => {
  it('keeps every field of its entities where one of them changes, and is left alone where one cannot be kept', () => {
    const flow = (links: string) =>
      `postgloss: 1\nentities: [{id: a, name: Ann, links: ${links}, own: [x, "1"], empty: }, {id: b}]\n`;
    const source = flow('{wikidata: Q1, site: "https://a.example"}');
    const [ann] = registry(source).entities;
    assert(ann);
    const after = registry(written(addAlias(registry(source), ann, 'Annie')));
    assert.deepEqual(
      after.entities.map(({ id, name, aliases, links }) => [id, name, aliases, [...links]]),
      [
        [
          'a',
          'Ann',
          ['Annie'],
          [
            ['wikidata', 'Q1'],
            ['site', 'https://a.example'],
          ],
        ],
        ['b', 'b', [], []],
      ],
    );
    assert(after.file.text.includes('    own:\n      - x\n      - "1"\n'));
    for (const links of ['{wikidata: [Q1]}', '{wikidata: {id: Q1}}']) {
      assert(!addAlias(readRegistry(flow(links)), ann, 'Annie').ok, links);
    }
  });
});

describe('reading a registry', () => {
  it('reads names, aliases, types and links, and where they stand', () => {
    const { entities, byId, problems } = registry(REGISTRY);
    assert.deepEqual(problems, []);
    const [mara, paper] = entities;
    assert.deepEqual(
      [mara?.name, mara?.aliases, mara?.type, [...(mara?.links ?? [])]],
      ['Mara Lind', ['M. Lind'], 'person', [['wikidata', 'Q1']]],
    );
    assert.equal(byId.get('coastal-review'), paper);
    assert.equal(REGISTRY.slice(mara?.place.start, mara?.place.end), 'mara-lind');
    assert.equal(
      REGISTRY.slice(paper?.record.start, paper?.record.end),
      'id: coastal-review\n    name: Coastal Review\n    type: publication\n    founded: 1902',
    );
  });

  it('lets no bad record hide another, and marks what is wrong', () => {
    const { text, spans } = marked(`postgloss: 1
entities:
  - ⟦just text⟧
  - ⟦name: No Id⟧
  - id: ⟦two words⟧
  - id: a
    ⟦aliases⟧: {x: y}
    name: Ä
  - id: ⟦a⟧
    name: Again
  - id: b
    aliases:
      - B
      - ⟦[nested]⟧
      -
  - ⟦id: c
    name: "?!"⟧
`);
    const { entities, problems, writable } = readRegistry(text);
    assert.deepEqual(
      entities.map(({ id, name, aliases }) => [id, name, ...aliases]),
      [
        ['a', 'Ä'],
        ['b', 'b', 'B'],
        ['c', '?!'],
      ],
    );
    assert.deepEqual(
      problems.map((problem) => problem.span),
      spans,
    );
    assert.deepEqual(
      problems.map((problem) => problem.code),
      ['bad-record', 'missing-field', 'bad-id', 'bad-field', 'duplicate-id', 'bad-field', 'unmatchable-name'],
    );
    assert.equal(writable, true);
  });

  it('reads whether names are found as they are written, and says which word it does not know', () => {
    const { text, spans } = marked(`postgloss: 1
entities:
  - id: a
  - id: b
    match: exact
  - id: c
    match: folded
  - id: d
    match: ⟦Folded⟧
  - id: e
    ⟦match⟧: [folded]
  - id: f
    match: ""
`);
    const { entities, problems, writable } = readRegistry(text);
    assert.equal(entities.map(({ match }) => match).join(' '), 'exact exact folded exact exact exact');
    assert.deepEqual(
      problems.map(({ span }) => span),
      spans,
    );
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [
        ['bad-field', 'error'],
        ['bad-field', 'error'],
      ],
    );
    assert.match(problems[0]?.message ?? '', /“Folded” is no way to match.*“exact”.*“folded”/);
    assert.equal(writable, true);
  });

  it('B13: takes the names of JavaScript’s own properties for plain ids', () => {
    const ids = ['constructor', 'toString', 'hasOwnProperty', 'x__proto__'];
    const { byId } = registry(`postgloss: 1\nentities:\n${ids.map((id) => `  - id: ${id}\n`).join('')}`);
    assert.deepEqual([...byId.keys()], ids);
    assert.equal(byId.get('valueOf'), undefined);
  });

  it('B5: refuses versions it does not know, says so without a version, and shows the rest', () => {
    for (const version of ['2', '1.0', '[1]', '{a: b}', '""', 'x\u202e']) {
      const { writable, problems, entities } = readRegistry(`postgloss: ${version}\nentities:\n  - id: a\n`);
      assert.equal(writable, false, version);
      assert.equal(entities.length, 1);
      assert.doesNotMatch(problems[0]?.message ?? '', /\u202e/);
    }
    const { writable, problems } = readRegistry('entities:\n  - id: a\n');
    assert.deepEqual([writable, problems[0]?.code, problems[0]?.severity], [true, 'missing-version', 'warning']);
    assert.equal(readRegistry('postgloss:\nentities: []\n').problems[0]?.code, 'missing-version');
    assert.equal(readRegistry('postgloss: 1\nentities: x\n').writable, false);
    assert.equal(readRegistry('- id: a\n').problems[0]?.code, 'not-a-map');
  });
});

describe('adding to a registry', () => {
  it('puts an entity behind the others and changes no line', () => {
    const text = written(
      addEntity(registry(REGISTRY), {
        id: 'iraq',
        name: 'Iraq',
        type: 'place',
        aliases: ['no', 'no', 'Iraq'],
        description: 'A: b',
        links: new Map([
          ['wikidata', '1e3'],
          ['odd: key\n', 'x'],
        ]),
      }),
    );
    assert.equal(
      text,
      `${REGISTRY}  - id: iraq\n    name: Iraq\n    type: place\n    aliases:\n      - "no"\n    description: "A: b"\n    links:\n      wikidata: "1e3"\n      "odd: key\\n": x\n`,
    );
    assert.deepEqual(registry(text).byId.get('iraq')?.aliases, ['no']);
    assert.equal(
      written(addEntity(registry(EMPTY_REGISTRY), { id: 'a', name: 'A', type: 'person' })),
      'postgloss: 1\nentities:\n  - id: a\n    name: A\n    type: person\n',
    );
  });

  it('writes how names are found where it is not as usual, and leaves alone what it does not know', () => {
    const folded = written(
      addEntity(registry(EMPTY_REGISTRY), { id: 'a', name: 'A', type: 'person', aliases: ['Á'], match: 'folded' }),
    );
    assert.equal(
      folded,
      'postgloss: 1\nentities:\n  - id: a\n    name: A\n    type: person\n    aliases:\n      - Á\n    match: folded\n',
    );
    const exact = written(changeRegistry(registry(folded), { changed: new Map([['a', { match: 'exact' }]]) }));
    assert.equal(exact, folded.replace('    match: folded\n', ''));
    assert.equal(written(changeRegistry(registry(exact), { changed: new Map([['a', { match: 'folded' }]]) })), folded);
    assert.equal(
      written(addEntity(registry(exact), { id: 'b', name: 'B', type: 'x', match: 'exact' })).includes('match'),
      false,
    );

    for (const word of ['folded', '"folded" # shouted', 'exact', 'sometimes']) {
      const text = REGISTRY.replace('    aliases:', `    match: ${word}\n    aliases:`);
      const before = readRegistry(text);
      const [mara] = before.entities;
      assert(mara);
      const retyped = changeRegistry(before, { changed: new Map([['mara-lind', { type: 'place', name: 'Mara' }]]) });
      const grown = [
        written(retyped),
        written(addAlias(before, mara, 'Lind')),
        written(rejectAlias(before, mara, 'Ma')),
      ];
      for (const after of grown) {
        assert(after.includes(`    match: ${word}\n`), after);
        assert.equal(readRegistry(after).byId.get('mara-lind')?.match, mara.match);
      }
    }
  });

  it('adds an alias as one line, also where the name stands among the aliases or there are none yet', () => {
    const read = registry(REGISTRY);
    const [mara, paper] = read.entities;
    assert(mara && paper);
    assert.equal(
      written(addAlias(read, mara, 'Lind')),
      REGISTRY.replace('      - Mara Lind\n', '      - Mara Lind\n      - Lind\n'),
    );
    assert.equal(
      written(addAlias(read, paper, 'The Review')),
      REGISTRY.replace('publication\n', 'publication\n    aliases:\n      - The Review\n'),
    );
    assert.equal(written(addAlias(read, mara, 'M. Lind')), REGISTRY);
    assert.equal(written(addAlias(read, mara, 'Mara Lind')), REGISTRY);
  });

  it('finds the entity again in a registry that has changed since', () => {
    const [mara] = registry(REGISTRY).entities;
    assert(mara);
    const moved = REGISTRY.replace('  - id: mara', '  - id: new\n  - id: mara');
    assert.match(written(addAlias(registry(moved), mara, 'Lind')), /- Mara Lind\n {6}- Lind\n/);
    const gone = addAlias(registry('postgloss: 1\nentities:\n  - id: other\n'), mara, 'Lind');
    assert.equal(gone.ok, false);
  });

  it('refuses with a sentence what cannot be', () => {
    const read = registry(REGISTRY);
    const why = (result: ReturnType<typeof addEntity>) => (result.ok ? '' : result.why);
    assert.match(why(addEntity(read, { id: 'mara-lind', name: 'X', type: 'person' })), /already/);
    assert.match(why(addEntity(read, { id: 'two words', name: 'X', type: 'person' })), /cannot be an id/);
    assert.match(
      why(addEntity(readRegistry('postgloss: 9\nentities: []\n'), { id: 'a', name: 'X', type: 'person' })),
      /version “9”/,
    );
    assert.match(why(addEntity(readRegistry('<<<<<<< a\n'), { id: 'a', name: 'X', type: 'person' })), /conflict/);
  });

  it('gives back whatever names go in', () => {
    const name = fc.oneof(
      fc.string({ minLength: 1, maxLength: 8 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
      fc.constantFrom('no', '- a', 'a: b', 'x\ny', '*', '?'),
    );
    fc.assert(
      fc.property(name, fc.uniqueArray(name, { maxLength: 4 }), name, (first, aliases, later) => {
        const text = written(addEntity(registry(REGISTRY), { id: 'x', name: first, type: 'own type', aliases }));
        const again = registry(text);
        const entity = again.byId.get('x');
        assert(entity);
        assert.deepEqual([entity.name, entity.aliases], [first, aliases.filter((alias) => alias !== first)]);
        const after = registry(written(addAlias(again, entity, later))).byId.get('x');
        assert(later === first || after?.aliases.includes(later));
      }),
      trials(60),
    );
  });
});

describe('ids', () => {
  it('are made of the letters and digits of a name', () => {
    const cases = {
      'Qasem Soleimani': 'qasem-soleimani',
      'Marja’iyah': 'marjaiyah',
      '  Élan  Vital! ': 'elan-vital',
      İstanbul: 'istanbul',
      한국: '한국',
      عَرَبِي: 'عربي',
      '???': 'entity',
      '': 'entity',
    };
    for (const [name, id] of Object.entries(cases)) assert.equal(suggestId(name), id);
    assert.equal(suggestId('A', new Set(['a', 'a-2'])), 'a-3');
  });

  it('that are suggested can be ids, whatever the name, and are free', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom('𐌰', '한', 'a'), { maxLength: 90 }).map((parts) => parts.join('')),
        ),
        (name) => {
          const id = suggestId(name);
          assert.equal(isId(id), true, JSON.stringify(id));
          assert.equal(isId(suggestId(name, new Set([id]))), true);
          assert.notEqual(suggestId(name, new Set([id])), id);
          assert.doesNotMatch(id, /\p{Cs}/u);
        },
      ),
      trials(300),
    );
  });

  it('B20: have no spaces, empty parts, or anything invisible', () => {
    for (const id of ['a', 'claim/unsourced', 'a.b_c-d', '1', 'é', 'constructor']) assert.equal(isId(id), true, id);
    for (const id of [
      '',
      ' ',
      'a b',
      '-a',
      '/a',
      'a/',
      'a//b',
      'a\u200b',
      'a\u202eb',
      'a\n',
      '__proto__',
      'a\0',
      'x'.repeat(121),
      '../a',
      'a/../b',
    ])
      assert.equal(isId(id), false, id);
  });

  it('of annotations stand bare in YAML and begin with a letter', () => {
    for (let i = 0; i < 256; i++)
      assert.match(
        newAnnotationId((count) => new Uint8Array(count).fill(i)),
        /^[g-z][0-9a-z]{7}$/,
      );
    assert.notEqual(newAnnotationId(), newAnnotationId());
  });

  it('and types have colours of their own, or none', () => {
    assert.deepEqual([kindOf('person'), kindOf('ship'), kindOf('toString')], ['person', 'other', 'other']);
  });
});
