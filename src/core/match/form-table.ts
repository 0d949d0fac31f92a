/* eslint-disable @typescript-eslint/no-non-null-assertion -- The table is indexed by masked hashes. This is the hot path. */

import type { FormKeys } from './form-keys';

/** What the table says of a hash, in the low bits of an entry. The bits above hold a form plus one, or zero. */
export const Entry = {
  /** Some longer form goes on to the end of another word. */
  GOES_ON: 1,
  /** Some longer form ends after the next word end, on a character that is not of a word: "Tehran!" */
  ENDS_OUTSIDE_WORD: 2,
  /** Tells an entry from an empty slot. */
  USED: 4,
  FORM_SHIFT: 3,
} as const;

/** How texts and forms are hashed: by FNV-1a, taken over keys. */
export const Hashing = {
  START: 0x811c9dc5 | 0,
  FACTOR: 0x01000193,
  /** The golden ratio, to spread hashes over the table (Fibonacci hashing). */
  SPREAD: 0x9e3779b1 | 0,
} as const;

const { USED, FORM_SHIFT } = Entry;
const { SPREAD } = Hashing;
const NO_FORM = -1;

/**
 * What is known of hashes: an open-addressing hash table without an object for its entries. Slot `s` holds a hash at `2 * s` and what
 * is said of it behind that.
 */
export class FormTable {
  slots: Int32Array;
  mask: number;
  shift: number;
  private used = 0;

  /**
   * @param forms how many forms will be entered at most
   * @param keys tells whether two of them are alike
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

  /** Notes that forms go on after what has this hash. */
  enterBeginning(hash: number, flags: number): void {
    this.enter(hash, flags, NO_FORM);
  }

  /** Enters the hash of a whole form. Returns it, or the like one that is there already. */
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
