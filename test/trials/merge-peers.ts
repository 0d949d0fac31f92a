import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mergeTexts } from '../../src/core/merge/merge-texts';
import { readSide } from '../../src/core/merge/read-side';
import { writeFile } from '../support/fork-text';
import { makeFork, seeded, type Fork } from '../support/forks';
import { assertNothingLost } from '../support/merge-laws';
import type { Figure, Trial } from './trial';

/** The same random branches merged by git's own means and by ours: how many without a person, and how many of those wrongly. */
export const mergePeers: Trial = { name: 'merge-peers', whole: 3000, run: tryPeers };

/** The result of a merge that asks nobody; null where it asks. */
type Peer = (base: string, ours: string, theirs: string) => string | null;

/** The same without waiting. */
export function tryPeers(count: number, seed: number): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'postgloss-peers-'));
  try {
    return comparePeers(count, seed, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function comparePeers(count: number, seed: number, folder: string): Figure[] {
  const peers: Readonly<Record<string, Peer>> = {
    'git, by lines': byGit(folder),
    'git, merge=union': byGit(folder, '--union'),
    Postgloss: byRecords,
  };
  const rows = Object.keys(peers).map((peer) => ({ peer, merged: 0, corrupted: 0 }));
  const pick = seeded(4 + seed);
  for (let forks = 0; forks < count;) {
    const fork = makeFork(pick);
    const layout = { dash: 2, seed: 0, eol: '\n' } as const;
    const base = fork.base.top.size === 0 ? '' : writeFile(fork.base, fork.shape, layout);
    const [ours, theirs] = [writeFile(fork.ours, fork.shape, layout), writeFile(fork.theirs, fork.shape, layout)];
    if (new Set([base, ours, theirs]).size < 3) continue;
    forks++;
    for (const row of rows) {
      const text = peers[row.peer]?.(base, ours, theirs) ?? null;
      if (text === null) continue;
      row.merged++;
      if (isCorrupt(text, fork)) row.corrupted++;
    }
  }
  const share = (part: number) => `${((100 * part) / count).toFixed(1)} %`;
  return rows.map(({ peer, merged, corrupted }): Figure => {
    const own = peer === 'Postgloss';
    return {
      what: `${peer}: of ${count} pairs of branches merged without a person, and corrupted`,
      goal: own ? '0 corrupted' : 'for comparison',
      measured: `${share(merged)} merged, ${share(corrupted)} corrupted (${corrupted} files)`,
      reached: !own || (corrupted === 0 && merged > 0),
    };
  });
}

function byGit(folder: string, ...flags: string[]): Peer {
  return (...texts) => {
    const paths = texts.map((text, i) => {
      const path = join(folder, String(i));
      writeFileSync(path, text);
      return path;
    });
    const [base = '', ours = '', theirs = ''] = paths;
    const args = ['merge-file', '-p', ...flags, ours, base, theirs];
    const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
    return status === 0 ? stdout : null;
  };
}

function byRecords(base: string, ours: string, theirs: string): string | null {
  const merged = mergeTexts({ base, ours, theirs });
  return merged.kind === 'merged' ? merged.text : null;
}

/** Whether a file that was merged without a word is unreadable, or has lost, doubled or mixed up what the sides said. */
function isCorrupt(text: string, fork: Fork): boolean {
  const read = readSide(text, fork.shape);
  if (!read.ok) return true;
  try {
    assertNothingLost(fork, [read.side.model, read.side.model]);
    return false;
  } catch {
    return true;
  }
}
