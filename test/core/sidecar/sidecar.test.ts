import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BLANK, saysSomething, type Annotation } from '../../../src/core/sidecar/annotation';
import { EMPTY_SIDECAR, readSidecar } from '../../../src/core/sidecar/read-sidecar';
import { addAnnotation, changeAnnotation, findStored, removeAnnotation } from '../../../src/core/sidecar/write-sidecar';
import type { Written } from '../../../src/core/yaml/apply';
import { marked } from '../../support/marked';
import { blockSidecar } from '../../support/sidecars';
import { trials } from '../../support/trials';

const SIDECAR = `# Reviewed.
postgloss: 1
annotations: # by place
  - id: g1
    quote: break barriers
    tags:
      - claim
    reviewed: {by: jo}
  # The next one is open.
  - id: g2
    quote: The Call
    note: |-
      Two
      # lines.
    # done
  - quote: by hand
    tags: [a, b] # flow
`;

function text(written: Written): string {
  assert(written.ok, written.ok ? '' : written.why);
  return written.text;
}

function stored(source: string, index: number) {
  const sidecar = readSidecar(source);
  const annotation = sidecar.annotations[index];
  assert(annotation);
  return { sidecar, annotation };
}

function change(source: string, index: number, changes: Partial<Annotation>): string {
  const { sidecar, annotation } = stored(source, index);
  return text(changeAnnotation(sidecar, annotation, changes));
}

function remove(source: string, index: number): string {
  const { sidecar, annotation } = stored(source, index);
  return text(removeAnnotation(sidecar, annotation));
}

const add = (source: string, index: number, annotation: Partial<Annotation>) =>
  text(addAnnotation(readSidecar(source), { ...BLANK, quote: 'new', ...annotation }, index));

describe('reading a sidecar', () => {
  it('reads what people write by hand: one tag as text, fields missing, strings as they are', () => {
    const { annotations, problems, writable } = readSidecar(
      'postgloss: 1\nannotations:\n  - quote: 1e3\n    tags: no\n    note: ~\n  - {quote: "", id: x}\n  - quote: a\n    tags: [b, b, "", c]\n',
    );
    assert.equal(writable, true);
    assert.deepEqual(
      annotations.map(({ quote, tags, note }) => [quote, tags, note]),
      [
        ['1e3', ['no'], '~'],
        ['a', ['b', 'c'], null],
      ],
    );
    assert.deepEqual(
      problems.map((problem) => problem.code),
      ['missing-field'],
    );
  });

  it('takes words that it knows for what they mean, and keeps the others as the file has them', () => {
    const source = (scope: string, orphan: string, copy: string) =>
      `postgloss: 1\nannotations:\n  - id: a\n    quote: x\n    copy: ${copy}\n    orphan: ${orphan}\n    tags:\n      - b\n    scope: ${scope}\n`;
    const known = stored(source('post', 'kept', '2/3'), 0).annotation;
    assert.deepEqual([known.scope, known.orphan, known.copy], ['post', 'kept', { n: 2, of: 3 }]);
    assert.equal(stored(source('post', 'kept', 'distinct'), 0).annotation.copy, 'some');
    assert.equal(stored(source('post', 'kept', '0/0'), 0).annotation.copy, 'some');
    const former = source('post', 'kept', '0/0');
    assert.equal(change(former, 0, { copy: 'some', tags: ['c'] }), former.replace('- b', '- c'));
    const odd = source('"archive"', 'yes # seen', '3/2');
    const { sidecar, annotation } = stored(odd, 0);
    assert.deepEqual(
      [annotation.scope, annotation.orphan, annotation.copy],
      [{ unknown: 'archive' }, { unknown: 'yes' }, { unknown: '3/2' }],
    );
    assert.deepEqual(
      sidecar.problems.map(({ severity, message }) => [severity, message]),
      [['warning', 'The scope “archive” is not known. Write “post”, or leave the line out.']],
    );
    const { scope, orphan, copy } = annotation;
    assert.equal(change(odd, 0, { scope, orphan, copy, tags: ['c'] }), odd.replace('- b', '- c'));
    assert.equal(
      change(odd, 0, { scope: 'post', copy: { n: 1, of: 2 } }).replace('1/2', '3/2'),
      odd.replace('"archive"', 'post'),
    );
    assert.equal(
      add(EMPTY_SIDECAR, 0, { scope, copy }),
      'postgloss: 1\nannotations:\n  - quote: new\n    copy: 3/2\n    scope: archive\n',
    );
  });

  it('B7: marks ids that are there twice, and shows both', () => {
    const { text: source, spans } = marked(
      'postgloss: 1\nannotations:\n  - id: a\n    quote: x\n  - id: ⟦a⟧\n    quote: y\n',
    );
    const { annotations, problems } = readSidecar(source);
    assert.equal(annotations.length, 2);
    assert.deepEqual(
      problems.map(({ code, span }) => [code, span]),
      [['duplicate-id', spans[0]]],
    );
  });

  it('finds an annotation of an older reading again, or none', () => {
    const { annotation } = stored(SIDECAR, 1);
    const later = readSidecar(SIDECAR.replace('  - id: g1', '  - id: g0\n    quote: z\n  - id: g1'));
    assert.equal(findStored(later, annotation), later.annotations[2]);
    assert.equal(findStored(readSidecar(SIDECAR.replace('g2', 'g3')), annotation), undefined);
    assert.equal(findStored(readSidecar(EMPTY_SIDECAR), annotation), undefined);
  });

  it('knows which annotations say something', () => {
    assert.deepEqual(
      [BLANK, { ...BLANK, tags: ['a'] }, { ...BLANK, note: 'a' }, { ...BLANK, not: 'a' }, { ...BLANK, by: 'jo' }].map(
        saysSomething,
      ),
      [false, true, true, true, false],
    );
  });
});

describe('writing a sidecar', () => {
  it('adds one line for one more tag, and takes one out for one less', () => {
    assert.equal(
      change(SIDECAR, 0, { tags: ['claim', 'new'] }),
      SIDECAR.replace('- claim\n', '- claim\n      - new\n'),
    );
    assert.equal(change(SIDECAR, 0, { tags: [] }), SIDECAR.replace('    tags:\n      - claim\n', ''));
    const two = change(SIDECAR, 0, { tags: ['claim', 'new'] });
    assert.equal(change(two, 0, { tags: ['new'] }), SIDECAR.replace('- claim\n', '- new\n'));
    assert.equal(change(two, 0, { tags: ['new', 'claim'] }), SIDECAR.replace('- claim\n', '- new\n      - claim\n'));
    assert.equal(change(SIDECAR, 0, { tags: ['claim', 'claim', ''] }), SIDECAR);
  });

  it('puts a field where the order of fields has it, in one line', () => {
    assert.equal(change(SIDECAR, 0, { entity: 'x' }), SIDECAR.replace('- claim\n', '- claim\n    entity: x\n'));
    assert.equal(change(SIDECAR, 0, { post: 'p' }), SIDECAR.replace('id: g1\n', 'id: g1\n    post: p\n'));
    assert.equal(change(SIDECAR, 1, { by: 'jo' }), SIDECAR.replace('# lines.\n', '# lines.\n    by: jo\n'));
    assert.equal(change(SIDECAR, 2, { id: 'g3' }), SIDECAR.replace('- quote: by hand', '- id: g3\n    quote: by hand'));
  });

  it('keeps the comment behind a value, and behind a flow list that becomes lines', () => {
    assert.equal(
      change(SIDECAR, 2, { tags: ['a', 'b', 'c'] }),
      SIDECAR.replace(' [a, b] # flow', ' # flow\n      - a\n      - b\n      - c'),
    );
    const commented = SIDECAR.replace('The Call', 'The Call # why');
    assert.equal(change(commented, 1, { quote: 'a\nb' }), commented.replace('The Call', '"a\\nb"'));
  });

  it('takes the first field out and leaves the dash to the next, whatever the others hold', () => {
    const source =
      'postgloss: 1\nannotations:\n  - note: first\n    # a comment\n    quote: x\n    odd:\n      - - deep\n        - er: 1\n';
    assert.equal(change(source, 0, { note: null }), source.replace('note: first\n    # a comment', '# a comment'));
    assert.equal(change(source, 0, { note: null, id: 'a' }), source.replace('note: first\n    #', 'id: a\n    #'));
  });

  it('keeps items of a list that nobody can read when another is added', () => {
    const source =
      'postgloss: 1\nannotations:\n  - quote: x\n    tags:\n      - a\n      - {b: c}\n      -\n      - a\n';
    assert.equal(change(source, 0, { tags: ['a', 'z'] }), `${source}      - z\n`);
  });

  it('adds a record without changing a line, at its place and under the comments of the one before', () => {
    const record = '  - quote: new\n    tags:\n      - claim\n';
    assert.equal(add(SIDECAR, 1, { tags: ['claim'] }), SIDECAR.replace('  # The next', `${record}  # The next`));
    assert.equal(add(SIDECAR, 2, { tags: ['claim'] }), SIDECAR.replace('    # done\n', `    # done\n${record}`));
    assert.equal(add(SIDECAR, 9, { tags: ['claim'] }), SIDECAR + record);
  });

  it('begins a list where there is none', () => {
    const record = '  - quote: new\n';
    assert.equal(add(EMPTY_SIDECAR, 0, {}), `postgloss: 1\nannotations:\n${record}`);
    assert.equal(add('postgloss: 1', 0, {}), `postgloss: 1\nannotations:\n${record.trimEnd()}`);
    assert.equal(
      add('postgloss: 1\r\n', 0, { tags: ['a'] }),
      'postgloss: 1\r\nannotations:\r\n  - quote: new\r\n    tags:\r\n      - a\r\n',
    );
    assert.equal(add('postgloss: 1\nannotations:\n', 0, {}), `postgloss: 1\nannotations:\n${record}`);
    assert.equal(
      add('postgloss: 1\nannotations: [] # none\nx: y\n', 0, {}),
      `postgloss: 1\nannotations: # none\n${record}x: y\n`,
    );
    const deep = 'postgloss: 1\nannotations: []\n      # deep\n';
    assert.equal(add(deep, 0, { quote: 'x\ny' }), `${deep.replace(' []', '')}  - quote: |-\n      x\n      y\n`);
    assert.equal(add('  postgloss: 1\n', 0, {}), '  postgloss: 1\n  annotations:\n    - quote: new\n');
  });

  it('takes a record out with the comments inside it, and leaves an empty list behind the last', () => {
    assert.equal(remove(SIDECAR, 1), SIDECAR.replace(/ {2}- id: g2[^]*# done\n/, ''));
    assert.equal(remove('postgloss: 1\nannotations: # all\n  - quote: x', 0), 'postgloss: 1\nannotations: [] # all\n');
    const note =
      'postgloss: 1\nannotations:\n  - quote: a\n    note: |\n      text\n  - quote: b\n        # deep\n  - quote: c\n';
    assert.equal(remove(note, 1), note.replace('  - quote: b\n        # deep\n', ''));
  });

  it('finds the right record in a file with broken ones', () => {
    const source = 'postgloss: 1\nannotations:\n  - text\n  - id: x\n  - quote: a\n  - - b\n  - quote: c\n';
    assert.equal(change(source, 1, { note: 'now' }), source.replace('quote: c\n', 'quote: c\n    note: now\n'));
    assert.equal(remove(source, 0), source.replace('  - quote: a\n', ''));
    assert.equal(add(source, 1, {}), source.replace('  - quote: c', '  - quote: new\n  - quote: c'));
  });

  it('keeps the comments of the tags that stay, whichever tag comes or goes', () => {
    const list = (...tags: string[]) =>
      `postgloss: 1\nannotations:\n  - id: g\n    quote: q\n    tags:\n${tags.map((tag) => `      - ${tag}\n`).join('')}`;
    const three = list('a # first', 'b # second', 'c # third');
    assert.equal(change(three, 0, { tags: ['a', 'b'] }), list('a # first', 'b # second'));
    assert.equal(change(three, 0, { tags: ['b', 'c'] }), list('b # second', 'c # third'));
    assert.equal(change(three, 0, { tags: ['a', 'c'] }), list('a # first', 'c # third'));
    assert.equal(change(three, 0, { tags: ['a', 'c', 'd'] }), list('a # first', 'c # third', 'd'));
    assert.equal(change(three, 0, { tags: ['c', 'd', 'e'] }), list('c # third', 'd', 'e'));
    assert.equal(change(list('a # first'), 0, { tags: ['a', 'b'] }), list('a # first', 'b'));
  });

  it('leaves every byte where a change says what stands there already', () => {
    const flow = 'postgloss: 1\nannotations: [{id: g, quote: q,   tags: [a, a]}, {quote: r}] # flow\n';
    const block = SIDECAR.replace('- claim', '- "claim"');
    for (const source of [flow, block]) {
      readSidecar(source).annotations.forEach(({ id, quote, tags, note }, index) => {
        assert.equal(change(source, index, { id, quote, tags, note }), source);
        assert.equal(change(source, index, {}), source);
      });
    }
  });

  it('rewrites a record in flow style as a block, and all of a flow list', () => {
    assert.equal(
      change('postgloss: 1\nannotations:\n  - {quote: x, odd: [1e3, no]} # c\n  - quote: y\n', 0, { note: 'a\nb' }),
      'postgloss: 1\nannotations:\n  - quote: x\n    note: "a\\nb"\n    odd:\n      - "1e3"\n      - "no" # c\n  - quote: y\n',
    );
    assert.equal(
      add('postgloss: 1\nannotations: [{quote: x}] # c\n', 0, {}),
      'postgloss: 1\nannotations: # c\n  - quote: new\n  - quote: x\n',
    );
    assert.equal(remove('postgloss: 1\nannotations: [{quote: x}]\n', 0), 'postgloss: 1\nannotations: []\n');
  });

  it('refuses with a sentence what it cannot do without loss, and what it must not write', () => {
    const refused: [string, RegExp][] = [
      ['postgloss: 1\nannotations: [{quote: x}, # why\n  {quote: y}]\n', /block style/],
      ['postgloss: 1\nannotations:\n  - {quote: x, # why\n     note: y}\n', /block style/],
      ['postgloss: 1\nannotations:\n  - {quote: x, odd: {a: [b]}}\n', /block style/],
      ['{postgloss: 1, annotations: [{quote: x}]}\n', /block style/],
      ['postgloss: 2\nannotations:\n  - quote: x\n', /version “2”/],
      ['postgloss: 1\nannotations:\n  - quote: x\n    note: &a y\n', /anchor/],
      ['postgloss: 1\nannotations:\n  - quote: x\n  - quote: "y\n', /quote/],
      ['postgloss: 1\nannotations:\n  - quote: x\nannotations: []\n', /twice/],
      ['postgloss: 1\nannotations:\n  - quote: x\nother: ["\n', /./],
    ];
    for (const [source, why] of refused) {
      const { sidecar, annotation } = stored(source, 0);
      const results = [changeAnnotation(sidecar, annotation, { note: 'new' })];
      if (!sidecar.writable)
        results.push(removeAnnotation(sidecar, annotation), addAnnotation(sidecar, { ...BLANK, quote: 'q' }, 0));
      for (const result of results) {
        assert(!result.ok, source);
        assert.match(result.why, why);
        assert.match(result.why, /^[A-Z“].*\.$/);
      }
    }
    const { sidecar, annotation } = stored(SIDECAR, 0);
    assert.equal(changeAnnotation(sidecar, annotation, { quote: '' }).ok, false);
    assert.equal(changeAnnotation(readSidecar(EMPTY_SIDECAR), annotation, { note: 'x' }).ok, false);
    assert.equal(addAnnotation(readSidecar(''), { ...BLANK, quote: 'q' }, 0).ok, false);
    assert.equal(
      addAnnotation(readSidecar('postgloss: 1\nannotations: null\n'), { ...BLANK, quote: 'q' }, 0).ok,
      false,
    );
  });

  it('does what was meant or refuses, in whatever style a file is written', () => {
    const values = fc.constantFrom(
      'x',
      '"y z"',
      "'#'",
      '[a, b]',
      '[a, {b: c}]',
      '{a: b}',
      '|+\n      keep\n\n',
      '|\n      clip',
      '>\n      fold\n      ed\n',
      '',
      '~',
    );
    const field = fc
      .tuple(fc.constantFrom('id', 'tags', 'note', 'entity', 'odd'), values)
      .map(([key, value]) => `${key}: ${value}`);
    const block = fc
      .uniqueArray(field, { selector: (line) => line.split(':')[0], maxLength: 4 })
      .map((fields) => `  - ${['quote: q', ...fields].join('\n    ')}\n`);
    const flow = fc.constantFrom(
      '  - {quote: q}\n',
      '  - {quote: q, note: n, tags: [a]} # c\n',
      '  - {quote: q,\n     odd: {a: [b]}}\n',
      '  - - nested\n',
      '  -\n',
      '  - text\n',
      '\n',
      '  # c\n',
      '      # deep\n',
    );
    const lists = fc.oneof(
      fc
        .array(fc.oneof({ weight: 3, arbitrary: block }, flow), { maxLength: 4 })
        .map((records) => `annotations:\n${records.join('')}`),
      fc.constantFrom(
        'annotations: [{quote: q}, {quote: r, tags: [a, b]}] # c\n',
        'annotations: [\n  {quote: q}, # c\n  {quote: r}\n]\n',
        'annotations: [text, {quote: q}]\n',
      ),
    );
    const changes = fc.record(
      {
        note: fc.option(fc.constantFrom('n', 'two\nlines')),
        tags: fc.constantFrom([], ['a'], ['b', 'new']),
        id: fc.constantFrom(null, 'i'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        lists,
        fc.constantFrom('', 'tail: x\n', 'tail: |+\n  x\n\n'),
        fc.nat(4),
        changes,
        (list, tail, at, wanted) => {
          const source = `postgloss: 1\n${list}${tail}`;
          const sidecar = readSidecar(source);
          if (!sidecar.writable) return;
          const annotation = sidecar.annotations[at % Math.max(1, sidecar.annotations.length)];
          const before = JSON.stringify(sidecar.annotations.map(said));
          const results = [addAnnotation(sidecar, { ...BLANK, quote: 'new', ...wanted }, at)];
          if (annotation)
            results.push(changeAnnotation(sidecar, annotation, wanted), removeAnnotation(sidecar, annotation));
          results.forEach((result, i) => {
            if (!result.ok) {
              assert.match(result.why, /\.$/);
              return;
            }
            const after = readSidecar(result.text);
            assert.equal(after.writable, true);
            assert.equal(after.annotations.length, sidecar.annotations.length + (1 - i));
            const others = after.annotations
              .map(said)
              .filter(
                (_, k) => i === 2 || k !== (i === 0 ? Math.min(at, sidecar.annotations.length) : annotation?.index),
              );
            const old = sidecar.annotations.map(said).filter((_, k) => i === 0 || k !== annotation?.index);
            assert.deepEqual(others, old);
          });
          assert.equal(JSON.stringify(sidecar.annotations.map(said)), before);
        },
      ),
      trials(250),
    );
  });

  it('can be undone by the opposite request: what was added is taken out without a trace', () => {
    fc.assert(
      fc.property(blockSidecar, fc.nat(4), ({ text: source, count }, at) => {
        if (count === 0) return;
        const sidecar = readSidecar(source.endsWith('\n') ? source : `${source}\n`);
        const index = Math.min(at, count);
        const added = text(addAnnotation(sidecar, { ...BLANK, quote: 'new', note: 'a\nb', tags: ['x'] }, index));
        assert.equal(remove(added, index), sidecar.file.text);
      }),
      trials(150),
    );
  });
});

const said = ({ record: _record, index: _index, ...annotation }: ReturnType<typeof stored>['annotation']) => annotation;
