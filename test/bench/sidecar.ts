import { BLANK, type Annotation } from '../../src/core/sidecar/annotation';
import { readSidecar, type Sidecar } from '../../src/core/sidecar/read-sidecar';
import {
  addAnnotation,
  changeAnnotation,
  changeAnnotations,
  removeAnnotation,
  removeAnnotations,
} from '../../src/core/sidecar/write-sidecar';
import type { Written } from '../../src/core/yaml/apply';
import { printTable, round, timed } from './timing';

/**
 * How long a large sidecar takes: to read, and to change with the proof that nothing else has changed. What a person waits for who
 * tags a passage is the addition and the reading of its result.
 */
export function benchSidecar(quick: boolean): void {
  const rows = (quick ? [1000, 10_000] : [1000, 10_000, 50_000]).flatMap((count) =>
    (['\n', '\r\n'] as const).map((eol) => measure(count, eol, quick ? 3 : 7)),
  );
  printTable('Sidecars; milliseconds, the quickest of several rounds', rows);
}

type Row = Record<string, string | number>;

function measure(count: number, eol: string, rounds: number): Row {
  const megabytes = round(sidecarOf(count, eol, 0).length / 1e6, 1);
  const quickest: Row = { annotations: count, ends: eol === '\n' ? 'LF' : 'CRLF', MB: megabytes };
  for (let turn = 0; turn < rounds; turn++) {
    const text = sidecarOf(count, eol, turn);
    const take = <T>(name: string, action: () => T): T => {
      const { result, ms } = timed(action);
      const before = name in quickest ? Number(quickest[name]) : Infinity;
      quickest[name] = Math.min(before, round(ms, 1));
      return result;
    };
    const sidecar = take('read', () => readSidecar(text));
    take('again', () => readSidecar(copy(text), sidecar));
    const middle = sidecar.annotations[count >> 1];
    if (!middle) throw new Error('The sidecar is empty.');
    const some = sidecar.annotations.filter((_, i) => i % (count / 100) === 0);
    take('add', () => follow(sidecar, addAnnotation(sidecar, added(turn), count >> 1)));
    take('append', () => follow(sidecar, addAnnotation(sidecar, added(turn), count)));
    take('change', () => follow(sidecar, changeAnnotation(sidecar, middle, { note: 'Looked at it.' })));
    take('remove', () => follow(sidecar, removeAnnotation(sidecar, middle)));
    take('change 100', () =>
      follow(
        sidecar,
        changeAnnotations(
          sidecar,
          some.map((stored) => ({ stored, change: { by: 'jo' } })),
        ),
      ),
    );
    take('remove 100', () => follow(sidecar, removeAnnotations(sidecar, some)));
  }
  return quickest;
}

/** What a host does with a result: it reads it. */
function follow(before: Sidecar, written: Written): Sidecar {
  if (!written.ok) throw new Error(written.why);
  const after = readSidecar(written.text, before);
  if (!after.writable) throw new Error('The result cannot be written.');
  return after;
}

function added(turn: number): Annotation {
  return { ...BLANK, id: `zz${turn}`, quote: 'the harbour was closed', tags: ['claim'], by: 'mara', on: '2026-11-22' };
}

const WORDS = 'the harbour pilot said that barriers were broken in spring and nobody asked why it took so long'.split(
  ' ',
);

/** A sidecar as Postgloss writes it; every third annotation has a note of several lines. */
function sidecarOf(count: number, eol: string, turn: number): string {
  let state = turn + 1;
  const word = (): string => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return WORDS[(state >>> 8) % WORDS.length] ?? '';
  };
  const words = (length: number): string => Array.from({ length }, word).join(' ');
  const lines = ['postgloss: 1', 'annotations:'];
  for (let i = 0; i < count; i++) {
    lines.push(`  - id: g${i.toString(36).padStart(7, '0')}`, '    post: 2016-05-04/the-harbour-is-closed');
    lines.push(`    quote: ${words(6)}`, `    before: "${words(6)} "`, `    after: " ${words(6)}."`);
    lines.push('    tags:', '      - claim', '      - claim/unsourced');
    if (i % 3 === 0) lines.push('    note: |-', '      Compare the statement.', '', '      And more of it: yes.');
    lines.push('    by: mara', '    on: "2026-11-22"');
  }
  return lines.join(eol) + eol;
}

/** An equal string of its own, as another reading of a file gives. */
function copy(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}
