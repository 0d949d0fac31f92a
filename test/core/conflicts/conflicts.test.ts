import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readConflicts } from '../../../src/core/conflicts/read-conflicts';
import { solveConflicts } from '../../../src/core/conflicts/decide-conflicts';
import type { Solution, ConflictedFile, Stages } from '../../../src/core/conflicts/conflict';
import { decideMerge } from '../../../src/core/merge/decide';
import { mergeTexts } from '../../../src/core/merge/merge-texts';
import { isList, type MergeFile } from '../../../src/core/merge/model';
import { readSide } from '../../../src/core/merge/read-side';
import { SIDECAR_SHAPE } from '../../../src/core/merge/shape';
import { conflicted, type Conflicted } from '../../support/conflicted';
import { seeded, type Fork } from '../../support/forks';
import { outcome, said, saidByFile } from '../../support/merge-laws';
import { trials } from '../../support/trials';

let count = 0;
const newId = () => `n3w${++count}`;

function solve(file: ConflictedFile, choices: Readonly<Record<string, Solution>>): string {
  const written = solveConflicts(file, new Map(Object.entries(choices)), newId);
  assert.ok(written.ok, written.ok ? '' : written.why);
  return written.text;
}

function read(text: string, path: string, stages: Stages | null = null): ConflictedFile {
  const file = readConflicts(text, path, stages);
  assert.equal(file.why, null, text);
  return file;
}

describe('a conflicted file', () => {
  it('comes out as the merge made it, as long as nothing is chosen', () => {
    fc.assert(
      fc.property(conflicted, ({ path, stages, text, conflicts }) => {
        const file = read(text, path, stages);
        assert.equal(file.conflicts.length, conflicts);
        assert.equal(solve(file, {}), text);
        // The markers do not tell which of two records came first that each side lacks one of: the two may change places.
        const fromMarkers = read(text, path);
        assert.equal(fromMarkers.conflicts.length, conflicts);
        assert.deepEqual(solve(fromMarkers, {}).split('\n').sort(), text.split('\n').sort());
      }),
      trials(120),
    );
  });

  it('becomes what the merge says where one side is chosen throughout, at once or one after the other', () => {
    fc.assert(
      fc.property(conflicted, fc.constantFrom('ours' as const, 'theirs' as const), (given, side) => {
        const { fork, path, text, stages } = given;
        const decided = decideMerge(fork.base, fork.ours, fork.theirs, fork.shape);
        assert.ok(decided.ok);
        const wanted = saidByFile(outcome(decided.decisions, fork, side));
        const file = read(text, path, stages);
        const atOnce = solve(file, Object.fromEntries(file.conflicts.map(({ key }) => [key, side])));
        assert.deepEqual(saidByFile(modelOf(atOnce, fork)), wanted);
        assert.equal(
          solveOneByOne(given, () => side),
          atOnce,
        );
      }),
      trials(120),
    );
  });

  it('loses nothing of either side but what a choice drops', () => {
    fc.assert(
      fc.property(conflicted, fc.integer({ min: 1, max: 1e6 }), (given, seed) => {
        const pick = seeded(seed);
        const dropped: string[] = [];
        const kept: string[] = [];
        const text = solveOneByOne(given, ({ both, ours, theirs, fields }) => {
          const choice = (['ours', 'theirs', both === null ? 'ours' : 'both'] as const)[pick(3)] ?? 'ours';
          for (const side of ['ours', 'theirs'] as const) {
            const into = choice === 'both' || choice === side ? kept : dropped;
            for (const field of fields) into.push(...textsOf(field[side], field.key));
            if (fields.length === 0 && { ours, theirs }[side])
              into.push(`id ${said({ ours, theirs }[side]?.get('id'))}`);
          }
          return choice;
        });
        const model = modelOf(text, given.fork);
        const all = [model.top, ...model.records].flatMap((record) => [
          `id ${said(record.get('id'))}`,
          ...[...record].flatMap(([key, value]) => textsOf(value, key)),
        ]);
        for (const part of kept) {
          const [key = '', ...words] = part.split(' ');
          const found = all.some((one) => one.startsWith(`${key} `) && one.includes(words.join(' ')));
          assert.ok(found, `${part} is lost in\n${text}`);
        }
        const ids = model.records.flatMap((record) => record.get('id') ?? []);
        assert.equal(new Set(ids).size, ids.length);
      }),
      trials(120),
    );
  });

  it('can be solved from its markers alone, where nobody knows what both started from', () => {
    const file = read(
      sidecar(
        '  - id: aaaa\n    quote: one\n',
        '<<<<<<< HEAD\n',
        '    tags:\n      - claim\n=======\n    tags:\n      - claim\n      - rumour\n    note: theirs\n>>>>>>> b\n',
      ),
      'a.txt.gloss.yaml',
    );
    const [conflict] = file.conflicts;
    assert.ok(conflict);
    assert.deepEqual(
      conflict.fields.map(({ key }) => key),
      ['tags', 'note'],
    );
    assert.equal(
      solve(file, { 'record aaaa': 'both' }),
      sidecar('  - id: aaaa\n    quote: one\n    tags:\n      - claim\n      - rumour\n    note: theirs\n'),
    );
  });

  it('is merged record by record where git has merged lines, as far as it goes', () => {
    const base = sidecar(record('aaaa', 'one'), record('bbbb', 'two'));
    const ours = sidecar(record('aaaa', 'one'), record('oooo', 'o'), record('bbbb', 'two'));
    const theirs = sidecar(record('aaaa', 'one'), record('tttt', 't'), record('bbbb', 'two'));
    const byLines = sidecar(
      record('aaaa', 'one'),
      '  - id: <'.slice(0, 0),
      `<<<<<<< HEAD\n${record('oooo', 'o')}=======\n${record('tttt', 't')}>>>>>>> b\n`,
      record('bbbb', 'two'),
    );
    const file = read(byLines, 'a.txt.gloss.yaml', { base, ours, theirs, byLines });
    assert.equal(file.conflicts.length, 0);
    const wanted = mergeTexts({ base, ours, theirs });
    assert.ok(wanted.kind === 'merged');
    assert.equal(solve(file, {}), wanted.text);
    // Without git's versions it could also be that each side has deleted the other's.
    assert.equal(read(byLines, 'a.txt.gloss.yaml').conflicts.length, 2);
  });

  it('keeps what somebody has solved by hand already', () => {
    const base = sidecar(record('aaaa', 'one'), record('bbbb', 'two'));
    const ours = sidecar(record('aaaa', 'our one'), record('bbbb', 'our two'));
    const theirs = sidecar(record('aaaa', 'their one'), record('bbbb', 'their two'));
    const byLines = mergeTexts({ base, ours, theirs });
    assert.ok(byLines.kind === 'conflict');
    const byHand = byLines.text.replace(/^<{7}[^]*?^>{7} theirs\n/m, record('aaaa', 'by hand'));
    const file = read(byHand, 'a.txt.gloss.yaml', { base, ours, theirs, byLines: byLines.text });
    assert.deepEqual(
      file.conflicts.map(({ key }) => key),
      ['record bbbb'],
    );
    assert.match(solve(file, { 'record bbbb': 'theirs' }), /by hand[^]*their two/);
  });

  it('joins notes, and makes two records of what cannot be joined', () => {
    const base = sidecar(record('aaaa', 'note'), '  - id: bbbb\n    quote: two\n    entity: e\n');
    const ours = base.replace('note: note', 'note: our word').replace('entity: e', 'entity: mine');
    const theirs = base.replace('note: note', 'note: their word').replace('entity: e', 'entity: yours');
    const merged = mergeTexts({ base, ours, theirs });
    assert.ok(merged.kind === 'conflict');
    const file = read(merged.text, 'a.txt.gloss.yaml');
    assert.deepEqual(
      file.conflicts.map(({ both }) => both),
      ['join', 'two'],
    );
    count = 0;
    assert.equal(
      solve(file, { 'record aaaa': 'both', 'record bbbb': 'both' }),
      sidecar(
        '  - id: aaaa\n    quote: passage\n    note: |-\n      our word\n\n      their word\n',
        '  - id: bbbb\n    quote: two\n    entity: mine\n  - id: n3w1\n    quote: two\n    entity: yours\n',
      ),
    );
  });

  it('leaves an empty list as one that can be read', () => {
    const base = sidecar(record('aaaa', 'one'));
    const theirs = sidecar(record('aaaa', 'two'));
    const merged = mergeTexts({ base, ours: 'postgloss: 1\nannotations: []\n', theirs });
    assert.ok(merged.kind === 'conflict');
    const text = solve(read(merged.text, 'a.txt.gloss.yaml'), { 'record aaaa': 'ours' });
    assert.equal(text, 'postgloss: 1\nannotations: []\n');
  });

  it('says why where nobody but a person can go on', () => {
    const why = (text: string) => readConflicts(text, 'a.txt.gloss.yaml', null).why ?? '';
    assert.match(why('postgloss: 1\n<<<<<<< a\n'), /do not go together/);
    assert.match(why(sidecar('<<<<<<< a\n  - id: "x\n=======\n>>>>>>> b\n')), /^Our side: /);
    const twice = '  - id: x\n    quote: q\n';
    assert.match(why(sidecar(twice, '<<<<<<< a\n', twice, '=======\n>>>>>>> b\n')), /there twice/);
    const file = readConflicts('<<<<<<< a\n', 'a.txt.gloss.yaml', null);
    assert.equal(solveConflicts(file, new Map(), newId).ok, false);
  });

  it('refuses a choice about a conflict that is gone', () => {
    const file = read(sidecar('<<<<<<< a\n', record('aaaa', 'x'), '=======\n>>>>>>> b\n'), 'a.txt.gloss.yaml');
    assert.equal(solveConflicts(file, new Map([['record zzzz', 'ours']]), newId).ok, false);
  });
});

function sidecar(...parts: readonly string[]): string {
  return `postgloss: 1\nannotations:\n${parts.join('')}`;
}

function record(id: string, note: string): string {
  return `  - id: ${id}\n    quote: passage\n    note: ${note}\n`;
}

/** Solves a file one conflict after the other, each time from what is in the file alone. */
function solveOneByOne(
  { text, path }: Conflicted,
  choose: (conflict: ConflictedFile['conflicts'][number]) => Solution,
): string {
  let now = text;
  for (let left = read(text, path).conflicts.length; left > 0; left--) {
    const file = read(now, path);
    assert.equal(file.conflicts.length, left);
    const [first] = file.conflicts;
    assert.ok(first);
    now = solve(file, { [first.key]: choose(first) });
  }
  return now;
}

function modelOf(text: string, { shape }: Fork): MergeFile {
  const side = readSide(text, shape);
  assert.ok(side.ok, text);
  return side.side.model;
}

/** What of a field has to be found, whatever it was joined with. */
function textsOf(value: Parameters<typeof said>[0], key: string): string[] {
  if (value === undefined || value === null || value === '') return [];
  if (isList(value) && (SIDECAR_SHAPE.parts.has(key) || key === 'aliases' || key === 'archives'))
    return value.map((part) => `${key} ${said(part)}`);
  return [`${key} ${said(value).replace(/^"|"$/g, '')}`];
}
