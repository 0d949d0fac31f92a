import { createMatcher, type Mentions, updateMentions } from '../../src/core/match';
import { generate } from './text';
import { quickest, printTable, quantile, round, timed } from './timing';

/** How long a keystroke takes: one character typed or deleted somewhere in a long text. The new text itself is not counted. */
export function benchEdit(quick: boolean): void {
  const rows = (quick ? [20_000] : [1000, 20_000, 100_000]).map((formCount) =>
    typeInto(formCount, 1_000_000, quick ? 300 : 2000),
  );
  printTable('Keystrokes in 1,000,000 code units', rows);
}

function typeInto(formCount: number, length: number, keystrokes: number): Record<string, string | number> {
  const generated = generate(length, formCount);
  const matcher = createMatcher(generated.forms);
  let { text } = generated;
  let mentions = matcher.match(text);
  const times: number[] = [];
  for (let i = 0; i < keystrokes; i++) {
    // A large prime walks about the whole text. Every third keystroke deletes.
    const start = (i * 15_485_863) % (text.length - 1);
    const typed = i % 3 === 0 ? '' : i % 3 === 1 ? 'e' : ' ';
    const edit = { start, removed: typed === '' ? 1 : 0, inserted: typed.length };
    text = flat(text.slice(0, start) + typed + text.slice(start + edit.removed));
    const { result, ms } = timed(() => updateMentions(matcher, mentions, text, edit));
    mentions = result;
    times.push(ms);
  }
  const whole = quickest({ match: () => matcher.match(text) }, 5).match;
  return {
    forms: formCount,
    mentions: mentions.count,
    'p50 ms': round(quantile(times, 0.5), 3),
    'p99 ms': round(quantile(times, 0.99), 3),
    'longest ms': round(quantile(times, 1), 3),
    'whole text ms': round(whole),
    'whole / p50': round(whole / quantile(times, 0.5), 0),
    'same result': sameMentions(mentions, matcher.match(text)),
  };
}

/** The engine keeps a concatenation as a tree until it is read. An editor gives a plain string, and so does this. */
function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}

function sameMentions(a: Mentions, b: Mentions): string {
  const same =
    a.count === b.count &&
    a.starts.every((start, i) => start === b.start(i) && a.end(i) === b.end(i) && a.form(i) === b.form(i));
  return same ? 'yes' : 'NO';
}
