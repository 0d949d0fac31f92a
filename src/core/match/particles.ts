/** Particles that Arabic and Hebrew write together with the name behind them. They are no parts of mentions. */
import { insideWord } from './bounds';
import { attachedAt, groupAt } from './characters';
import { Group } from './groups';
import { foldingKeys } from './keys';

/** The particles that stand before a name in the same word: `LAM` where the last of them is the Arabic "ل". */
export type Joined = (typeof Joining)[keyof typeof Joining];
export const Joining = { NONE: 0, PARTICLES: 1, LAM: 2 } as const;

/**
 * Whether the part of a word before a place of a composed text consists of particles: of Arabic "و", "ف", "ب", "ك", "ل" and the article
 * "ال", one of each kind at most, in this order, as in "وبالحكيم"; of Hebrew "ו", "כש", "מש", "ש", "ב", "כ", "ל", "מ" and the article "ה".
 * Marks and stretched letters say nothing.
 */
export function joinedBefore(text: string, at: number): Joined {
  const group = groupAt(text, at);
  if (group !== Group.ARABIC && group !== Group.HEBREW) return Joining.NONE;
  let letters = '';
  let start = at;
  while (insideWord(text, start)) {
    start--;
    while (start > 0 && attachedAt(text, start)) start--;
    // Marks at the start of the text stand on nothing.
    if (attachedAt(text, start)) break;
    if (groupAt(text, start) !== group || letters.length === MOST_LETTERS) return Joining.NONE;
    letters = text.charAt(start) + letters;
  }
  if (group === Group.HEBREW) return HEBREW.test(letters) ? Joining.PARTICLES : Joining.NONE;
  if (!ARABIC.test(letters)) return Joining.NONE;
  return ENDS_IN_LAM.test(letters) ? Joining.LAM : Joining.PARTICLES;
}

/** The most letters of particles before a name. */
const MOST_LETTERS = 6;
const ARABIC = /^(?=.)[وف]?(?:[بكک]?ال|لل|[بلكک]?)$/u;
const ENDS_IN_LAM = /^[وف]?ل$/u;
const HEBREW = /^(?=.)ו?(?:לכש|כש|מש|ש)?[בכלמ]?ה?$/u;

/** Fewer letters than this are found behind particles by chance too often: "قم" stands in many words behind a "ب" that is none. */
const LEAST_LETTERS = 3;

/** Whether a folding form may be found behind particles: one that begins with an Arabic or Hebrew word of three letters or more. */
export function allowsParticles(text: string): boolean {
  const keys = foldingKeys();
  const group = groupAt(text, 0);
  if (group !== Group.ARABIC && group !== Group.HEBREW) return false;
  let letters = 0;
  for (let at = 0; at < text.length && letters < LEAST_LETTERS; at++) {
    const own = groupAt(text, at);
    if (own !== group && own !== Group.JOINED) break;
    if (keys.table[text.charCodeAt(at)] !== 0) letters += 1 + (keys.more.get(text.charCodeAt(at))?.length ?? 0);
  }
  return letters >= LEAST_LETTERS;
}

/**
 * How the word behind the particle "ل" is written for a form with the Arabic article: "للحكيم" is "ل" and "لحكيم" for "الحكيم"; "للجنة" is
 * "ل" and "لجنة" for "اللجنة". Null for other forms.
 */
export function withoutArticle(text: string): string | null {
  return ARTICLE.test(text) ? text.replace(ARTICLE, '') : null;
}

const MARKS = '[\\p{Mn}\u0640]*';
const ARTICLE = new RegExp(`^[اٱ]${MARKS}(?:ل${MARKS}(?=ل)|(?=ل))`, 'u');
