/* eslint-disable @typescript-eslint/no-non-null-assertion -- Tables are indexed by code units or by masked hashes. This is the hot path. */
import { UNIT_VALUES } from './characters';
import { Group } from './groups';
import { GROUP_MASK, GROUP_SHIFT, type Keys, UNSURE as UNSURE_KEY } from './keys';

const UNSURE = UNSURE_KEY;
const UNSURE_BIT = Math.log2(UNSURE_KEY);

/** Each of the six positions has its own factor, so that the same letters in another order are another opening. */
const FACTORS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1, 0xff51afd7] as const;
const [FACTOR_1, FACTOR_2, FACTOR_3, FACTOR_4, FACTOR_5, FACTOR_6] = FACTORS;

/**
 * How many units of a word are judged in a script that puts no space between words, and of Hangul: a form may end in the midst of a row of
 * letters, and the filter cannot know where.
 */
const UNSPACED_UNITS = 2;

/** Binary logarithms of the number of bits: 16 for each form, but no more than fit into the nearer cache of a processor. */
const SIZE = { perForm: 4, least: 8, most: 20 };

/**
 * Drops the places of a text where no form begins, judged by the opening: the keys of the first six units, as far as they lie within one
 * word; of fewer where words are not told apart by spaces. The filter holds a hash of the opening of every form. Most words of a text begin no form, and need not be read to their end.
 */
export class OpeningFilter {
  /** Bits, 32 to a number: set where some form’s opening has this hash. */
  private readonly bits: Int32Array;
  private readonly shift: number;
  private readonly ofWords: Int32Array;
  /** Marks the keys that are whole forms though other words may follow without a space; null where there are none. */
  private alone: Uint8Array | null = null;

  /**
   * @param keys the keys that forms and texts are compared by
   * @param forms the number of forms to be added, at most
   */
  constructor(
    private readonly keys: Keys,
    forms: number,
  ) {
    const size = Math.min(SIZE.most, Math.max(SIZE.least, Math.ceil(Math.log2(forms + 1)) + SIZE.perForm));
    this.bits = new Int32Array(1 << (size - 5));
    this.shift = 32 - size;
    this.ofWords = keys.ofWords;
  }

  add(form: string): void {
    let hash = 0;
    let place = 0;
    let group = NO_GROUP;
    let most: number = FACTORS.length;
    let i = 0;
    for (; i < form.length && place < most; i++) {
      const unit = form.charCodeAt(i);
      let key = this.ofWords[unit]!;
      const more = this.keys.more.get(unit);
      // `sift` keeps every place with such a unit in its opening, so the hash of the form does not matter. But `ß` may be spelt `ss`.
      if (key === UNSURE && !more) continue;
      if (more) key = this.ofWords[this.keys.table[unit]!]!;
      if (key === 0) {
        if (place > 0) break;
      } else {
        if (group === NO_GROUP) group = siftGroup(key);
        else if (siftGroup(key) !== group) break;
        if (isUnspaced(group)) most = UNSPACED_UNITS;
      }
      hash ^= Math.imul(key, FACTORS[place++]!);
      for (const next of more ?? []) if (place < most) hash ^= Math.imul(this.ofWords[next]!, FACTORS[place++]!);
    }
    if (place === 1 && i === form.length && isUnspaced(group)) {
      this.alone ??= new Uint8Array(UNIT_VALUES);
      this.alone[this.keys.table[form.charCodeAt(0)]!] = 1;
    }
    const bit = hash >>> this.shift;
    this.bits[bit >>> 5] = this.bits[bit >>> 5]! | (1 << bit);
  }

  /**
   * The same as `sift`, for a text that may hold scripts without spaces, or several scripts side by side.
   */
  siftScripts(units: Uint16Array, places: Int32Array, count: number): number {
    const { ofWords, bits, shift, alone } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const at = places[i]!;
      const first = ofWords[units[at]!]!;
      let group = first < 0 ? siftGroup(first) : NO_GROUP;
      let most: number = isUnspaced(group) ? UNSPACED_UNITS : FACTORS.length;
      let hash = Math.imul(first, FACTOR_1);
      let keep = first === UNSURE || (alone !== null && alone[first & 0xffff] === 1);
      for (let n = 1; n < most && !keep; n++) {
        const key = ofWords[units[at + n]!]!;
        keep = key === UNSURE;
        if (key >= 0) break;
        const own = siftGroup(key);
        if (group === NO_GROUP) {
          group = own;
          if (isUnspaced(group)) most = UNSPACED_UNITS;
        } else if (own !== group) break;
        hash ^= Math.imul(key, FACTORS[n]!);
      }
      const bit = hash >>> shift;
      places[kept] = at;
      if (keep || ((bits[bit >>> 5]! >>> bit) & 1) !== 0) kept++;
    }
    return kept;
  }

  /**
   * Drops most places of a text where no form begins, and moves the others to the front of the array. The text holds no other letters than
   * Latin ones. Written without branches, as `findStarts` is: the processor could not predict them.
   *
   * @param units with at least five zeros behind the text
   * @returns the number of places that are left
   */
  sift(units: Uint16Array, places: Int32Array, count: number): number {
    const { ofWords: keys, bits, shift } = this;
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

const NO_GROUP = -1;

/** Letters of Latin, digits and marks make words together, and are of one group here: no form ends between them. */
function siftGroup(key: number): number {
  const group = (key & GROUP_MASK) >> GROUP_SHIFT;
  return group === Group.JOINED || group === Group.COMMON ? Group.LATIN : group;
}

function isUnspaced(group: number): boolean {
  return group === Group.UNSPACED || group === Group.HANGUL;
}
