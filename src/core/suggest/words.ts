import type { Post } from '../posts/post';

/** The text between a word and the word before it. `plural` is the apostrophe of `Pilots’ Guild`. */
export type Gap = 'space' | 'hyphen' | 'plural' | 'and' | 'break';

/** A word of a text, with its place in UTF-16 code units. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
  /** Whether a sentence, a quotation, a bracket or a line begins with it, so that its capital letter is no evidence. */
  readonly first: boolean;
  /** Whether `’s` follows, which belongs neither to the word nor to a longer name. */
  readonly possessive: boolean;
  /** Whether it stands in the header of a post, where all words of a title may have capital letters. */
  readonly heading: boolean;
  /** Whether a full stop follows that does not end the sentence: `Gen.`, `J.` */
  readonly abbreviated: boolean;
}

/** The words of a text in order, without file names of pictures. */
export function* wordsIn(text: string, posts: readonly Post[]): Generator<Word> {
  let any = false;
  const prose = text.replace(NO_PROSE, blank).replace(SLUG, blank);
  let lastEnd = 0;
  let lastAbbreviated = false;
  let post = 0;
  for (const match of prose.matchAll(WORD)) {
    const whole = match[0];
    const possessive = /['’ʼ]s$/i.test(whole);
    const word = possessive ? whole.slice(0, -2) : whole;
    const start = match.index;
    while ((posts[post]?.span.end ?? Infinity) <= start) post++;
    const header = posts[post]?.header;
    const between = prose.slice(lastEnd, start);
    const gap = any ? gapOf(between, lastAbbreviated) : 'break';
    const end = start + word.length;
    const after = start + whole.length;
    lastAbbreviated = prose[after] === '.' && isAbbreviation(word);
    yield {
      text: word,
      start,
      end,
      gap,
      first: gap === 'break' && (!any || BEGINS.test(between)),
      possessive,
      heading: header !== undefined && header.start <= start && start < header.end,
      abbreviated: lastAbbreviated,
    };
    any = true;
    lastEnd = after;
  }
}

/** As many line ends: no name goes on over them. */
function blank(found: string): string {
  return '\n'.repeat(found.length);
}

function gapOf(between: string, abbreviated: boolean): Gap {
  if (/^\s*$/.test(between)) return /\n\s*\n|\r\r|\r\n\s*\r\n/.test(between) ? 'break' : 'space';
  if (/^[-‐‑]$/.test(between)) return 'hyphen';
  if (/^['’]\s$/.test(between)) return 'plural';
  if (/^ & $/.test(between)) return 'and';
  if (abbreviated && /^\.\s?$/.test(between)) return 'space';
  return 'break';
}

function isAbbreviation(word: string): boolean {
  return word.length === 1 ? /\p{Lu}/u.test(word) : ABBREVIATIONS.has(word.toLowerCase());
}

const ABBREVIATIONS = new Set(
  'gen brig maj col lt capt cpt sgt cdr adm dr mr mrs ms prof rev fr st sen rep gov hon pres amb jr sr'.split(' '),
);

/** Behind a comma, a quotation mark begins a sentence; behind a word, it may enclose a name. */
const BEGINS = /[.!?:;…\n—•>]|,\s*[“"‘«]/u;

/** Letters and digits, also with inner apostrophes, and `U.S.` */
const WORD = /(?:\p{Lu}\.){2,}|\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼʻ`´ʿʾ]\p{L}[\p{L}\p{M}]*)*|\p{N}[\p{L}\p{N}]*/gu;

/** The file name of a picture at the start of a line, directly before its caption, as copies of web pages have it. */
const SLUG =
  /^(?:(?:[\p{Ll}\p{N}.]+-){2,}|(?:[\p{L}\p{N}.]+_+){2,})(?:[\p{Ll}\p{N}.]*(?=\p{Lu}\p{Ll})|[\p{L}\p{N}.]*(?=\s|$))/gmu;

/** Addresses, code, tags of HTML, names of files and accounts: their letters are no words of the text. */
const NO_PROSE =
  /```[^]*?```|`[^`\n]*`|\]\([^()\s]*\)|<\/?[a-zA-Z!][^<>]*>|(?<![\p{L}\p{N}])(?:(?:https?|ftp|file):\/\/|mailto:|www\.)[^\s<>()[\]"“”]+|(?<![\p{L}\p{N}._+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})*|(?<![\p{L}\p{N}@])@\w{2,}|(?<![\p{L}\p{N}._/-])[\w/-]{1,200}\.(?:jpe?g|png|gif|svg|webp|pdf|html?|php|aspx?|css|js|json|xml|mp[34]|docx?|xlsx?|zip|txt|md)(?![\p{L}\p{N}])/gu;
