import fc from 'fast-check';
import type { Form } from '../../../src/core/match';
import type { Matcher, Mentions } from '../../../src/core/match';
import type { Found } from './reference';

/** Characters and words of which forms and texts are made. */
interface Family {
  readonly characters: readonly string[];
  readonly words: readonly string[];
}

/** Few characters each, chosen to collide: to be alike, to join, to be half of one another, or to end words. */
const FAMILIES: readonly Family[] = [
  {
    characters: [
      ...['a', 'a', 'b', 'A', 'e', 'é', 'É', 'e\u0301', 'ø', '1', '_'],
      ...[' ', ' ', ' ', '\u00a0', '\u202f', '\t', '\n', '\n', '\r\n', '\r'],
      ...["'", '’', 'ʿ', '´', '-', '–', '\u00ad', '.', '!'],
      ...['\u0301', '\u0323', '\u0338', '=', '≠', '\ufe0f', '\u212b', '\u037e'],
      ...['가', '\u1100', '\u1161', '\u11a8'],
      ...['😀', '𝒜', '\u{1d157}', '\u{1d165}', '\u{1d15e}', '\ud835', '\udc9c'],
    ],
    words: ['a', 'b', 'ab', 'é', 'a b', 'a b a', "a'b", 'a-b a', 'b.', 'A b'],
  },
  {
    // Scripts without spaces, and others beside them.
    characters: [
      ...['北', '京', '北京', '市', '\u{20000}', 'か', 'カ', 'ー', '\u3099', 'ก', 'า', 'เ', '\u0e31', '\u0e49', 'ำ'],
      ...['가', '나', '각', '는', '를', '은', '도', '\u1161', '1', 'a', 'b', 'Б', 'ω', 'क', '\u093f'],
      ...[' ', '\n', '。', '、', '.', '-', '\u00ad', '\u200b', '\ufe0f', '\u0301', '\u{e0100}'],
    ],
    words: ['北京', '京', '北', '北京市', 'カー', 'กา', 'ก', '각', '나', '가나', 'a北', 'ab', 'b1', '京 北', 'Б', 'ω'],
  },
  {
    // Scripts whose particles are written together with names.
    characters: [
      ...['ا', 'ل', 'ل', 'ح', 'ك', 'ی', 'ي', 'ى', 'ک', 'ة', 'ه', 'أ', 'ٱ', 'و', 'ف', 'ب', '\u064e', '\u0651', 'ـ', 'ﻻ'],
      ...['א', 'ב', 'ה', 'ו', 'ש', 'ל', '\u05b0', 'a', '1', ' ', ' ', '\n', '.', '-'],
      ...['\u200c', '\u200d', '\u200e', '\u200f', '\u061c', '\u2067', '\ufeff', '\u00ad'],
    ],
    words: [
      'حكي',
      'الحكي',
      'لحكي',
      'اللحك',
      'كي',
      'وحكي',
      'الح حك',
      'حک‌ی',
      'ואב',
      'אבא',
      'הבא',
      'ושלאבא',
      'لا',
      'ولاه',
    ],
  },
  {
    // Footnotes, abbreviations, divided words, ligatures and letters of other widths.
    characters: [
      ...['a', 'b', 's', 'B', 'ß', 'ﬁ', 'f', 'i', 'Ａ', 'ς', 'Σ', 'σ', '1', '2'],
      ...[
        '¹',
        '²',
        'ª',
        '.',
        '.',
        '-',
        '‑',
        '-\n',
        '\u00ad\n',
        '\u00ad \r\n ',
        ' -\n',
        '\n',
        ' ',
        ' ',
        '\u0301',
        '\u00ad',
      ],
    ],
    words: [
      'a.b.',
      'a.',
      'b.',
      'a.b',
      'b',
      'ass',
      'aß',
      'fi',
      'abs',
      'ab',
      'a-b',
      'ab-s',
      'b a',
      'aςs',
      'B.',
      'sas b',
      'ab2',
    ],
  },
];

const pieceOf = ({ characters }: Family) =>
  fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 4 }).map((chosen) => chosen.join(''));

export const piece = fc.oneof(...FAMILIES.map(pieceOf));

/** Forms, and a text that mentions them more often than chance would. */
export function formsAndText(maxPieces: number): fc.Arbitrary<[Form[], string]> {
  return fc.constantFrom(...FAMILIES).chain((family) => {
    const own = pieceOf(family);
    const word = fc.constantFrom(...family.words);
    const form = fc.record({ text: fc.oneof(word, own), entity: fc.nat(3), fold: fc.boolean() });
    return fc.array(form, { minLength: 1, maxLength: 8 }).chain((chosen) => {
      const mention = fc.constantFrom(...chosen.map(({ text }) => text));
      const pieces = fc.array(fc.oneof(mention, own, word, fc.constant(' ')), { maxLength: maxPieces });
      return fc.tuple(
        fc.constant(chosen),
        pieces.map((parts) => parts.join('')),
      );
    });
  });
}

/** Mentions as the reference gives them. */
export function describeMentions(matcher: Matcher, mentions: Mentions): Found[] {
  return Array.from(
    { length: mentions.count },
    (_, i) => `${mentions.start(i)}-${mentions.end(i)} ${matcher.entitiesOf(mentions.form(i)).join()}`,
  );
}
