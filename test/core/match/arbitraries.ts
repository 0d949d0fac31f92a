import fc from 'fast-check';
import type { Form } from '../../../src/core/match';
import type { Matcher, Mentions } from '../../../src/core/match';
import type { Found } from './reference';

/** Few characters, chosen to collide: to be alike, to join, to be half of one another, or to end words. */
const CHARACTERS = [
  ...['a', 'a', 'b', 'A', 'e', 'é', 'É', 'e\u0301', 'ø', '1', '_'],
  ...[' ', ' ', ' ', '\u00a0', '\u202f', '\t', '\n', '\n', '\r\n', '\r'],
  ...["'", '’', 'ʿ', '´', '-', '–', '\u00ad', '.', '!'],
  ...['\u0301', '\u0323', '\u0338', '=', '≠', '\ufe0f', '\u212b', '\u037e'],
  ...['가', '\u1100', '\u1161', '\u11a8'],
  ...['😀', '𝒜', '\u{1d157}', '\u{1d165}', '\u{1d15e}', '\ud835', '\udc9c'],
];

export const piece = fc
  .array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: 4 })
  .map((characters) => characters.join(''));

const plainWord = fc.constantFrom('a', 'b', 'ab', 'é', 'a b', 'a b a', "a'b", 'a-b a', 'b.', 'A b');

const form: fc.Arbitrary<Form> = fc.record({
  text: fc.oneof(plainWord, piece),
  entity: fc.nat(3),
  fold: fc.boolean(),
});

const forms = fc.array(form, { minLength: 1, maxLength: 8 });

/** Forms, and a text that mentions them more often than chance would. */
export function formsAndText(maxPieces: number): fc.Arbitrary<[Form[], string]> {
  return forms.chain((chosen) => {
    const mention = fc.constantFrom(...chosen.map(({ text }) => text));
    const pieces = fc.array(fc.oneof(mention, piece, plainWord, fc.constant(' ')), { maxLength: maxPieces });
    return fc.tuple(
      fc.constant(chosen),
      pieces.map((parts) => parts.join('')),
    );
  });
}

/** Mentions as the reference gives them. */
export function describeMentions(matcher: Matcher, mentions: Mentions): Found[] {
  return Array.from(
    { length: mentions.count },
    (_, i) => `${mentions.start(i)}-${mentions.end(i)} ${matcher.entitiesOf(mentions.form(i)).join()}`,
  );
}
