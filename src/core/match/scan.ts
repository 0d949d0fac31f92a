/* eslint-disable @typescript-eslint/no-non-null-assertion -- The tables have an entry for every code unit. This is the hot path. */
import { UnitBit, unitClasses, wordAt } from './characters';
import type { FormIndex } from './form-index';
import { exactKeys, foldingKeys } from './keys';
import { MentionList, type Mentions } from './mentions';

const { WORD, STARTS_WORD, STARTS_ANYWHERE, SURROGATE } = UnitBit;

/** What a text is searched with: an index of the exact forms and one of the folding ones. */
export interface Vocabulary {
  readonly exact: FormIndex;
  readonly folding: FormIndex;
  /** The bits of each unit, with those that say whether a form of either index may begin with it. */
  readonly bits: Uint8Array;
}

export function makeVocabulary(exact: FormIndex, folding: FormIndex): Vocabulary {
  const bits = unitClasses().slice();
  for (const { index, keys } of [
    { index: exact, keys: exactKeys() },
    { index: folding, keys: foldingKeys() },
  ]) {
    const mark = (unit: number) => {
      bits[unit] = bits[unit]! | ((bits[unit]! & WORD) !== 0 ? STARTS_WORD : STARTS_ANYWHERE);
    };
    index.firstKeys.forEach(mark);
    for (const unit of index.count > 0 ? keys.unlike : []) if (index.firstKeys.has(keys.table[unit]!)) mark(unit);
  }
  return { exact, folding, bits };
}

/**
 * Finds the mentions in a settled text from an offset on, reading what lies before it as context only.
 * Forms are numbered as in the exact index, and on from there those of the folding one.
 *
 * Nearly all of the time is spent in the inner loop, which looks for places where a form may begin and is written for the processor:
 * it reads one table entry for each unit, and has a single branch that is rarely taken.
 */
export function scan(vocabulary: Vocabulary, text: string, from: number): Mentions {
  const { exact, folding, bits: bitsOf } = vocabulary;
  const anyExact = exact.count > 0;
  const anyFolding = folding.count > 0;
  const list = new MentionList();
  const length = text.length;
  let at = from;
  let before = from > 0 ? bitsOf[text.charCodeAt(from - 1)]! : 0;
  for (;;) {
    let bits = 0;
    for (; at < length; at++) {
      bits = bitsOf[text.charCodeAt(at)]!;
      // After a word character, `before` clears the bit that says that forms begin a word with this unit.
      if ((bits & ~((before & WORD) * (STARTS_WORD / WORD)) & (STARTS_WORD | STARTS_ANYWHERE)) !== 0) {
        if ((anyExact && exact.mayBegin(text, at)) || (anyFolding && folding.mayBegin(text, at))) break;
      }
      before = bits;
    }
    if (at >= length) return list.finish();

    // The table has no say about surrogate pairs, which may be letters too.
    const insideWord = ((before | bits) & SURROGATE) !== 0 && wordAt(text, at - 1) && wordAt(text, at);
    let end = -1;
    let form = -1;
    if (!insideWord) {
      if (anyExact) {
        end = exact.longestAt(text, at);
        form = exact.found;
      }
      if (anyFolding) {
        const foldingEnd = folding.longestAt(text, at);
        if (foldingEnd > end) {
          end = foldingEnd;
          form = exact.count + folding.found;
        }
      }
    }
    if (end < 0) {
      before = bits;
      at++;
    } else {
      list.push(at, end, form);
      at = end;
      before = bitsOf[text.charCodeAt(at - 1)]!;
    }
  }
}
