/* eslint-disable @typescript-eslint/no-non-null-assertion -- The table has an entry for every code unit. This is the hot path. */
import { attachedAt, UnitBit, unitClasses, wordAt } from './characters';

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

/** The most white space around a line end that may divide a word, in code units. */
const WIDEST = 200;

/**
 * The offset at which a word goes on behind the hyphen at `at`, if a line ends behind it; -1 otherwise. Before the hyphen, too, the text
 * must have a word.
 * @param units of the text, with a unit behind it that is no white space
 */
export function behindDivision(text: string, units: Uint16Array, at: number): number {
  const classes = unitClasses();
  if ((classes[units[at + 1]!]! & SPACE) === 0 || !wordAt(text, at - 1)) return -1;
  let end = at + 1;
  let broken = false;
  for (; end - at <= WIDEST && (classes[units[end]!]! & SPACE) !== 0; end++)
    broken ||= (classes[units[end]!]! & LINE_END) !== 0;
  return broken && spaceEnd(classes, units, at + 1) === end && wordAt(text, end) && !attachedAt(text, end) ? end : -1;
}
