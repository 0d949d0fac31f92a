/* eslint-disable @typescript-eslint/no-non-null-assertion -- The table has an entry for every code unit. This is the hot path. */
import { UNIT_VALUES, UnitBit, unitClasses } from './characters';
import type { Keys } from './keys';

/** The bits of a unit that tell where a form may begin. */
export const StartBit = {
  /** A form may begin with this unit if the unit before it is no part of a word. */
  AFTER_NO_WORD: 1,
  /** A form may begin with this unit if the unit before it is part of a word, since this unit is not. */
  AFTER_WORD: 2,
  /** A text that holds this unit may not be in composed form: see `compose`. */
  UNSTABLE: 4,
  /** The unit is part of a word. The highest of eight bits. */
  WORD: 128,
} as const;

const { AFTER_NO_WORD, AFTER_WORD, UNSTABLE, WORD } = StartBit;

/** The units that forms begin with. */
export class Starts {
  /** The `StartBit`s of each unit. */
  readonly bits: Uint8Array;

  constructor(private readonly keys: Keys) {
    plain ??= plainBits();
    this.bits = plain.slice();
  }

  /** Notes that a form begins with a key, which is a unit too. */
  mark(key: number): void {
    this.bits[key] = this.bits[key]! | AFTER_NO_WORD | ((this.bits[key]! & WORD) !== 0 ? 0 : AFTER_WORD);
  }

  /** Call this when all keys are marked. Marks the other units that have one of these keys. */
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
 * Writes the places from `from` to `to` where a form may begin into `places`, judged by one unit and the unit before it. Returns their
 * number in the low `COUNT_BITS` bits, and above these all bits that any unit has.
 *
 * Every unit of a text passes through here. So the loop has no branches, which the processor could not predict, and takes four units a
 * turn, as a turn costs as much as a unit.
 *
 * @param units with at least three zeros behind `to`
 * @param places with room for one place more than there are units
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
    // The highest bit of a unit (part of a word) selects the bit of the next unit: AFTER_WORD if set, else AFTER_NO_WORD.
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
