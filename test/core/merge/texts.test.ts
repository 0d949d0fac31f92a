import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeTexts, mergeWhole } from '../../../src/core/merge/merge-texts';
import { readSide } from '../../../src/core/merge/read-side';
import type { Shape } from '../../../src/core/merge/shape';
import { BLANK } from '../../../src/core/sidecar/annotation';
import { readSidecar } from '../../../src/core/sidecar/read-sidecar';
import { addAnnotation, changeAnnotation, removeAnnotation } from '../../../src/core/sidecar/write-sidecar';
import { writeFile, type Layout } from '../../support/fork-text';
import { makeFork, type Pick } from '../../support/forks';
import { decide, outcome, saidByFile } from '../../support/merge-laws';
import { blockSidecar } from '../../support/sidecars';
import { trials } from '../../support/trials';

const layout: fc.Arbitrary<Layout> = fc.record({
  dash: fc.constantFrom(0, 2, 2),
  seed: fc.oneof(fc.constant(0), fc.nat(1000)),
  eol: fc.constantFrom('\n', '\n', '\n', '\r\n'),
});
const written = fc.tuple(fc.gen(), layout).map(([g, chosen]) => {
  const fork = makeFork((limit) => g(fc.nat, limit - 1));
  const empty = fork.base.records.length === 0 && fork.base.top.size === 0;
  return {
    fork,
    base: empty ? '' : writeFile(fork.base, fork.shape, chosen),
    ours: writeFile(fork.ours, fork.shape, chosen),
    theirs: writeFile(fork.theirs, fork.shape, chosen),
  };
});

describe('mergeTexts', () => {
  it('writes what was decided', () => {
    fc.assert(
      fc.property(written, ({ fork, ...texts }) => {
        const merged = mergeTexts(texts);
        const decisions = decide(fork);
        if (texts.ours === texts.theirs || texts.ours === texts.base || texts.theirs === texts.base) return;
        const kind = !decisions ? 'doubt' : decisions.conflicts === 0 ? 'merged' : 'conflict';
        assert.equal(merged.kind, kind, JSON.stringify(merged));
        if (merged.kind === 'doubt' || !decisions) return;
        for (const side of ['ours', 'theirs'] as const) {
          const read = model(solve(merged.text, side), fork.shape);
          assert.deepEqual(read, saidByFile(outcome(decisions, fork, side)));
        }
      }),
      trials(700),
    );
  });

  it('answers the bytes of the side that alone changed something', () => {
    fc.assert(
      fc.property(written, ({ base, ours }) => {
        fc.pre(base !== '');
        assert.deepEqual(mergeTexts({ base, ours, theirs: base }), { kind: 'merged', text: ours });
        assert.deepEqual(mergeTexts({ base, ours: base, theirs: ours }), { kind: 'merged', text: ours });
        assert.deepEqual(mergeTexts({ base, ours, theirs: ours }), { kind: 'merged', text: ours });
      }),
      trials(200),
    );
  });

  it('merges what the tool did to files that people laid out in any way', () => {
    fc.assert(
      fc.property(blockSidecar, fc.gen(), ({ text }, g) => {
        const pick: Pick = (limit) => g(fc.nat, limit - 1);
        const [ours, theirs] = [edited(text, pick, 'o'), edited(text, pick, 't')];
        const merged = mergeTexts({ base: stripMark(text), ours: stripMark(ours), theirs: stripMark(theirs) });
        if (merged.kind === 'doubt') return;
        for (const side of ['ours', 'theirs'] as const) {
          assert.ok(readSidecar(solve(merged.text, side)).writable, merged.text);
        }
        for (const side of [ours, theirs]) {
          for (const { id } of readSidecar(side).annotations) {
            if (id === null || !/^[ot]\d/.test(id)) continue;
            assert.ok(merged.text.includes(id), `${id} is lost`);
          }
        }
      }),
      trials(300),
    );
  });

  it('comes to the same in a large file, of which it reads only what differs', () => {
    fc.assert(
      fc.property(written, fc.nat(2), ({ fork, ...texts }, kind) => {
        fc.pre(texts.base !== '' && !texts.base.includes('\r'));
        const [base, ours, theirs] = [texts.base, texts.ours, texts.theirs].map((text) =>
          enlarged(text, fork.shape, kind),
        );
        if (base === undefined || ours === undefined || theirs === undefined) return;
        const size = fork.ours.records.some((record) => record.get('id') === 'shared') ? 9 : 7;
        const whole = mergeWhole({ base, ours, theirs }, fork.shape, size, '\n');
        assert.deepEqual(mergeTexts({ base, ours, theirs }, { markerSize: size }), whole);
      }),
      trials(12),
    );
  });

  it('D5: never throws, and gives up on what it cannot read', () => {
    const piece = fc.constantFrom(
      'postgloss: 1\n',
      'annotations:\n',
      '  - id: a\n',
      '    quote: q\n',
      '- x\n',
      '<<<<<<< a\n',
      '\r\n',
      '"',
      '[',
      'tags: {',
      '\0',
      'a: &b c\n',
      '%',
      '\t',
      'é',
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        const merged = mergeTexts({ base, ours, theirs });
        if (merged.kind === 'merged')
          assert.ok(readSidecar(merged.text).writable || readSide(merged.text, SHAPE_OF_TAGS).ok);
      }),
      trials(1000),
    );
  });
});

const SHAPE_OF_TAGS = { kind: 'codebook', listKey: 'tags' } as Shape;

/** Chooses one side in every conflict, as a person would. */
function solve(text: string, side: 'ours' | 'theirs'): string {
  return text.replace(/^<{7} ours\r?\n([^]*?)^={7}\r?\n([^]*?)^>{7} theirs\r?\n/gm, side === 'ours' ? '$1' : '$2');
}

function model(text: string, shape: Shape): ReturnType<typeof saidByFile> {
  const read = readSide(text, shape);
  assert.ok(read.ok, text);
  return saidByFile(read.side.model);
}

function stripMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}

/** The file with many more records: before the others, behind them, or some of them written by hand. */
function enlarged(text: string, { listKey }: Shape, kind: number): string {
  const dash = /^( *)- id/m.exec(text)?.[1] ?? '  ';
  const more = Array.from({ length: 700 }, (_, i) => {
    const fields = [
      `- id: many-${i}`,
      `  quote: a passage with the number ${i}`,
      '  note: |-',
      '    one',
      '    two',
      '  tags:',
      '    - x',
    ];
    return fields
      .map((line) => `${dash}${line}${kind === 2 && i % 9 === 0 ? (line.endsWith('x') ? ' # why' : '') : ''}\n`)
      .join('');
  }).join('');
  const bare = text.replace(new RegExp(`^${listKey}:.*\\n`, 'm'), `${listKey}:\n`);
  if (kind === 0) return bare.replace(`${listKey}:\n`, `${listKey}:\n${more}`);
  return bare.endsWith('# the end\n') ? `${bare.slice(0, -10)}${more}# the end\n` : bare + more;
}

/** Some edits as the tool makes them. */
function edited(text: string, pick: Pick, side: string): string {
  let now = text;
  for (let left = 1 + pick(3), n = 0; left > 0; left--) {
    const sidecar = readSidecar(now);
    const stored = sidecar.annotations[pick(sidecar.annotations.length + 1)];
    const kind = pick(4);
    const result =
      !stored || kind === 0
        ? addAnnotation(sidecar, { ...BLANK, id: `${side}${n++}`, quote: 'new', tags: [`${side}tag`] }, pick(4))
        : kind === 1
          ? removeAnnotation(sidecar, stored)
          : changeAnnotation(
              sidecar,
              stored,
              kind === 2 ? { tags: [...stored.tags, `${side}tag`] } : { note: `${side} note` },
            );
    if (result.ok) now = result.text;
  }
  return now;
}
