/* eslint-disable @typescript-eslint/no-non-null-assertion -- Tables are indexed by code units or by masked hashes. This is the hot path. */
import { UnitBit, unitClasses, wordAt } from './characters';
import { FormKeys } from './form-keys';
import { Entry, FormTable, Hashing } from './form-table';
import { exactKeys, foldingKeys, type Keys, SpecialKey, WORD_KEY as OF_WORD } from './keys';
import { OpeningFilter } from './opening-filter';
import { Starts } from './starts';

const { WORD, SPACE, SURROGATE } = UnitBit;
const { DROPPED } = SpecialKey;
const { GOES_ON, ENDS_OUTSIDE_WORD } = Entry;
const { START, FACTOR } = Hashing;
const WORD_KEY = OF_WORD;

/**
 * The forms, in tables that `FormSearch` searches a text by.
 *
 * For each form, the table holds the hash of all its keys, and the hashes of its beginnings, cut at each word end: for "Tehran’s New
 * Scheme" these are "Tehran", "Tehran's" and "Tehran's New". If any form folds, the hashes of all forms are taken over folded keys, so
 * that one look-up serves exact and folding forms alike.
 */
export class FormIndex {
  /** The number of different forms. Forms are numbered from 0. */
  count = 0;
  /** The number of keys of the longest form: no mention is made of more characters. */
  longest = 0;
  /** The keys by which texts are hashed. */
  readonly keys: Keys;
  /** The first six units of every form, hashed. */
  readonly openings: OpeningFilter;
  /** The units that forms begin with; complete once `finish` has been called. */
  readonly starts: Starts;

  /** The keys of whole forms. */
  readonly forms: FormKeys;
  /** The hashes of forms and of their beginnings. */
  readonly table: FormTable;
  /** The most keys between two words of a form, or after the last one. */
  widestGap = 0;

  private readonly classes = unitClasses();

  /**
   * @param forms the number of forms to be added, at most
   * @param units the number of their code units together
   * @param folding whether any of them folds
   */
  constructor(forms: number, units: number, folding: boolean) {
    this.keys = folding ? foldingKeys() : exactKeys();
    this.forms = new FormKeys(forms, units, folding);
    this.table = new FormTable(forms, this.forms);
    this.openings = new OpeningFilter(this.keys, forms);
    this.starts = new Starts(this.keys);
  }

  /**
   * Adds a form and returns its number: the number of an earlier form if the two are alike.
   * @param text composed, trimmed, with a word character, and not beginning with an attached character
   */
  add(text: string, fold: boolean): number {
    const { classes, forms, table } = this;
    const keys = this.keys.table;
    const length = forms.write(text, this.count, fold);
    let hash = START;
    let hashAtWordEnd = 0;
    let pastWord = false;
    let inWord = false;
    let inSpace = false;
    let gap = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const bits = classes[unit]!;
      const key = keys[unit]!;
      const repeated = inSpace && (bits & SPACE) !== 0;
      inSpace = (bits & SPACE) !== 0;
      if (key === DROPPED || repeated) continue;
      const word = (bits & SURROGATE) === 0 ? (bits & WORD) !== 0 : wordAt(text, i);
      if (inWord && !word) {
        pastWord = true;
        hashAtWordEnd = hash;
        gap = 0;
      }
      if (!word && ++gap > this.widestGap) this.widestGap = gap;
      if (word && !inWord && pastWord) table.enterBeginning(hashAtWordEnd, GOES_ON);
      inWord = word;
      hash = Math.imul(hash ^ (word ? key | WORD_KEY : key), FACTOR);
    }
    const known = table.enterForm(hash, forms.next);
    if (known !== forms.next) return forms.numberOf(known);
    forms.keep(length);
    if (!inWord) table.enterBeginning(hashAtWordEnd, ENDS_OUTSIDE_WORD);
    this.longest = Math.max(this.longest, length);
    this.openings.add(text);
    this.starts.mark(keys[text.charCodeAt(0)]!);
    return this.count++;
  }

  /** Call this when all forms have been added. */
  finish(): void {
    this.starts.finish();
  }
}
