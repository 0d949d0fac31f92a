import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextEdit } from '../../../src/core/text/edit';
import { applyProven } from '../../../src/core/yaml/apply';
import type { Touched } from '../../../src/core/yaml/keeps-the-rest';
import { readRecords } from '../../../src/core/yaml/read-records';
import type { YamlNode } from '../../../src/core/yaml/tree';
import { blockSidecar } from '../../support/sidecars';
import { trials } from '../../support/trials';

// The net under every write of a file: here the writer is wrong on purpose, and must be caught.

const TEXT = `postgloss: 1
tool:
  version: 3
annotations:
  - id: a
    quote: the harbour
    tags:
      - claim
      - rumour
  - id: b
    quote: the ships
    about:
      port: north
      pier: ""
  - id: c
    note:
`;

/** A writer that replaces one place of the text, and a proof that is content with anything. */
function write(from: string, to: string, touched: Touched | readonly string[], text = TEXT) {
  const start = text.indexOf(from);
  assert(start >= 0 && !text.includes(from, start + 1), `“${from}” must stand in the text once`);
  const edit: TextEdit = { span: { start, end: start + from.length }, text: to };
  return applyProven(
    readRecords(text, 'annotations'),
    () => [edit],
    () => true,
    touched,
  );
}

const nothing: Touched = {};
const only = (index: number, ...fields: string[]): Touched => ({ changed: new Set([index]), fields });

describe('applyProven', () => {
  it('refuses a write that touches another record than was meant', () => {
    const wrong: readonly (readonly [string, string, string])[] = [
      ['another text', 'the ships', 'the ship'],
      ['a text more in a list', '- rumour', '- rumour\n      - claim'],
      ['a text less in a list', '      - rumour\n', ''],
      ['another text in a list', '- rumour', '- rumours'],
      ['a text that becomes a list', 'quote: the ships', 'quote:\n      - the ships'],
      ['a list that becomes a text', 'tags:\n      - claim\n      - rumour', 'tags: claim'],
      ['a list that becomes a map', '- claim\n      - rumour', 'claim:\n      rumour:'],
      ['another text deep in a map', 'port: north', 'port: south'],
      ['another key deep in a map', 'port: north', 'ports: north'],
      ['a map that becomes a text', 'about:\n      port: north\n      pier: ""', 'about: port'],
      ['a field more', 'id: b', 'id: b\n    by: mara'],
      ['a field less', '    quote: the ships\n', ''],
      ['fields in another order', 'id: b\n    quote: the ships', 'quote: the ships\n    id: b'],
      ['something in a field that held nothing', 'note:', 'note: Look again'],
      ['nothing in a field that held something', 'the harbour', ''],
      ['a line pulled into the text above', 'quote: the ships\n    about', 'quote: |-\n      the ships\n      about'],
    ];
    for (const [what, from, to] of wrong) {
      for (const touched of [nothing, only(0, 'id'), only(1, 'on'), only(2, 'id')]) {
        assert(!write(from, to, touched).ok, what);
      }
    }
  });

  it('refuses records that come, go or change places though nobody meant it', () => {
    const second = '  - id: b\n    quote: the ships\n    about:\n      port: north\n      pier: ""\n';
    const third = '  - id: c\n    note:\n';
    const more = `${third}  - id: d\n`;
    for (const [from, to] of [
      [third, more],
      [third, ''],
      [second, ''],
      [second + third, third + second],
    ] as const) {
      assert(!write(from, to, nothing).ok, to);
    }
    // One record was to come or go, and it is another one.
    assert(!write(third, more, { added: new Set([2]) }).ok);
    assert(!write(third, '', { removed: new Set([1]) }).ok);
    assert(!write(third, more, { removed: new Set([2]) }).ok);
    assert(!write(third, '', { added: new Set([3]) }).ok);
    assert(!write(second + third, '', { removed: new Set([2]) }).ok);
    assert(!write('  - id: c\n    note:\n', '  - id: d\n  - id: e\n', { added: new Set([3]) }).ok);
    // As meant, the same writes are let through.
    assert(write(third, more, { added: new Set([3]) }).ok);
    assert(write(third, '', { removed: new Set([2]) }).ok);
    assert(write(second, '', { removed: new Set([1]) }).ok);
  });

  it('refuses a field at the root that changes, comes or goes', () => {
    for (const to of [
      'tool:\n  version: 4\n',
      'tools:\n  version: 3\n',
      'tool: 3\n',
      '',
      'tool:\n  version: 3\nmore: x\n',
    ]) {
      assert(!write('tool:\n  version: 3\n', to, only(0, 'quote')).ok, to);
      assert(write('tool:\n  version: 3\n', to, { top: ['tool', 'tools', 'more'] }).ok, to);
    }
  });

  it('lets the fields through that were to change, in the one record that was meant', () => {
    assert(write('the ships', 'the ship', only(1, 'quote')).ok);
    assert(write('the ships', 'the ship', ['quote']).ok);
    assert(write('the harbour', 'a harbour', ['quote']).ok);
    assert(write('note:', 'note: Look again', ['note']).ok);
    assert(!write('the ships', 'the ship', ['note']).ok);
    // A record stays one, even where each of its fields may change.
    assert(!write('id: c\n    note:', 'c', ['id', 'note']).ok);
    assert(!write('- id: c\n    note:', '-', ['id', 'note']).ok);
    assert(!write('the ships', 'the ship', only(0, 'quote')).ok);
    assert(write('    quote: the ships\n', '', only(1, 'quote')).ok);
    assert(!write('  - id: b\n    quote: the ships\n', '  - x\n  - id: b\n', only(1, 'quote')).ok);
    // Two records of a batch that may change only one.
    const both = TEXT.replace('the ships', 'the harbours');
    assert(
      !write(
        TEXT.slice(TEXT.indexOf('the harbour')),
        both.slice(TEXT.indexOf('the harbour')).replace('claim', 'claims'),
        ['quote'],
      ).ok,
    );
  });

  it('lets through what reads the same: styles, comments, and nothing for an empty text', () => {
    for (const [from, to] of [
      ['quote: the ships', "quote: 'the ships' # which?"],
      ['- claim\n      - rumour', '- "claim"\n      # or\n      - rumour'],
      ['pier: ""', 'pier:'],
      ['note:', 'note: ""'],
    ] as const) {
      assert.deepEqual(write(from, to, nothing), { ok: true, text: TEXT.replace(from, to) });
    }
  });

  it('refuses a write that leaves the rest alone but does not hold what was meant', () => {
    const file = readRecords(TEXT, 'annotations');
    const seen: string[] = [];
    const answer = applyProven(
      file,
      () => [],
      (after) => {
        seen.push(after.text);
        return false;
      },
      nothing,
    );
    assert(!answer.ok && answer.why.includes('cannot be edited safely'));
    assert.deepEqual(seen, [TEXT]);
    assert(
      !applyProven(
        file,
        () => [{ span: { start: 0, end: 0 }, text: '# new\n' }],
        () => false,
        nothing,
      ).ok,
    );
    assert.equal(file.text, TEXT);
  });

  it('refuses a layout that the writer cannot write, and hides no other error', () => {
    const file = readRecords(TEXT, 'annotations');
    const overlapping = [
      { span: { start: 0, end: 9 }, text: '' },
      { span: { start: 4, end: 12 }, text: '' },
    ];
    assert(
      !applyProven(
        file,
        () => overlapping,
        () => true,
        nothing,
      ).ok,
    );
    const broken = () => {
      throw new TypeError('a fault of ours');
    };
    assert.throws(() => applyProven(file, broken, () => true, nothing), TypeError);
  });

  it('does not begin to write a file that it does not understand, and says why', () => {
    for (const [text, why] of [
      [TEXT.replace('postgloss: 1', 'postgloss: 2'), /version/],
      [`${TEXT}  - id: "open\n`, /./],
    ] as const) {
      const file = readRecords(text, 'annotations');
      const answer = applyProven(
        file,
        () => assert.fail('It was written'),
        () => true,
        nothing,
      );
      assert(!answer.ok && why.test(answer.why), text);
      assert.equal(answer.why, file.problems.find(({ severity }) => severity === 'error')?.message);
    }
  });

  it('notices one other word anywhere in a file of any layout', () => {
    const chosen = fc.tuple(blockSidecar, fc.nat(), fc.nat());
    let tried = 0;
    fc.assert(
      fc.property(chosen, ([{ text }, which, meant]) => {
        const file = readRecords(text, 'annotations');
        const values = [...wordsIn(file.root)];
        const value = values[which % Math.max(1, values.length)];
        if (!value) return;
        const edit: TextEdit = { span: value.span, text: '"another word"' };
        const hit = file.records.find(({ span }) => span.start <= value.span.start && value.span.end <= span.end);
        const others = file.records.filter((record) => record !== hit).map(({ index }) => index);
        const touched = only(others[meant % Math.max(1, others.length)] ?? -1, 'id', 'quote', 'tags', 'note', 'post');
        tried++;
        const answer = applyProven(
          file,
          () => [edit],
          () => true,
          touched,
        );
        assert(!answer.ok, text);
      }),
      trials(300),
    );
    assert(tried > 0);
  });
});

/** The scalars of one line, each of which another may stand in for without any other change. */
function* wordsIn(node: YamlNode | null): Iterable<YamlNode> {
  if (!node) return;
  if (node.kind === 'text') {
    if (!node.block) yield node;
  } else if (node.kind === 'list') for (const item of node.items) yield* wordsIn(item);
  else for (const { value } of node.entries) yield* wordsIn(value);
}
