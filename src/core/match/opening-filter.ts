/* eslint-disable @typescript-eslint/no-non-null-assertion -- Tables are indexed by code units or by masked hashes. This is the hot path. */
import { type Keys, UNSURE as UNSURE_KEY } from './keys';

const UNSURE = UNSURE_KEY;
const UNSURE_BIT = Math.log2(UNSURE_KEY);

/** Each of the six positions has its own factor, so that the same letters in another order are another opening. */
const FACTORS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1, 0xff51afd7] as const;
const [FACTOR_1, FACTOR_2, FACTOR_3, FACTOR_4, FACTOR_5, FACTOR_6] = FACTORS;

/** Binary logarithms of the number of bits: 16 for each form, but no more than fit into the nearer cache of a processor. */
const SIZE = { perForm: 4, least: 8, most: 20 };

/**
 * Drops the places of a text where no form begins, judged by the opening: the keys of the first six units, as far as they lie within one
 * word. The filter holds a hash of the opening of every form. Most words of a text begin no form, and need not be read to their end.
 */
export class OpeningFilter {
  /** Bits, 32 to a number: set where some form’s opening has this hash. */
  private readonly bits: Int32Array;
  private readonly shift: number;
  private readonly keys: Int32Array;

  /**
   * @param keys the keys that forms and texts are compared by
   * @param forms the number of forms to be added, at most
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
      // `sift` keeps every place with such a unit in its opening, so the hash of the form does not matter.
      if (key === UNSURE) continue;
      if (key === 0 && place > 0) break;
      hash ^= Math.imul(key, FACTORS[place++]!);
    }
    const bit = hash >>> this.shift;
    this.bits[bit >>> 5] = this.bits[bit >>> 5]! | (1 << bit);
  }

  /**
   * Drops most places of a text where no form begins, and moves the others to the front of the array. Written without branches, as
   * `findStarts` is: the processor could not predict them.
   *
   * @param units with at least five zeros behind the text
   * @returns the number of places that are left
   */
  sift(units: Uint16Array, places: Int32Array, count: number): number {
    const { keys, bits, shift } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const at = places[i]!;
      const first = keys[units[at]!]!;
      const second = keys[units[at + 1]!]!;
      // Only the keys of words are negative, so the sign of a key makes a mask for the next.
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
