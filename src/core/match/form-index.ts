/* eslint-disable @typescript-eslint/no-non-null-assertion -- Tables are indexed by code units or by masked hashes. This is the hot path. */
import { UnitBit, unitClasses } from './characters';
import { FormFlag, FormKeys } from './form-keys';
import { Entry, FormTable, Hashing } from './form-table';
import { exactKeys, foldingKeys, type Keys, SpecialKey } from './keys';
import { OpeningFilter } from './opening-filter';
import { Starts } from './starts';
import { cutGroup, NO_GROUP } from './word-cuts';

const { SPACE } = UnitBit;
const { DROPPED } = SpecialKey;
const { GOES_ON, ENDS_OUTSIDE_WORD } = Entry;
const { START, FACTOR } = Hashing;

/**
 * The forms, in tables that `FormSearch` searches a text by.
 *
 * For each form, the table holds the hash of all its keys, and the hashes of its beginnings, cut at each word end: for "Tehran’s New
 * Scheme" these are "Tehran", "Tehran's" and "Tehran's New", for "人民日报" they are "人", "人民" and "人民日". If any form folds, the hashes of all forms are taken over folded keys, so
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
   * @param flags of `FormFlag`
   */
  add(text: string, flags: number): number {
    const { classes, forms, table } = this;
    const keys = this.keys.table;
    const length = forms.write(text, this.count, flags);
    let hash = START;
    let hashAtWordEnd = 0;
    let pastWord = false;
    let group = NO_GROUP;
    let inSpace = false;
    let gap = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const key = keys[unit]!;
      const repeated = inSpace && (classes[unit]! & SPACE) !== 0;
      inSpace = (classes[unit]! & SPACE) !== 0;
      if (key === DROPPED || repeated) continue;
      const wordKey = this.keys.ofWordAt(text, i);
      if (wordKey === 0) {
        if (group !== NO_GROUP) {
          pastWord = true;
          hashAtWordEnd = hash;
          gap = 0;
        }
        if (++gap > this.widestGap) this.widestGap = gap;
        group = NO_GROUP;
        hash = Math.imul(hash ^ key, FACTOR);
        continue;
      }
      const next = cutGroup(wordKey, group);
      if (group === NO_GROUP) {
        if (pastWord) table.enterBeginning(hashAtWordEnd, GOES_ON);
      } else if (next < 0) table.enterBeginning(hash, GOES_ON);
      group = Math.abs(next);
      hash = Math.imul(hash ^ wordKey, FACTOR);
      for (const more of this.keys.more.get(unit) ?? NONE) hash = Math.imul(hash ^ this.keys.ofWords[more]!, FACTOR);
    }
    const known = table.enterForm(hash, forms.next);
    if (known !== forms.next) return forms.numberOf(known);
    forms.keep(length);
    if (group === NO_GROUP) table.enterBeginning(hashAtWordEnd, ENDS_OUTSIDE_WORD);
    this.longest = Math.max(this.longest, length);
    this.openings.add(text);
    this.starts.mark(keys[text.charCodeAt(0)]!, (flags & (FormFlag.JOINS | FormFlag.AFTER_LAM)) !== 0);
    return this.count++;
  }

  /** Call this when all forms have been added. */
  finish(): void {
    this.starts.finish();
  }
}

const NONE: readonly number[] = [];
