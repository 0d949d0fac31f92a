import { Group } from './groups';
import { GROUP_MASK, GROUP_SHIFT } from './keys';

const MASK = GROUP_MASK;
const SHIFT = GROUP_SHIFT;
const { NONE, JOINED, UNSPACED, HANGUL } = Group;

/** No unit of the word has been read yet. */
export const NO_GROUP = 0;
/** Equals the group of no unit, so that the next unit begins another word. */
const NEVER = 0x3f;

/**
 * Words are cut where a boundary may be, and in a few more places, for texts and forms alike: between two groups, and before each character
 * of scripts without spaces and of Hangul, behind which a particle may follow.
 *
 * @param wordKey the key of a unit within a word
 * @param group what this function gave for the unit before; `NO_GROUP` at the start of a word
 * @returns the group to go on with; as a negative number if the word is cut before this unit
 */
export function cutGroup(wordKey: number, group: number): number {
  const own = (wordKey & MASK) >> SHIFT;
  if (own === group) return group;
  if (own === JOINED || own === NONE) return group === NO_GROUP ? NEVER : group;
  const next = own === UNSPACED || own === HANGUL ? NEVER : own;
  return group === NO_GROUP ? next : -next;
}
