/* eslint-disable @typescript-eslint/no-non-null-assertion -- The table has an entry for every code unit. This is the hot path. */
import { UnitBit } from './characters';

const { SPACE, LINE_END } = UnitBit;

/**
 * The end of the run of white space at `start`, or -1 if it holds a blank line, which no name crosses.
 * @param units with a unit behind the text that is no white space
 */
export function spaceEnd(classes: Uint8Array, units: Uint16Array, start: number): number {
  let lineEnds = 0;
  let end = start;
  for (; ; end++) {
    const unit = units[end]!;
    const bits = classes[unit]!;
    if ((bits & SPACE) === 0) break;
    if ((bits & LINE_END) !== 0 && !(unit === LF && end > start && units[end - 1] === CR)) lineEnds++;
  }
  return lineEnds > 1 ? -1 : end;
}

const LF = 0x0a;
const CR = 0x0d;
