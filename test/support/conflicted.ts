import fc from 'fast-check';
import type { Stages } from '../../src/core/conflicts/conflict';
import { mergeTexts } from '../../src/core/merge/merge-texts';
import type { MergeFile } from '../../src/core/merge/model';
import { writeFile } from './fork-text';
import { makeFork, seeded, type Fork } from './forks';

const PATHS = { sidecar: 'a.txt.gloss.yaml', registry: 'entities.gloss.yaml', codebook: 'postgloss.yaml' };

/** A fork whose merge ends in conflicts, as the driver leaves it. */
export interface Conflicted {
  readonly fork: Fork;
  readonly path: string;
  readonly stages: Stages;
  readonly text: string;
  readonly conflicts: number;
}

function makeConflicted(seed: number): Conflicted {
  const pick = seeded(seed);
  for (;;) {
    const fork = makeFork(pick);
    const layout = { dash: 2, seed: pick(50), eol: pick(4) === 0 ? '\r\n' : '\n' } as const;
    const write = (file: MergeFile) => writeFile(file, fork.shape, layout);
    const empty = fork.base.records.length === 0 && fork.base.top.size === 0;
    const sides = { base: empty ? '' : write(fork.base), ours: write(fork.ours), theirs: write(fork.theirs) };
    const path = PATHS[fork.shape.kind];
    const merged = mergeTexts(sides, { path });
    if (merged.kind !== 'conflict') continue;
    return { fork, path, stages: { ...sides, byLines: merged.text }, text: merged.text, conflicts: merged.conflicts };
  }
}

/** Forks of all kinds of files whose merge ends in conflicts. */
export const conflicted = fc.integer({ min: 1, max: 0x7fffffff }).map(makeConflicted);
