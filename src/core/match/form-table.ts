/* eslint-disable @typescript-eslint/no-non-null-assertion -- The table is indexed by masked hashes. This is the hot path. */

import type { FormKeys } from './form-keys';

/** The low bits of an entry are these flags of a hash. The bits above hold a form plus one, or zero for no form. */
export const Entry = {
  /** A longer form goes on to the end of another word. */
  GOES_ON: 1,
  /** A longer form ends behind this word, on a character that is no part of a word: "Tehran!" */
  ENDS_OUTSIDE_WORD: 2,
  /** Set in every entry, as an empty slot is zero. */
  USED: 4,
  FORM_SHIFT: 3,
} as const;

/** Texts and forms are hashed by FNV-1a, taken over their keys. */
export const Hashing = {
  START: 0x811c9dc5 | 0,
  FACTOR: 0x01000193,
  /** The golden ratio, to spread hashes over the table (Fibonacci hashing). */
  SPREAD: 0x9e3779b1 | 0,
} as const;

const { USED, FORM_SHIFT } = Entry;
const { SPREAD } = Hashing;
const NO_FORM = -1;

/** An open-addressing hash table without objects. Slot `s` holds a hash at `2 * s`, and the hash's entry at `2 * s + 1`. */
export class FormTable {
  slots: Int32Array;
  mask: number;
  shift: number;
  private used = 0;

  /**
   * @param forms the number of forms to be entered, at most
   * @param keys tells whether two forms are alike
   */
  constructor(
    forms: number,
    private readonly keys: FormKeys,
  ) {
    const bits = Math.max(4, Math.ceil(Math.log2(forms * 2 + 1)));
    this.slots = new Int32Array(2 << bits);
    this.mask = (1 << bits) - 1;
    this.shift = 32 - bits;
  }

  /** Enters the hash of the beginning of a form. */
  enterBeginning(hash: number, flags: number): void {
    this.enter(hash, flags, NO_FORM);
  }

  /** Enters the hash of a whole form. Returns the form, or an alike form that is there already. */
  enterForm(hash: number, form: number): number {
    return this.enter(hash, 0, form);
  }

  private enter(hash: number, flags: number, form: number): number {
    if (this.used * 2 > this.mask) this.grow();
    const { slots, mask, shift } = this;
    const entry = ((form + 1) << FORM_SHIFT) | USED | flags;
    for (let slot = Math.imul(hash, SPREAD) >>> shift; ; slot = (slot + 1) & mask) {
      const old = slots[2 * slot + 1]!;
      if (old === 0) {
        slots[2 * slot] = hash;
        slots[2 * slot + 1] = entry;
        this.used++;
        return form;
      }
      if (slots[2 * slot] !== hash) continue;
      const known = (old >> FORM_SHIFT) - 1;
      if (form === NO_FORM || known === NO_FORM) {
        slots[2 * slot + 1] = old | entry;
        return form;
      }
      if (this.keys.alike(known, form)) return known;
    }
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    this.mask = this.mask * 2 + 1;
    this.shift--;
    const { slots, mask, shift } = this;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let slot = Math.imul(old[from]!, SPREAD) >>> shift;
      while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
      slots[2 * slot] = old[from]!;
      slots[2 * slot + 1] = old[from + 1]!;
    }
  }
}
