import assert from 'node:assert/strict';
import { mergeTexts } from '../../src/core/merge/merge-texts';
import { tryPeers } from '../trials/merge-peers';
import { tryMerges } from '../trials/merges';
import { printTable, quickest, round } from './timing';

/** Random merges by the million, with the laws checked for each; the same branches by git's own means; and one large file. */
export function benchMerge(quick: boolean): void {
  const rows = (figures: ReturnType<typeof tryMerges>) =>
    figures.map(({ what, goal, measured }) => ({ what, goal, measured }));
  printTable('Random merges as data', rows(tryMerges(quick ? 20_000 : 1_000_000, 1)));
  printTable('Random pairs of branches, both changed', rows(tryPeers(quick ? 150 : 3000, 1)));
  benchLarge(quick ? 2000 : 10_000);
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
