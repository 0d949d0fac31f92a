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
  const ours = (most: number) => file((i) => (i % 10 < most ? '      - rumour\n' : ''));
  const theirs = (most: number) => file((i) => (i % 10 < most ? '    note: A word\n' : ''));
  const merge = (mine: string, yours: string) => () => {
    assert.equal(mergeTexts({ base, ours: mine, theirs: yours }).kind, 'merged');
  };
  const cases = {
    'ours 10 %, theirs 50 %': merge(ours(1), theirs(5)),
    'both the same 60 %': merge(ours(6), theirs(6)),
  };
  const times = quickest(cases, 5);
  printTable(
    'One large sidecar',
    Object.entries(times).map(([changed, ms]) => {
      return { annotations: count, MB: round(base.length / 1e6, 1), changed, ms: round(ms, 0) };
    }),
  );
}
