import type { Pick } from '../support/forks';

// Invented archives that make it hard to tell passages apart. Every text is made of posts, each with a header line of its own.

/**
 * A text of three to six posts, some 5,000 to 10,000 code units, with paragraphs parted by blank lines. An ordinary one is prose; a
 * hard one has lists, reports from one mould, refrains, closing words of every post, and paragraphs that were pasted twice.
 */
export function inventText(pick: Pick, isHard: boolean): string {
  const words = inventWords(pick);
  const closing = sentence(pick, words);
  const refrain = Array.from({ length: 2 }, () => sentence(pick, words)).join(' ');
  const team = `${capital(one(pick, words))} ${capital(one(pick, words))}`;
  const posts: string[] = [];
  const count = 3 + pick(4);
  for (let n = 0; n < count; n++) {
    const title = capital(some(pick, words, 2 + pick(3)).join(' '));
    const body: string[] = [];
    const style = isHard ? pick(10) : 0;
    const size = 4 + pick(5);
    for (let i = 0; i < size; i++) {
      if (style < 4) body.push(prose(pick, words));
      else if (style < 6) body.push(pick(3) === 0 ? refrain : prose(pick, words));
      else if (style < 8) body.push(report(pick, words, team));
      else body.push(list(pick, words, team));
    }
    // What every post of some archives ends with, and what somebody once pasted twice.
    if (isHard && pick(3) === 0) body.push(closing);
    if (isHard && pick(6) === 0) body.splice(pick(body.length), 0, body[pick(body.length)] ?? closing);
    posts.push(`## 20${10 + pick(10)}-0${1 + pick(9)}-1${pick(10)} ${title}`, ...body);
  }
  return posts.join('\n\n');
}

function prose(pick: Pick, words: readonly string[]): string {
  return Array.from({ length: 1 + pick(4) }, () => sentence(pick, words)).join(' ');
}

/** Sentences from one mould, as agencies write them. */
function report(pick: Pick, words: readonly string[], team: string): string {
  const place = capital(words[40 + pick(4)] ?? '');
  const day = DAYS[pick(DAYS.length)] ?? '';
  return pick(2) === 0
    ? `The harbour of ${place} was closed on ${day}, the office of ${team} said. It will be open again in ${2 + pick(8)} days.`
    : `On ${day} the boats of ${place} did not leave, as the office of ${team} had announced the week before.`;
}

function list(pick: Pick, words: readonly string[], team: string): string {
  const side = () => `Team ${SIDES[pick(SIDES.length)] ?? ''}`;
  const lines = Array.from({ length: 3 + pick(4) }, () =>
    pick(3) === 0
      ? `- ${side()} and ${side()} of ${team}: ${pick(9)} to ${pick(9)}`
      : `- ${side()} won against ${side()} in the hall of ${capital(words[40 + pick(6)] ?? '')}`,
  );
  return lines.join('\n');
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const SIDES = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Alphard'];

function sentence(pick: Pick, words: readonly string[]): string {
  const list = some(pick, words, 6 + pick(20)).map((word, i, all) => {
    const marked = pick(25) === 0 ? `“${word}”` : pick(40) === 0 ? `${word}’s` : word;
    return i < all.length - 1 && pick(14) === 0 ? `${marked},` : marked;
  });
  return `${capital(list.join(' '))}.`;
}

function inventWords(pick: Pick): string[] {
  const words = [
    'the',
    'of',
    'to',
    'and',
    'a',
    'in',
    'that',
    'is',
    'for',
    'on',
    'was',
    'with',
    'not',
    'as',
    'by',
    'said',
  ];
  while (words.length < 500) {
    let word = '';
    for (let n = 1 + pick(3); n > 0; n--) word += ONSETS[pick(ONSETS.length)] ?? '';
    words.push(pick(12) === 0 ? capital(word) : word);
  }
  return words;
}

const ONSETS =
  'ba be bo da de di fa fe ga go ha he ja ka ko la le li lo ma me mi mo na ne no pa po ra re ro sa se si ta te ti to va ve wa zu ern ing ost and è né ül šč'.split(
    ' ',
  );

/** Early words more often than late ones, about as words of a language do (Zipf's law). */
function one(pick: Pick, words: readonly string[]): string {
  return words[Math.floor(words.length ** (pick(10_000) / 10_000))] ?? 'the';
}

function some(pick: Pick, words: readonly string[], count: number): string[] {
  return Array.from({ length: count }, () => one(pick, words));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
