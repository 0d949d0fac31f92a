import type { Mutant } from './list-mutants';

/** A mutant that changes nothing that can be seen, as a person has judged. `file`, `line` and `change` as in a report of survivors. */
export interface Equivalent {
  /** Below src/core. */
  readonly file: string;
  /** The text of the line, without the spaces around it. */
  readonly line: string;
  readonly change: string;
  readonly why: string;
}

/** The mutants that the trial leaves out. */
export const EQUIVALENT: readonly Equivalent[] = [
  {
    file: 'merge/pieces.ts',
    line: 'const headEnd = nextLine(text, endOfLine(text, entry.afterColon) + 1);',
    change: '+ → -',
    why: 'From any place in a line and from the place behind its end, `nextLine` gives the same.',
  },
  {
    file: 'merge/pieces.ts',
    line: 'if (empty && empty.end > headEnd) return unwritable();',
    change: '> → >=',
    why: 'The line ends in a line end, so the bracket cannot be the last of it.',
  },
  ...['0 → 1', '0 → -1'].map((change) => ({
    file: 'merge/pieces.ts',
    line: "export const NO_PIECES: Pieces = { preamble: '', column: 0, top: [], head: null, records: [], foot: '' };",
    change,
    why: 'The column is asked of sides that have fields.',
  })),
  {
    file: 'yaml/keeps-the-rest.ts',
    line: 'let index = 0;',
    change: '0 → -1',
    why: 'There is no item at -1 on either side, so the loop goes on to the first.',
  },
  ...['0 → 1', '0 → -1'].map((change) => ({
    file: 'sidecar/write-sidecar.ts',
    line: 'const found = records[partitionPoint(records.length, (i) => (records[i]?.span.start ?? 0) < stored.record.start)];',
    change,
    why: '`partitionPoint` asks about records that are there; only the compiler needs the number.',
  })),
];

/** Whether a mutant is one of them. */
export function isEquivalent({ file, lineText, change }: Mutant, known = EQUIVALENT): boolean {
  return known.some((one) => one.file === file && one.line === lineText && one.change === change);
}
