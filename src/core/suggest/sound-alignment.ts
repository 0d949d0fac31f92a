import type { Segment } from './segments';
import { soundDistance } from './sound-costs';
import type { SoundWord } from './sound-word';

/** The difference in sound of two words, and how much of it their length allows. */
export interface SoundDistance {
  readonly cost: number;
  readonly tolerance: number;
}

/** Compares two name words sound by sound. `cost` is that of the cheapest alignment; infinite if it is more than `most` times the tolerance. */
export function compareSounds(a: SoundWord, b: SoundWord, most = HOPELESS): SoundDistance {
  // Always in one order, so that the result is symmetric.
  const [left, right] = a.word < b.word ? [a, b] : [b, a];
  const tolerance = toleranceOf(left, right);
  return { cost: align(left, right, most * tolerance), tolerance };
}

/**
 * Whether the consonants of two words alone differ so much that an alignment costs more than `most` times the tolerance. A consonant that
 * cannot be left out stands for the one at the same place, unless for a soft one. False does not say that the words are alike.
 */
export function areApart(left: SoundWord, right: SoundWord, most: number): boolean {
  const more = left.hard.length - right.hard.length;
  if (more > right.soft || -more > left.soft) return true;
  if (more !== 0) return false;
  const limit = most * toleranceOf(left, right);
  let least = 0;
  // The last ones may cost less; see `substitutionCost`.
  for (let i = 0; i < left.hard.length - 1 && least <= limit; i++) {
    const [a, b] = [left.hard[i] ?? 0, right.hard[i] ?? 0];
    if (a !== b) least += soundDistance(a, b);
  }
  return least > limit;
}

function toleranceOf(left: SoundWord, right: SoundWord): number {
  return 0.26 + 0.045 * ((left.weight + right.weight) / 2);
}

/** Above so many times the tolerance, the exact cost does not matter. */
const HOPELESS = 2;

/** The usual table of edit distances, with the costs of sounds. Stops at a row in which every cost is above the limit. */
function align(left: SoundWord, right: SoundWord, limit: number): number {
  const width = right.codes.length;
  if (width >= ROWS[0].length) ROWS = [new Float64Array(2 * width), new Float64Array(2 * width)];
  let [row, next] = ROWS;
  row[0] = 0;
  for (let j = 0; j < width; j++) row[j + 1] = at(row, j) + at(right.omissions, j);
  for (let i = 0; i < left.codes.length; i++) {
    const omission = at(left.omissions, i);
    let least = (next[0] = at(row, 0) + omission);
    for (let j = 0; j < width; j++) {
      const cost = Math.min(
        at(row, j) + substitutionCost(left, i, right, j),
        at(row, j + 1) + omission,
        at(next, j) + at(right.omissions, j),
      );
      next[j + 1] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return Infinity;
    [row, next] = [next, row];
  }
  return at(row, width);
}

/** The two rows of the table, used again and again: making them takes longer than filling them. */
let ROWS: [Float64Array, Float64Array] = [new Float64Array(64), new Float64Array(64)];

function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] ?? 0;
}

function substitutionCost(left: SoundWord, i: number, right: SoundWord, j: number): number {
  const a = left.segments[i];
  const b = right.segments[j];
  if (!a || !b) return 1;
  if (a === b || a.sound === b.sound) return 0;
  const cost = soundDistance(at(left.codes, i), at(right.codes, j));
  if (cost === 0 || cost >= 1) return cost;
  const first = i === 0 && j === 0;
  const last = i === left.segments.length - 1 && j === right.segments.length - 1;
  if (a.vowel && b.vowel) return vowelCost(cost, left.segments, i, right.segments, j, last);
  if (last && /^[td]{2}$/.test(a.sound + b.sound)) return 0.12;
  if (last && /^[vwf]{2}$/.test(a.sound + b.sound)) return 0.04;
  return first ? cost * 1.15 : cost;
}

/**
 * The cost of a vowel for another depends on the place. At the end they make two names (`Ali`, `Ala`); `Salem` and `Salam` are two
 * patterns of one root; behind `u` the second vowel varies (`Yusuf`, `Yousef`).
 */
function vowelCost(
  cost: number,
  left: readonly Segment[],
  i: number,
  right: readonly Segment[],
  j: number,
  last: boolean,
): number {
  const sounds = `${left[i]?.sound ?? ''}${right[j]?.sound ?? ''}`;
  if (last) return /^(?:e[aA]|[aA]e)$/.test(sounds) ? cost : cost * 1.7;
  if (i === 0 && j === 0) return cost * 1.3;
  if (/^(?:e[aA]|[aA]e)$/.test(sounds) && isSecondOfTwo(left, i) && isSecondOfTwo(right, j)) return 0.4;
  if (/^(?:[uU][eiI]|[eiI][uU])$/.test(sounds) && /[uU]/.test(vowelBefore(left, i) + vowelBefore(right, j))) return 0.2;
  // The first vowel of `Juburi` varies with the second.
  if (/^(?:[uU]a|a[uU])$/.test(sounds) && /^[uU]{2}$/.test(vowelBehind(left, i) + vowelBehind(right, j))) return 0.25;
  return cost;
}

/** Whether the vowel is the second one of a word such as `Salem`: one consonant after an `a`, and one at the end. */
function isSecondOfTwo(word: readonly Segment[], at: number): boolean {
  return at === 3 && word.length === 5 && /^[aA]$/.test(word[1]?.sound ?? '') && word[4]?.vowel === false;
}

function vowelBefore(word: readonly Segment[], at: number): string {
  for (let i = at - 1; i >= 0; i--) {
    const segment = word[i];
    if (segment?.vowel === true) return segment.sound;
  }
  return '';
}

function vowelBehind(word: readonly Segment[], at: number): string {
  return word.slice(at + 1).find(({ vowel }) => vowel)?.sound ?? '';
}
