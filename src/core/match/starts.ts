/* eslint-disable @typescript-eslint/no-non-null-assertion -- The table has an entry for every code unit. This is the hot path. */
import { UNIT_VALUES, UnitBit, unitClasses, unitGroups } from './characters';
import { Group } from './groups';
import type { Keys } from './keys';

// The lowest eight bits of a unit: whether a form may begin with it behind a unit of each of eight classes. The highest three bits: its own
// class. A form may begin behind a character of another class; behind one of the same class, or of a digit, it would be inside a word.
const CLASS_SHIFT = 13;
const Class = { NONE: 0, COMMON: 1, LATIN: 2, CYRILLIC: 3, GREEK: 4, ARABIC: 5, HANGUL: 6, REST: 7 } as const;
const ALL = 0xff;

/** A text that holds this unit may not be in composed form: see `compose`. */
const UNSTABLE = 1 << 8;
/** The unit is a letter or a mark of another script than Latin. */
const NOT_LATIN = 1 << 9;

/** Classes behind which the first step lets a form begin, though it may be inside a word: the next step looks closer. */
const DOUBTFUL = 1 << Class.REST;

function classOf(group: number): number {
  const { NONE, UNSPACED, COMMON, LATIN, CYRILLIC, GREEK, ARABIC, HANGUL } = Group;
  const classes = { [NONE]: Class.NONE, [UNSPACED]: Class.NONE, [COMMON]: Class.COMMON, [LATIN]: Class.LATIN };
  const others = { [CYRILLIC]: Class.CYRILLIC, [GREEK]: Class.GREEK, [ARABIC]: Class.ARABIC, [HANGUL]: Class.HANGUL };
  return new Map(Object.entries({ ...classes, ...others })).get(String(group)) ?? Class.REST;
}

/** The units that forms begin with. */
export class Starts {
  readonly bits: Uint16Array;

  constructor(private readonly keys: Keys) {
    plain ??= plainBits();
    this.bits = plain.slice();
  }

  /**
   * Notes that a form begins with a key, which is a unit too.
   *
   * @param joined whether the form may begin behind particles of the same word
   */
  mark(key: number, joined: boolean): void {
    const own = this.bits[key]! >> CLASS_SHIFT;
    const same = joined ? 0 : 1 << own;
    const inside = own === Class.NONE ? 0 : own === Class.COMMON ? ALL & ~1 : same | (1 << Class.COMMON);
    this.bits[key] = this.bits[key]! | (ALL & ~inside) | DOUBTFUL;
  }

  /** Call this when all keys are marked. Marks the other units that have one of these keys. */
  finish(): void {
    const { table, unlike } = this.keys;
    for (const unit of unlike) this.bits[unit] = this.bits[unit]! | (this.bits[table[unit]!]! & ALL);
  }
}

let plain: Uint16Array | undefined;

function plainBits(): Uint16Array {
  const classes = unitClasses();
  const groups = unitGroups();
  const classOfGroup = Uint8Array.from({ length: 64 }, (_, group) => classOf(group));
  const bits = new Uint16Array(UNIT_VALUES);
  for (let unit = 0; unit < UNIT_VALUES; unit++) {
    const group = groups[unit]!;
    const other = group === Group.JOINED || group > Group.LATIN || group === Group.UNSPACED;
    bits[unit] = (classOfGroup[group]! << CLASS_SHIFT) | (other ? NOT_LATIN : 0);
    if ((classes[unit]! & UnitBit.UNSTABLE) !== 0) bits[unit] = bits[unit]! | UNSTABLE;
  }
  return bits;
}

/**
 * Writes the places from `from` to `to` where a form may begin into `places`, judged by one unit and the unit before it. Returns their
 * number in the low `COUNT_BITS` bits, and above these the flags of `Seen`.
 *
 * Every unit of a text passes through here. So the loop has no branches, which the processor could not predict, and takes four units a
 * turn, as a turn costs as much as a unit.
 *
 * @param units with at least three zeros behind `to`
 * @param places with room for one place more than there are units
 */
export function findStarts(
  bits: Uint16Array,
  units: Uint16Array,
  from: number,
  to: number,
  places: Int32Array,
): number {
  let count = 0;
  let any = 0;
  let before = from > 0 ? bits[units[from - 1]!]! : 0;
  for (let at = from; at < to; at += 4) {
    const a = bits[units[at]!]!;
    const b = bits[units[at + 1]!]!;
    const c = bits[units[at + 2]!]!;
    const d = bits[units[at + 3]!]!;
    // The class of a unit selects the bit of the next unit.
    places[count] = at;
    count += (a >> (before >> CLASS_SHIFT)) & 1;
    places[count] = at + 1;
    count += (b >> (a >> CLASS_SHIFT)) & 1;
    places[count] = at + 2;
    count += (c >> (b >> CLASS_SHIFT)) & 1;
    places[count] = at + 3;
    count += (d >> (c >> CLASS_SHIFT)) & 1;
    before = d;
    any |= a | b | c | d;
  }
  return count | ((any >> 8) << COUNT_BITS);
}

export const COUNT_BITS = 16;
/** The flags above the count: whether any unit may not be composed, and whether any is of another script than Latin. */
export const Seen = { UNSTABLE: UNSTABLE >> 8, NOT_LATIN: NOT_LATIN >> 8 } as const;
