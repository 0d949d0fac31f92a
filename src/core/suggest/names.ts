import type { Post } from '../posts/post';
import type { Span } from '../text/span';
import { cueOf, type Cue } from './cues';
import { isAdjective } from './ordinary-words';
import { nameRunsIn } from './name-runs';
import type { Slices } from './slices';
import { isKnownPlace } from './known-places';
import { typeOfNoun } from './name-nouns';
import { titleLength } from './titles';
import { Vocabulary } from './vocabulary';
import { wordsIn, type Word } from './words';

/** A text to find names in, with its posts. An `ArchiveText` is one. */
export interface SuggestText {
  readonly path: string;
  readonly text: string;
  readonly posts: readonly Post[];
  /** Its mentions, if they are known. A mention that a person decided about needs no suggestion. */
  readonly mentions?: readonly { readonly span: Span; readonly decided: boolean }[];
}

/** A place of a name, without title and possessive. */
export interface NamePlace {
  /** The name as it is spelled there, with single spaces. */
  readonly text: string;
  readonly words: readonly string[];
  readonly span: Span;
  /** The index of its text. */
  readonly source: number;
  readonly heading: boolean;
  /** Whether a sentence begins with it, so that its capital letter is no evidence. */
  readonly first: boolean;
  /** The title before it: `Gen`. */
  readonly title: string | null;
  readonly cues: readonly Cue[];
}

/**
 * Finds all places in some texts that may be names, slice by slice, and hands each on with how these texts write words. None is kept: a
 * large archive has millions.
 */
export function* findNames(
  texts: readonly SuggestText[],
  use: (place: NamePlace, vocabulary: Vocabulary) => void,
): Slices<Vocabulary> {
  const vocabulary = new Vocabulary();
  for (const { text, posts } of texts) {
    let since = 0;
    for (const word of wordsIn(text, posts)) {
      vocabulary.add(word);
      if (++since % WORDS_A_SLICE === 0) yield;
    }
    yield;
  }
  // The words are read twice, as keeping them takes forty times the memory of the text.
  for (const [source, { text, posts }] of texts.entries()) {
    for (const words of stretchesOf(wordsIn(text, posts))) {
      for (const { from, to } of nameRunsIn(words, vocabulary)) {
        for (const part of partsOf(words, from, to, vocabulary)) {
          const place = placeOf(text, words, part, source);
          if (place) use(place, vocabulary);
        }
      }
      yield;
    }
  }
  return vocabulary;
}

/** The words in lists that take a few milliseconds each. They end where no name goes on, unless there is no such place for long. */
function* stretchesOf(words: Iterable<Word>): Generator<readonly Word[]> {
  let stretch: Word[] = [];
  for (const word of words) {
    if ((stretch.length >= WORDS_A_STRETCH && word.gap === 'break') || stretch.length >= MOST_OF_A_STRETCH) {
      yield stretch;
      stretch = [];
    }
    stretch.push(word);
  }
  yield stretch;
}

const WORDS_A_SLICE = 2000;
const WORDS_A_STRETCH = 1000;
const MOST_OF_A_STRETCH = 20_000;

interface Part {
  readonly from: number;
  readonly to: number;
  readonly title: string | null;
}

/** Splits a run at titles: in `Quds Forces Commander Qasem Soleimani`, one name stands before the title and one behind it. */
function partsOf(words: readonly Word[], from: number, to: number, vocabulary: Vocabulary): Part[] {
  const texts = words.slice(from, to).map(({ text }) => text);
  const parts: Part[] = [];
  let start = from;
  let title: string | null = null;
  for (let i = from; i < to; i++) {
    const length = titleLength(texts, i - from);
    if (length === 0 || isWithinName(words, from, i, i + length, to)) continue;
    parts.push({ from: start, to: i, title });
    title = texts.slice(i - from, i - from + length).join(' ');
    start = i + length;
    i = start - 1;
  }
  parts.push({ from: start, to, title });
  return parts.flatMap((part) => trimmed(words, part, vocabulary)).flatMap((part) => splitAtState(words, part));
}

/** Whether a title is a word of a longer name: `Council of Ministers`, `Office of the Governor`, `Leader Party`. */
function isWithinName(words: readonly Word[], from: number, at: number, behind: number, to: number): boolean {
  if (at > from && DANGLING.has(words[at - 1]?.text ?? '')) return true;
  return behind < to && /^(?:Party|Office|Council)$/.test(words[behind]?.text ?? '');
}

/** A part without words at its ends that do not belong to the name: the first word of a sentence, adjectives, joining words. */
function trimmed(words: readonly Word[], part: Part, vocabulary: Vocabulary): Part[] {
  let { from, to } = part;
  for (;;) {
    const word = words[from];
    if (!word || from >= to) return [];
    const next = words[from + 1];
    const more = from + 1 < to;
    if (DANGLING.has(word.text)) from++;
    else if (
      word.first &&
      more &&
      next &&
      vocabulary.isOrdinary(word.text) &&
      !vocabulary.pairs(word.text, next.text)
    ) {
      from++;
    } else if (isAdjective(word.text) && !isNamedBy(words, from, to)) from++;
    else if (more && /^(?:The|A|An|In|On|At|But|And|Or|If|As|So)$/.test(word.text)) from++;
    else break;
  }
  while (to > from && isLeftOver(words[to - 1]?.text ?? '', to - from)) to--;
  return from < to ? [{ from, to, title: from === part.from ? part.title : null }] : [];
}

function isLeftOver(last: string, length: number): boolean {
  return (
    DANGLING.has(last.toLowerCase()) ||
    /^(?:But|Or|A|An|Who|That|When)$/.test(last) ||
    isAdjective(last) ||
    (length > 1 && CREDIT.test(last))
  );
}

/** Whether the adjective at `from` is part of a name: it is if the name ends in a noun of names, as `Iraqi Army` does. */
function isNamedBy(words: readonly Word[], from: number, to: number): boolean {
  const of = words.slice(from, to).findIndex(({ text }) => text === 'of' || text === 'for');
  const last = words[of > 0 ? from + of - 1 : to - 1]?.text ?? '';
  return (
    to - from > 1 &&
    typeOfNoun(last) !== null &&
    !words.slice(from, to - 1).every((word, i) => i > 0 && isAdjective(word.text))
  );
}

/** Splits `Washington US` and `US Special Operations`: the acronym of a state is a name of its own, except in organizations’ names. */
function splitAtState(words: readonly Word[], part: Part): Part[] {
  const at = words.slice(part.from, part.to).findIndex(({ text }) => STATE.test(text));
  const standsIn = behindPreposition(words, part.from) && isKnownPlace(words[part.from]?.text ?? '');
  if (part.to - part.from < 2 || (at < 0 && !standsIn)) return [part];
  if (typeOfNoun(words[part.to - 1]?.text ?? '') !== null) return [part];
  const cut = part.from + Math.max(at, 0);
  const whole = [
    { from: part.from, to: cut, title: part.title },
    { from: cut, to: cut + 1, title: null },
    { from: cut + 1, to: part.to, title: null },
  ];
  return whole.filter(({ from, to }) => from < to);
}

function behindPreposition(words: readonly Word[], at: number): boolean {
  return words[at]?.gap === 'space' && /^(?:in|from|at|to)$/.test(words[at - 1]?.text ?? '');
}

const STATE = /^(?:US|USA|UK|UN|EU|U\.S\.|U\.K\.|U\.N\.)$/;

function placeOf(text: string, words: readonly Word[], { from, to, title }: Part, source: number): NamePlace | null {
  const first = words[from];
  const last = words[to - 1];
  if (!first || !last || to - from > MOST_WORDS) return null;
  const span = { start: first.start, end: last.end };
  const own = words.slice(from, to);
  return {
    text: text.slice(span.start, span.end).replace(/\s+/g, ' '),
    words: own.map((word) => word.text),
    span,
    source,
    heading: first.heading,
    first: first.first,
    title,
    cues: cueOf(words, from, to),
  };
}

/** A run of more words is a headline or a list. */
const MOST_WORDS = 14;
/** Words within names that neither begin nor end one. */
const DANGLING = new Set('of for the and in'.split(' '));
/** Words that picture credits add to the name of an agency. */
const CREDIT = /^(?:Photo|Photos|File|Image)$/;
