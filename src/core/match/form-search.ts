/* eslint-disable @typescript-eslint/no-non-null-assertion -- Tables are indexed by code units or by masked hashes. This is the hot path. */
import { attachedAt, UnitBit, unitClasses, wordAt } from './characters';
import type { FormIndex } from './form-index';
import { Entry, Hashing } from './form-table';
import { SpecialKey, WORD_KEY as OF_WORD } from './keys';
import { spaceEnd } from './white-space';

const { WORD, SPACE, SURROGATE } = UnitBit;
const { DROPPED } = SpecialKey;
const { GOES_ON, ENDS_OUTSIDE_WORD, FORM_SHIFT } = Entry;
const { START, FACTOR, SPREAD } = Hashing;
const WORD_KEY = OF_WORD;
/** A flag beside those of an entry: the stretch of text spells a form. */
const FOUND = 1 << FORM_SHIFT;

/**
 * Finds the longest form that begins at a place of a text.
 *
 * Reads the text word by word, and looks up a hash of all keys since the start at the end of each word. One look-up says whether a form
 * ends here, and whether a longer form may follow. The usual answer is neither.
 *
 * Hashes may collide. A form that is found by its hash therefore counts only if its own keys are those of the text; a beginning that is
 * found by a wrong hash only costs some time.
 */
export class FormSearch {
  /** The number of the form that `longestAt` found last. */
  found = -1;

  private readonly classes = unitClasses();
  private readonly wordKeys: Int32Array;

  constructor(readonly index: FormIndex) {
    this.wordKeys = index.keys.ofWords;
  }

  /**
   * The end of the longest form that begins at `start` in a text, or -1; sets `found`. Of an exact and a folding form with the same end
   * it finds the exact one.
   * @param text composed
   * @param units of the text, with zeros behind them
   */
  longestAt(text: string, units: Uint16Array, start: number): number {
    const { classes, wordKeys } = this;
    const { widestGap } = this.index;
    const keys = this.index.keys.table;
    const length = text.length;
    let longest = -1;
    let at = start;
    let hash = START;
    let flags: number = GOES_ON;
    for (;;) {
      for (let gap = 0; at < length;) {
        const unit = units[at]!;
        const bits = classes[unit]!;
        const key = keys[unit]!;
        if ((bits & SPACE) !== 0) {
          at = spaceEnd(classes, units, at);
          if (at < 0) return longest;
        } else if (key === DROPPED) at++;
        else if ((bits & WORD) !== 0 || ((bits & SURROGATE) !== 0 && wordAt(text, at))) break;
        else at++;
        if (key !== DROPPED) {
          if (++gap > widestGap) return longest;
          hash = Math.imul(hash ^ key, FACTOR);
        }
        if ((flags & ENDS_OUTSIDE_WORD) === 0 || !mayEnd(text, at)) continue;
        if ((this.lookUp(hash, units, start, at) & FOUND) !== 0) longest = at;
      }
      if (at >= length || (flags & GOES_ON) === 0) return longest;

      for (; ; at++) {
        const unit = units[at]!;
        const key = wordKeys[unit]!;
        if (key < 0) hash = Math.imul(hash ^ key, FACTOR);
        else if (key === 0 || !wordAt(text, at)) break;
        else if (keys[unit] !== DROPPED) hash = Math.imul(hash ^ (keys[unit]! | WORD_KEY), FACTOR);
      }

      flags = this.lookUp(hash, units, start, at);
      if ((flags & FOUND) !== 0) longest = at;
      if ((flags & (GOES_ON | ENDS_OUTSIDE_WORD)) === 0) return longest;
    }
  }

  /** The flags of the hash of a stretch of text. `FOUND` is among them if the stretch spells a form; `found` is then that form. */
  private lookUp(hash: number, units: Uint16Array, start: number, end: number): number {
    const { forms, table } = this.index;
    const { slots, mask, shift } = table;
    let said = 0;
    for (let slot = Math.imul(hash, SPREAD) >>> shift; slots[2 * slot + 1] !== 0; slot = (slot + 1) & mask) {
      if (slots[2 * slot] !== hash) continue;
      const entry = slots[2 * slot + 1]!;
      said |= entry & (GOES_ON | ENDS_OUTSIDE_WORD);
      const form = (entry >> FORM_SHIFT) - 1;
      if (form < 0 || ((said & FOUND) !== 0 && forms.folds(form))) continue;
      if (!forms.spell(form, units, start, end)) continue;
      said |= FOUND;
      this.found = forms.numberOf(form);
    }
    return said;
  }
}

/** Whether the text behind a place allows a mention to end there. A dropped mark may be the start of a word. */
function mayEnd(text: string, at: number): boolean {
  return !attachedAt(text, at) && !(wordAt(text, at) && wordAt(text, at - 1));
}
