/* eslint-disable @typescript-eslint/no-non-null-assertion -- Tables are indexed by code units or by masked hashes. This is the hot path. */
import { type Keys, UNSURE as UNSURE_KEY } from './keys';

const UNSURE = UNSURE_KEY;
const UNSURE_BIT = Math.log2(UNSURE_KEY);

/** Each place has a factor of its own, as the same letters in another order are another opening. */
const FACTORS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1, 0xff51afd7] as const;
const [FACTOR_1, FACTOR_2, FACTOR_3, FACTOR_4, FACTOR_5, FACTOR_6] = FACTORS;

/** The filter has 2 to the power of so many bits: some for each form, but not more than a processor’s nearer cache holds. */
const SIZE = { perForm: 4, least: 8, most: 20 };

/**
 * Most words of a text begin no form, and their opening tells so without reading them to the end: the keys of their first six units,
 * as far as they lie within one word. The filter holds a hash of the opening of every form.
 */
export class OpeningFilter {
  /** Bits, 32 to a number: set where some form’s opening has this hash. */
  private readonly bits: Int32Array;
  private readonly shift: number;
  private readonly keys: Int32Array;

  /**
   * @param keys those that forms and texts are compared by
   * @param forms how many forms will be added at most
   */
  constructor(keys: Keys, forms: number) {
    const size = Math.min(SIZE.most, Math.max(SIZE.least, Math.ceil(Math.log2(forms + 1)) + SIZE.perForm));
    this.bits = new Int32Array(1 << (size - 5));
    this.shift = 32 - size;
    this.keys = keys.ofWords;
  }

  add(form: string): void {
    let hash = 0;
    let place = 0;
    for (let i = 0; i < form.length && place < FACTORS.length; i++) {
      const key = this.keys[form.charCodeAt(i)]!;
      // A text that has such a unit in its opening is looked at anyway, so it does not matter that it is left out here.
      if (key === UNSURE) continue;
      if (key === 0 && place > 0) break;
      hash ^= Math.imul(key, FACTORS[place++]!);
    }
    const bit = hash >>> this.shift;
    this.bits[bit >>> 5] = this.bits[bit >>> 5]! | (1 << bit);
  }

  /**
   * Of some places in a text, keeps those where a form may begin, at the front of their array. Most where none does are dropped.
   * Like the search for places, this gets by without a branch that the processor would have to foresee.
   *
   * @param units with five zeros behind the text at least
   * @returns how many places are left
   */
  sift(units: Uint16Array, places: Int32Array, count: number): number {
    const { keys, bits, shift } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const at = places[i]!;
      const first = keys[units[at]!]!;
      const second = keys[units[at + 1]!]!;
      // The keys of words are negative, and no others are, so that the sign of one makes a mask for the next.
      const third = keys[units[at + 2]!]! & (second >> 31);
      const fourth = keys[units[at + 3]!]! & (third >> 31);
      const fifth = keys[units[at + 4]!]! & (fourth >> 31);
      const sixth = keys[units[at + 5]!]! & (fifth >> 31);
      const hash =
        Math.imul(first, FACTOR_1) ^
        Math.imul(second, FACTOR_2) ^
        Math.imul(third, FACTOR_3) ^
        Math.imul(fourth, FACTOR_4) ^
        Math.imul(fifth, FACTOR_5) ^
        Math.imul(sixth, FACTOR_6);
      const bit = hash >>> shift;
      const unsure = (first | second | third | fourth | fifth | sixth) >> UNSURE_BIT;
      places[kept] = at;
      kept += ((bits[bit >>> 5]! >>> bit) | unsure) & 1;
    }
    return kept;
  }
}
