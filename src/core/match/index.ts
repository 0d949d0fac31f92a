/**
 * Finding the mentions of known names in a text.
 *
 * A name is known by its forms, each of which belongs to an entity. What counts as a mention:
 *
 * - **Whole words.** A mention neither starts nor ends inside a word, which is a run of letters, marks, numbers and `_` of any script.
 *   Apostrophes and hyphens are not parts of words: "Tehran’s" mentions Tehran, "US-led" the US, and "Iranian" does not mention Iran.
 * - **Whole characters.** A mention neither starts at a mark nor ends before one, whatever the mark stands on.
 * - **The longest form at the first place.** Mentions do not overlap. Where several could start, the longest counts, and the text is
 *   read on behind it.
 * - **Alike characters** do not tell forms apart: apostrophes and the half rings used like them, hyphens with en dash and minus,
 *   composed and decomposed letters. Soft hyphens are not there at all.
 * - **White space** is one space, however long, and may hold one line end (LF, CRLF or CR), so that names are found in wrapped text.
 *   White space with two line ends is a blank line, which no mention crosses.
 * - **Case and diacritics** count, except for forms that are told to `fold` them. Folding goes letter by letter: it makes `É` and `e`
 *   alike, also `ø` and `o`, but not `ß` and `ss`, and takes no Hangul syllable apart. It leaves alone the marks that are vowels in scripts such as Devanagari, and letters
 *   outside of the Basic Multilingual Plane. Of an exact and a folding form of the same length, the exact one is mentioned.
 * - **Several entities** may go by one form. The mention has all of them.
 *
 * Offsets are exact UTF-16 offsets into the text as it was given.
 *
 * A text passes through these files: `units.ts` copies it into an array; `scan.ts` goes through that, block by block, by `starts.ts` and
 * `opening-filter.ts`, to the places where a form may begin; `form-search.ts` finds the longest form there; `settle.ts` composes a text that
 * is not composed already; `mentions.ts` keeps the result, and `update.ts` brings it up to date after an edit.
 *
 * Forms are read by `create-matcher.ts`, and entered into a `form-index.ts`, which consists of `form-table.ts` and `form-keys.ts`. What is alike,
 * `keys.ts` says to both.
 */
export { createMatcher, type Form } from './create-matcher';
export type { Matcher, RejectedForm, Rejection } from './matcher';
export { type Mentions, mentionsIn } from './mentions';
export { type Edit, updateMentions } from './update';
