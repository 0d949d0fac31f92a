/* eslint-disable @typescript-eslint/no-non-null-assertion -- The table has an entry for every code unit. This is the hot path. */
import { UNIT_VALUES, UnitBit, unitClasses } from './characters';
import type { Keys } from './keys';

/** What a scan needs to know of a unit to find the places where a form may begin. */
export const StartBit = {
  /** A form may begin with this unit where no part of a word stands before it. */
  AFTER_NO_WORD: 1,
  /** A form may begin with this unit where a part of a word stands before it, since it is none itself. */
  AFTER_WORD: 2,
  /** A text that holds this unit may not be in composed form: see `settle`. */
  UNSTABLE: 4,
  /** Part of a word, by itself. The highest of eight bits. */
  WORD: 128,
} as const;

const { AFTER_NO_WORD, AFTER_WORD, UNSTABLE, WORD } = StartBit;

/** Where forms may begin, as far as one unit tells. */
export class Starts {
  /** The bits of each unit. */
  readonly bits: Uint8Array;

  constructor(private readonly keys: Keys) {
    plain ??= plainBits();
    this.bits = plain.slice();
  }

  /** Says that a form begins with a key, which is a unit too. */
  mark(key: number): void {
    this.bits[key] = this.bits[key]! | AFTER_NO_WORD | ((this.bits[key]! & WORD) !== 0 ? 0 : AFTER_WORD);
  }

  /** To be called when all is marked: other units that have one of the keys begin forms as well. */
  finish(): void {
    const { table, unlike } = this.keys;
    for (const unit of unlike) if ((this.bits[table[unit]!]! & AFTER_NO_WORD) !== 0) this.mark(unit);
  }
}

let plain: Uint8Array | undefined;

function plainBits(): Uint8Array {
  const classes = unitClasses();
  const bits = new Uint8Array(UNIT_VALUES);
  for (let unit = 0; unit < UNIT_VALUES; unit++) {
    if ((classes[unit]! & UnitBit.WORD) !== 0) bits[unit] = WORD;
    if ((classes[unit]! & UnitBit.UNSTABLE) !== 0) bits[unit] = bits[unit]! | UNSTABLE;
  }
  return bits;
}

/**
 * Writes down the places from `from` to `to` where a form may begin, as far as one unit and the one before it tell.
 * Returns their number, and above `COUNT_BITS` all bits that any unit has.
 *
 * Every unit of a text passes through here, so this is written for the processor: without a branch in between, as it could not
 * foresee which way that goes, and four units a turn, as a turn by itself costs as much as a unit.
 *
 * @param units with three zeros behind `to` at least
 * @param places with room for one more than there are units
 */
export function findStarts(bits: Uint8Array, units: Uint16Array, from: number, to: number, places: Int32Array): number {
  let count = 0;
  let any = 0;
  let before = from > 0 ? bits[units[from - 1]!]! : 0;
  for (let at = from; at < to; at += 4) {
    const a = bits[units[at]!]!;
    const b = bits[units[at + 1]!]!;
    const c = bits[units[at + 2]!]!;
    const d = bits[units[at + 3]!]!;
    // The highest bit says that the unit is part of a word, which makes the bit for starts behind a word that of the next unit.
    places[count] = at;
    count += (a >> (before >> 7)) & 1;
    places[count] = at + 1;
    count += (b >> (a >> 7)) & 1;
    places[count] = at + 2;
    count += (c >> (b >> 7)) & 1;
    places[count] = at + 3;
    count += (d >> (c >> 7)) & 1;
    before = d;
    any |= a | b | c | d;
  }
  return count | (any << COUNT_BITS);
}

export const COUNT_BITS = 16;
