import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { StoredAnnotation } from '../../../src/core/sidecar/annotation';
import { readSidecar, type Sidecar } from '../../../src/core/sidecar/read-sidecar';
import {
  changeAnnotation,
  changeAnnotations,
  removeAnnotation,
  removeAnnotations,
} from '../../../src/core/sidecar/write-sidecar';
import type { Written } from '../../../src/core/yaml/apply';
import { anyChange } from '../../support/operations';
import { blockSidecar } from '../../support/sidecars';
import { trials } from '../../support/trials';

// Many at once must come to what one after the other comes to.

const which = fc.array(fc.nat(5), { maxLength: 6 });

function chosen(sidecar: Sidecar, indexes: readonly number[]): StoredAnnotation[] {
  return indexes.flatMap((index) => sidecar.annotations[index % Math.max(1, sidecar.annotations.length)] ?? []);
}

function textOf(written: Written): string {
  assert(written.ok, written.ok ? '' : written.why);
  return written.text;
}

const FLOW = [
  'annotations: [{quote: a}, {quote: b, tags: [x]}, {quote: c}] # all\n',
  'annotations:\n  - {quote: a}\n  - {quote: b, tags: [x]} # one\n  - quote: c\n',
  'annotations: [\n  {quote: a},\n  {quote: b}]\ntail: x\n',
].map((text) => ({ text, count: 3 }));
const sidecars = fc.oneof({ weight: 5, arbitrary: blockSidecar }, fc.constantFrom(...FLOW));

describe('changing many annotations at once', () => {
  it('removes what removing one after the other removes', () => {
    fc.assert(
      fc.property(sidecars, which, ({ text }, indexes) => {
        const sidecar = readSidecar(text);
        const gone = new Set(chosen(sidecar, indexes));
        let expected = text;
        for (const stored of [...gone].sort((a, b) => b.index - a.index)) {
          const now = readSidecar(expected);
          const current = now.annotations[stored.index];
          assert(current);
          expected = textOf(removeAnnotation(now, current));
        }
        assert.equal(textOf(removeAnnotations(sidecar, [...gone, ...gone])), expected, text);
      }),
      trials(400),
    );
  });

  it('changes what changing one after the other changes', () => {
    fc.assert(
      fc.property(sidecars, fc.array(fc.tuple(fc.nat(5), anyChange), { maxLength: 5 }), ({ text }, wanted) => {
        const sidecar = readSidecar(text);
        const all = wanted.flatMap(([index, change]) => chosen(sidecar, [index]).map((stored) => ({ stored, change })));
        let expected = text;
        const merged = new Map<number, (typeof all)[number]['change']>();
        for (const { stored, change } of all) merged.set(stored.index, { ...merged.get(stored.index), ...change });
        for (const [index, change] of merged) {
          const now = readSidecar(expected);
          const current = now.annotations[index];
          assert(current);
          expected = textOf(changeAnnotation(now, current, change));
        }
        assert.equal(textOf(changeAnnotations(sidecar, all)), expected, text);
      }),
      trials(400),
    );
  });

  it('does nothing at all where one of them is gone', () => {
    const sidecar = readSidecar('postgloss: 1\nannotations:\n  - id: a\n    quote: x\n  - id: b\n    quote: y\n');
    const later = readSidecar('postgloss: 1\nannotations:\n  - id: a\n    quote: x\n');
    assert.equal(removeAnnotations(later, sidecar.annotations).ok, false);
    const changes = sidecar.annotations.map((stored) => ({ stored, change: { note: 'n' } }));
    assert.equal(changeAnnotations(later, changes).ok, false);
    assert.deepEqual(removeAnnotations(later, []), { ok: true, text: later.file.text });
  });

  it('keeps what was found out about the others', () => {
    const record = (i: number) => `  - id: g${i}\n    quote: passage ${i}\n`;
    const sidecar = readSidecar(`postgloss: 1\nannotations:\n${[0, 1, 2, 3].map(record).join('')}`);
    const [, second] = sidecar.annotations;
    assert(second);
    const after = readSidecar(textOf(removeAnnotation(sidecar, second)), sidecar);
    assert.deepEqual(
      after.contents.map((content) => sidecar.contents.indexOf(content)),
      [0, 2, 3],
    );
    const changed = readSidecar(textOf(changeAnnotation(sidecar, second, { note: 'n' })), sidecar);
    assert.deepEqual(
      changed.contents.map((content) => sidecar.contents.indexOf(content)),
      [0, -1, 2, 3],
    );
  });
});
