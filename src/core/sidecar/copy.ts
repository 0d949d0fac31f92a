import { textField } from '../yaml/fields';
import type { FieldKind, Unknown } from '../yaml/record-fields';

/**
 * Which of several like places of a file an annotation means, where quote and surroundings alone may not tell. A number counts the places
 * of the post that fit entirely: `2/3` in the file, or `1/1` where others only come near. `some`, in the file `distinct`, are like the
 * place, but the surroundings tell them apart.
 */
export type Copy = NumberedCopy | 'some' | Unknown;

/** The second of three: `n` is 2, `of` is 3. */
export interface NumberedCopy {
  readonly n: number;
  readonly of: number;
}

/** Reads a `copy` as a file has it. */
export function parseCopy(text: string): Copy {
  if (text === DISTINCT || text === FORMER) return 'some';
  const match = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text);
  const [n, of] = [Number(match?.[1]), Number(match?.[2])];
  return match && n <= of ? { n, of } : { unknown: text };
}

const DISTINCT = 'distinct';
/** How it was written before the first release. Files that have it keep it. */
const FORMER = '0/0';

/** A `copy` as a file has it. */
export function writeCopy(copy: Copy): string {
  if (copy === 'some') return DISTINCT;
  return 'unknown' in copy ? copy.unknown : `${copy.n}/${copy.of}`;
}

export const COPY: FieldKind<Copy | null> = {
  blank: null,
  read: (map, key, problems) => {
    const text = textField(map, key, problems);
    return text === null ? null : parseCopy(text);
  },
  write: (copy) => (copy === null ? null : writeCopy(copy) || null),
};
