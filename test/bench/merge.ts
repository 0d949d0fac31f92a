import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decideMerge } from '../../src/core/merge/decide';
import { mergeTexts } from '../../src/core/merge/merge-texts';
import { readSide } from '../../src/core/merge/read-side';
import { writeFile } from '../support/fork-text';
import { makeFork, seeded, type Fork } from '../support/forks';
import { assertNothingLost, outcomes } from '../support/merge-laws';
import { printTable, quickest, round } from './timing';

/** Random merges by the million, with the laws checked for each; the same branches by git's own means; and one large file. */
export function benchMerge(quick: boolean): void {
  benchDecisions(quick ? 20_000 : 1_000_000);
  benchPeers(quick ? 150 : 3000);
  benchLarge(quick ? 2000 : 10_000);
}

function benchDecisions(count: number): void {
  const pick = seeded(20261122);
  const found = { merges: count, records: 0, clean: 0, conflicts: 0, refused: 0, violations: 0 };
  let ms = 0;
  for (let n = 0; n < count; n++) {
    const fork = makeFork(pick);
    const { base, ours, theirs, shape } = fork;
    const start = performance.now();
    const decided = decideMerge(base, ours, theirs, shape);
    ms += performance.now() - start;
    if (!decided.ok) {
      found.refused++;
      continue;
    }
    const { decisions } = decided;
    found.records += decisions.records.length;
    found[decisions.conflicts === 0 ? 'clean' : 'conflicts']++;
    try {
      assertNothingLost(fork, outcomes(decisions, fork));
      if (n % 10 === 0) assertOneSided(fork);
    } catch (error) {
      if (found.violations++ < 3)
        console.error(error instanceof Error ? error.message : error, JSON.stringify(fork, asJson));
    }
  }
  printTable('Random merges as data', [{ ...found, 'µs each': round((1000 * ms) / count) }]);
  assert.equal(found.violations, 0);
}

/** What only one side changed comes out as it is. */
function assertOneSided({ base, ours, shape }: Fork): void {
  for (const [mine, yours] of [
    [ours, base],
    [base, ours],
    [ours, ours],
  ] as const) {
    const decided = decideMerge(base, mine, yours, shape);
    assert.ok(decided.ok && decided.decisions.conflicts === 0);
    const [result] = outcomes(decided.decisions, { shape, base, ours: mine, theirs: yours });
    assert.deepEqual(result.records, ours.records);
  }
}

function asJson(_: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value instanceof Set ? [...value] : value;
}

/** The result of a merge that asks nobody; null where it asks. */
type Peer = (base: string, ours: string, theirs: string) => string | null;

function benchPeers(count: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'postgloss-peers-'));
  const byGit =
    (...flags: string[]): Peer =>
    (...texts) => {
      const paths = texts.map((text, i) => {
        const path = join(folder, String(i));
        writeFileSync(path, text);
        return path;
      });
      const [base = '', ours = '', theirs = ''] = paths;
      const { status, stdout } = spawnSync('git', ['merge-file', '-p', ...flags, ours, base, theirs], {
        encoding: 'utf8',
      });
      return status === 0 ? stdout : null;
    };
  const peers: Readonly<Record<string, Peer>> = {
    'git, by lines': byGit(),
    'git, merge=union': byGit('--union'),
    Postgloss(base, ours, theirs) {
      const merged = mergeTexts({ base, ours, theirs });
      return merged.kind === 'merged' ? merged.text : null;
    },
  };
  const rows = Object.keys(peers).map((peer) => ({ peer, merged: 0, corrupted: 0 }));
  const pick = seeded(5);
  let forks = 0;
  while (forks < count) {
    const fork = makeFork(pick);
    const layout = { dash: 2, seed: 0, eol: '\n' } as const;
    const none = fork.base.top.size === 0;
    const base = none ? '' : writeFile(fork.base, fork.shape, layout);
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
  rmSync(folder, { recursive: true, force: true });
  const share = (part: number) => `${round((100 * part) / forks, 1)} %`;
  printTable(
    `${forks} random pairs of branches, both changed`,
    rows.map(({ peer, merged, corrupted }) => ({
      ...{ peer, 'merged without a person': share(merged), corrupted: share(corrupted), 'corrupted files': corrupted },
    })),
  );
  assert.equal(rows.at(-1)?.corrupted, 0);
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

function benchLarge(count: number): void {
  const record = (i: number, more: string) => `  - id: k${i}abc
    post: 2017-07-31/a-new-scheme
    quote: break barriers of sects ${i}
    before: "argues that time has come to “"
    after: "” in favor of the concept of"
    tags:
      - claim
${more}    by: jo
    on: "2026-11-22"
`;
  const file = (more: (i: number) => string) =>
    `postgloss: 1\nannotations:\n${Array.from({ length: count }, (_, i) => record(i, more(i))).join('')}`;
  const base = file(() => '');
  const ours = file((i) => (i % 10 === 3 ? '      - rumour\n' : ''));
  const theirs = file((i) => (i % 10 < 5 ? '    note: A word\n' : ''));
  let n = 0;
  const times = quickest(
    {
      // Each time another text, as the reader remembers the last one.
      merge: () => {
        const end = `# ${n++}\n`;
        assert.equal(mergeTexts({ base: base + end, ours: ours + end, theirs: theirs + end }).kind, 'merged');
      },
    },
    5,
  );
  printTable('One large sidecar', [{ annotations: count, MB: round(base.length / 1e6, 1), ms: round(times.merge, 0) }]);
}
