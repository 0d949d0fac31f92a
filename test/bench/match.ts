import { createMatcher, type Matcher } from '../../src/core/match';
import { ahocorasick, grep, type Hit, modern, monyone, monyoneFast, type Peer, regExp } from './peers';
import { generate } from './text';
import { quickest, printTable, retained, round, timed } from './timing';

const PEERS: Readonly<Record<string, Peer>> = {
  ahocorasick,
  '@monyone/aho-corasick': monyone,
  '@monyone/aho-corasick/fast': monyoneFast,
  'RegExp, alternatives between \\p lookarounds': regExp,
};

/** Compares the matcher with other ways to do the same, and with the least that any way to read a text in JavaScript takes. */
export function benchMatch(quick: boolean): void {
  for (const formCount of quick ? [1000, 20_000] : [1000, 20_000, 100_000]) {
    comparePeers(formCount, quick ? 200_000 : 1_000_000, quick ? 15 : 25);
    compareModes(formCount, quick ? 500_000 : 2_000_000, quick ? 15 : 31);
  }
  compareOnSmallText();
}

function comparePeers(formCount: number, length: number, rounds: number): void {
  const { text, forms } = generate(length, formCount);
  const words = forms.map((form) => form.text);
  const matcher = createMatcher(forms);
  const expected = hitsOf(matcher, text);
  const rows: Record<string, string | number>[] = [];
  const own = matching(matcher, text);
  for (const [name, peer] of Object.entries(PEERS)) {
    const { result, ms: build } = timed(() => retained(() => peer(words)));
    const { result: find, megabytes } = result;
    const times = quickest({ own, peer: () => find(text) }, rounds);
    rows.push({
      peer: name,
      'times slower': round(times.peer / times.own, 1),
      ms: round(times.peer),
      'own ms': round(times.own),
      'build ms': round(build, 0),
      MB: round(megabytes, 1),
      'same result': sameHits(find(text), expected),
    });
  }
  const grepped = grep(words, text);
  if (grepped !== null) {
    rows.push({
      peer: 'grep -owF, the whole process',
      'times slower': round(grepped.ms / quickest({ own }, rounds).own, 1),
      ms: round(grepped.ms),
      'same result': String(
        grepped.lines.join('\n') === expected.map(({ start, end }) => text.slice(start, end)).join('\n'),
      ),
    });
  }
  printTable(`${formCount} forms, ${text.length} code units, ${expected.length} mentions: against others`, rows);
}

/** The exact and the folding matcher against a bare loop, and what it takes to build and keep them. */
function compareModes(formCount: number, length: number, rounds: number): void {
  const { text, forms } = generate(length, formCount);
  const folding = forms.map((form) => ({ ...form, fold: true }));
  const mixed = forms.map((form, i) => ({ ...form, fold: i % 2 === 0 }));
  const built = retained(() => createMatcher(forms));
  const build = quickest({ exact: () => createMatcher(forms), folding: () => createMatcher(folding) }, rounds);
  const matchers = { exact: built.result, folding: createMatcher(folding), mixed: createMatcher(mixed) };
  const decomposed = text.normalize('NFD');
  const times = quickest(
    {
      loop: () => readBarely(text),
      exact: matching(matchers.exact, text),
      folding: matching(matchers.folding, text),
      mixed: matching(matchers.mixed, text),
      decomposed: matching(matchers.exact, decomposed),
    },
    rounds,
  );
  const row = (name: string, ms: number) => ({
    what: name,
    ms: round(ms),
    'code units per second': `${round(text.length / ms / 1000, 0)} million`,
    'speed relative to the loop': round(times.loop / ms),
    'relative to exact': round(times.exact / ms),
  });
  printTable(`${formCount} forms, ${text.length} code units: own modes`, [
    row('a bare charCodeAt loop', times.loop),
    row('exact', times.exact),
    row('all forms folding', times.folding),
    row('half of the forms folding', times.mixed),
    row('exact, on the decomposed text (NFD)', times.decomposed),
  ]);
  console.log(
    `Building took ${round(build.exact, 1)} ms (folding ${round(build.folding, 1)} ms) ` +
      `and keeps ${round(built.megabytes, 1)} MB besides the forms.`,
  );
}

/** One peer gets slower with every mention it has found, so that a longer text would take it minutes. */
function compareOnSmallText(): void {
  const { text, forms } = generate(20_000, 1000);
  const matcher = createMatcher(forms);
  const find = modern(forms.map((form) => form.text));
  const times = quickest({ own: matching(matcher, text), peer: () => find(text) }, 5);
  printTable(`1000 forms, ${text.length} code units`, [
    {
      peer: 'modern-ahocorasick',
      'times slower': round(times.peer / times.own, 1),
      ms: round(times.peer),
      'own ms': round(times.own),
      'same result': sameHits(find(text), hitsOf(matcher, text)),
    },
  ]);
}

const matching = (matcher: Matcher, text: string) => () => matcher.match(text);

function readBarely(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

function hitsOf(matcher: Matcher, text: string): Hit[] {
  const mentions = matcher.match(text);
  return Array.from({ length: mentions.count }, (_, i) => ({ start: mentions.start(i), end: mentions.end(i) }));
}

function sameHits(hits: readonly Hit[], expected: readonly Hit[]): string {
  const same =
    hits.length === expected.length &&
    hits.every(({ start, end }, i) => start === expected[i]?.start && end === expected[i].end);
  return same ? 'yes' : `NO: ${hits.length} of ${expected.length}`;
}
