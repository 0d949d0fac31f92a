import { findAnchors } from '../../src/core/anchor/anchor';
import { anchorByDiff } from '../../src/core/anchor/anchor-by-diff';
import { describePlace } from '../../src/core/anchor/selector';
import type { Post } from '../../src/core/posts/post';
import { comparable, fold } from '../../src/core/text/comparable';
import type { Span } from '../../src/core/text/span';
import { splitsWord } from '../../src/core/text/word-bounds';
import { seeded, type Pick } from '../support/forks';
import { postAt } from '../support/posts';
import { edit, KINDS, type Kind } from './anchors-edits';
import { describeForHypothesis, findAsHypothesis } from './anchors-hypothesis';
import { oracleOf, type Oracle } from './anchors-oracle';
import { inventText } from './anchors-text';
import { Tracked } from './anchors-tracked';
import type { Figure, Trial } from './trial';

/**
 * Random edits of random texts with an annotation each, against an oracle that followed every code unit; beside it the rules of
 * Hypothesis on the very same cases. Each case is a text, a passage (word, phrase of 16 to 40 code units, sentence of 60 to 200) and
 * one kind of edits; all kinds come equally often.
 */
export const anchors = anchorTrial(0.999);

/** @param goal which share must be found again with the earlier text at hand */
export function anchorTrial(goal: number): Trial {
  return { name: 'anchors', whole: 30_000, run: (count, seed) => figures(tallyCases(count, seed), goal) };
}

function tallyCases(count: number, seed: number): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  const pick = seeded(seed * 7919);
  let text = '';
  for (let n = 0; n < count; n++) {
    const isHard = Math.floor(n / CASES_PER_TEXT) % 2 === 1;
    if (n % CASES_PER_TEXT === 0) text = inventText(pick, isHard);
    const outcome = tryCase(pick, text, KINDS[n % KINDS.length] ?? 'mixed');
    for (const row of rowsOf(outcome, isHard)) {
      const tally = tallies.get(row) ?? newTally();
      tallies.set(row, tally);
      add(tally, outcome);
    }
  }
  return tallies;
}

const CASES_PER_TEXT = 36;

/** One case and what each way of looking said: the span, null for “gone” or “not sure”. */
export interface Outcome {
  readonly kind: Kind;
  /** Of the quote in its comparable form. */
  readonly length: number;
  readonly oracle: Oracle;
  readonly spans: { readonly ours: Span | null; readonly diff: Span | null; readonly theirs: Span | null };
  /** Whether a place that we call `changed` begins or ends inside a word, though its passage does not. */
  readonly cuts: boolean;
}

type Way = keyof Outcome['spans'];

function tryCase(pick: Pick, old: string, kind: Kind): Outcome {
  const passage = choosePassage(pick, old);
  const posts = postsOf(old);
  const selector = describePlace(old, passage, posts);
  const remembered = describeForHypothesis(old, passage);
  const text = new Tracked(old);
  edit(pick, text, passage, kind);
  const oracle = oracleOf(old, passage, text);
  const now = { whole: comparable(text.text), posts: postsOf(text.text) };
  const anchors = findAnchors(now.whole, now.posts, [selector]);
  const earlier = { whole: comparable(old), posts };
  const byDiff = anchorByDiff(now, earlier, [selector], anchors);
  const spans = {
    ours: anchors[0]?.span ?? null,
    diff: byDiff[0]?.span ?? null,
    theirs: findAsHypothesis(text.text, remembered),
  };
  const cuts = [anchors[0], byDiff[0]].some(
    (anchor) => anchor?.state === 'changed' && anchor.span !== null && cutsWord(text.text, anchor.span, old, passage),
  );
  return { kind, length: fold(selector.quote).length, oracle, spans, cuts };
}

/** Whether a place begins or ends inside a word, and its passage in the old text does not. */
function cutsWord(text: string, { start, end }: Span, old: string, passage: Span): boolean {
  const isCut = (at: number, was: number) => splitsWord(text, at) && !splitsWord(old, was);
  return isCut(start, passage.start) || isCut(end, passage.end);
}

/** A word of three letters or more, a phrase or a sentence: whole words within a paragraph. */
function choosePassage(pick: Pick, text: string): Span {
  const [least, most] = LENGTHS[pick(LENGTHS.length)] ?? [3, 20];
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]{3,}/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  for (;;) {
    const first = pick(words.length);
    const start = words[first]?.start ?? 0;
    const limit = least === 3 ? 0 : least + pick(most - least + 1);
    let last = first;
    while ((words[last + 1]?.end ?? Infinity) <= start + limit) last++;
    const end = words[last]?.end ?? start;
    if (end - start >= least && end - start <= most && !text.slice(start, end).includes('\n\n')) return { start, end };
  }
}

const LENGTHS: readonly (readonly [least: number, most: number])[] = [
  [3, 20],
  [16, 40],
  [60, 200],
];

/** Each header line begins a post. */
function postsOf(text: string): Post[] {
  const headers = [...text.matchAll(/^\ufeff*##\s(.*)/gm)];
  const ids = new Set<string>();
  return headers.map((header, i) => {
    const date = /\d{4}-\d\d-\d\d/.exec(header[1] ?? '')?.[0] ?? '';
    const title = (header[1] ?? '').replace(date, '').normalize('NFC').toLowerCase();
    const name = `${date || 'undated'}/${(title.match(/[\p{L}\p{N}]+/gu) ?? []).join('-')}`;
    let id = name;
    for (let n = 2; ids.has(id); n++) id = `${name}-${n}`;
    ids.add(id);
    return postAt(id, { start: header.index, end: headers[i + 1]?.index ?? text.length });
  });
}

interface Tally {
  cases: number;
  cuts: number;
  /** Of those whose passage is still there. */
  there: number;
  readonly found: Record<Way, number>;
  /** Of those whose passage is gone: cases in which that was said, or doubt. */
  gone: number;
  readonly admitted: Record<Way, number>;
  readonly wrong: Record<Way, number>;
  /** Cases without an answer although the passage is there. */
  readonly doubted: Record<Way, number>;
}

function newTally(): Tally {
  const none = () => ({ ours: 0, diff: 0, theirs: 0 });
  return { cases: 0, cuts: 0, there: 0, found: none(), gone: 0, admitted: none(), wrong: none(), doubted: none() };
}

function sum(a: Tally, b: Tally): Tally {
  const both = (x: Record<Way, number>, y: Record<Way, number>) => ({
    ours: x.ours + y.ours,
    diff: x.diff + y.diff,
    theirs: x.theirs + y.theirs,
  });
  return {
    cases: a.cases + b.cases,
    cuts: a.cuts + b.cuts,
    there: a.there + b.there,
    found: both(a.found, b.found),
    gone: a.gone + b.gone,
    admitted: both(a.admitted, b.admitted),
    wrong: both(a.wrong, b.wrong),
    doubted: both(a.doubted, b.doubted),
  };
}

const WAYS = ['ours', 'diff', 'theirs'] as const;

function add(tally: Tally, { oracle, spans, cuts }: Outcome): void {
  tally.cases++;
  if (cuts) tally.cuts++;
  if (oracle.fate === 'there') tally.there++;
  if (oracle.fate === 'gone') tally.gone++;
  for (const way of WAYS) {
    const span = spans[way];
    const right = span !== null && oracle.accepts(span);
    if (span !== null && !right) tally.wrong[way]++;
    if (oracle.fate === 'there' && right) tally.found[way]++;
    if (oracle.fate === 'there' && span === null) tally.doubted[way]++;
    if (oracle.fate === 'gone' && (span === null || right)) tally.admitted[way]++;
  }
}

/** The rows of the table that a case belongs to. */
function rowsOf({ kind, length, oracle }: Outcome, isHard: boolean): string[] {
  const rows = ['all', kind];
  const long = kind === 'typo inside' ? length >= 40 : length >= 16;
  if (long) rows.push(`${kind}, long, ${isHard ? 'hard' : 'ordinary'}`);
  if (oracle.fate === 'gone') rows.push('gone');
  rows.push(`${isHard ? 'hard' : 'ordinary'} text, ${kind === 'mixed' ? 'mixed' : 'one kind of edits'}`);
  return rows;
}

function figures(tallies: ReadonlyMap<string, Tally>, diffGoal: number): Figure[] {
  const row = (...names: readonly string[]) => names.map((name) => tallies.get(name) ?? newTally()).reduce(sum);
  const all = row('all');
  const gone = row('gone');
  const list: Figure[] = [
    {
      what: 'attached to a wrong place',
      goal: '0; fewer than by the rules of Hypothesis',
      measured: measured((way) => String(all.wrong[way]), all.cases),
      reached: all.wrong.ours === 0 && all.wrong.diff === 0 && (all.wrong.theirs > 0 || all.cases < 1000),
    },
    {
      what: 'changed places that begin or end inside a word',
      goal: '0',
      measured: `${all.cuts} (of ${all.cases})`,
      reached: all.cuts === 0,
    },
    found('found again: far edits', row('far edits'), 0.995),
    found('found again: line ends, BOM, reflow', row('line ends, BOM, reflow'), 1),
    found(
      'found again: moved text and context edits, ≥ 16 units',
      row(...MOVED.map((kind) => `${kind}, long, ordinary`)),
      0.99,
    ),
    found('… in lists, moulds, refrains (doubt is admitted)', row(...MOVED.map((kind) => `${kind}, long, hard`)), null),
    found('found again: typo inside, ≥ 40 units', row('typo inside, long, ordinary'), 0.98),
    found('… in lists, moulds, refrains (doubt is admitted)', row('typo inside, long, hard'), null),
    {
      what: 'found again with the earlier text, of all that still exists',
      goal: atLeast(diffGoal),
      measured: measured((way) => share(all.found[way], all.there), all.there),
      reached: all.found.diff >= diffGoal * all.there,
    },
    ...[
      'ordinary text, one kind of edits',
      'ordinary text, mixed',
      'hard text, one kind of edits',
      'hard text, mixed',
    ].map((name) => found(`… of it ${name}`, row(name), null)),
    {
      what: 'quote gone: reported as orphan or ambiguous',
      goal: '≥ 99.99 %',
      measured: measured((way) => share(gone.admitted[way], gone.gone), gone.gone),
      reached: Math.min(gone.admitted.ours, gone.admitted.diff) >= 0.9999 * gone.gone,
    },
  ];
  for (const kind of KINDS) {
    const tally = row(kind);
    const { there, cases } = tally;
    list.push({
      what: `${kind}: found / doubted / wrong`,
      goal: 'wrong no more than by the rules of Hypothesis',
      measured: measured(
        (way) => `${share(tally.found[way], there)} / ${tally.doubted[way]} / ${tally.wrong[way]}`,
        cases,
      ),
      reached: tally.wrong.ours <= tally.wrong.theirs && tally.wrong.diff <= tally.wrong.theirs,
    });
  }
  return list;
}

const MOVED: readonly Kind[] = ['moved text', 'context edited'];

function found(what: string, tally: Tally, goal: number | null): Figure {
  const { there, found: right } = tally;
  return {
    what,
    goal: goal === null ? '–' : atLeast(goal),
    measured: measured((way) => share(right[way], there), there),
    // One miss in a small share says nothing about the whole.
    reached: goal === null || there - right.ours <= Math.max(goal < 1 && there < 1000 ? 1 : 0, (1 - goal) * there),
  };
}

function atLeast(goal: number): string {
  return `≥ ${Number((100 * goal).toFixed(2))} %`;
}

function measured(say: (way: Way) => string, of: number): string {
  return `${say('ours')}; with the earlier text ${say('diff')}; Hypothesis ${say('theirs')} (of ${of})`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(3).replace(/\.?0+$/, '')} %`;
}
