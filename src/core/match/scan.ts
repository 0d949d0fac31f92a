/* eslint-disable @typescript-eslint/no-non-null-assertion -- The tables have an entry for every code unit. This is the hot path. */
import { UnitBit, unitClasses, wordAt } from './characters';
import type { FormIndex } from './form-index';
import { MentionList, type Mentions } from './mentions';

const { WORD, STARTS_WORD, STARTS_ANYWHERE, SURROGATE } = UnitBit;

/** The indexes that a text is searched with at once, and for each unit its class and whether a form of any of them begins with it. */
export interface Vocabulary {
  readonly exact: FormIndex;
  readonly folding: FormIndex;
  readonly startsAndClasses: Uint8Array;
}

export function makeVocabulary(exact: FormIndex, folding: FormIndex): Vocabulary {
  exact.finish();
  folding.finish();
  const startsAndClasses = unitClasses().map((bits, unit) => bits | exact.starts[unit]! | folding.starts[unit]!);
  return { exact, folding, startsAndClasses };
}

/**
 * Finds the mentions in a settled text from an offset on, reading what lies before it as context only.
 * Forms are numbered as in the exact index, and on from there those of the folding one.
 *
 * Nearly all of the time is spent in the inner loop, which looks for places where a form may begin and is written for the processor:
 * it reads one table entry for each unit, and has a single branch that is rarely taken.
 */
export function scan(vocabulary: Vocabulary, text: string, from: number): Mentions {
  const { exact, folding, startsAndClasses } = vocabulary;
  const anyExact = exact.count > 0;
  const anyFolding = folding.count > 0;
  const list = new MentionList();
  const length = text.length;
  let at = from;
  let before = from > 0 ? startsAndClasses[text.charCodeAt(from - 1)]! : 0;
  for (;;) {
    let bits = 0;
    for (; at < length; at++) {
      bits = startsAndClasses[text.charCodeAt(at)]!;
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
      before = startsAndClasses[text.charCodeAt(at - 1)]!;
    }
  }
}
