import { fieldsOf } from '../sidecar/annotation';
import { SIDECAR_SHAPE } from './shape';
import { isNothing, same, textIn, type MergeFields } from './model';
import { partsOf } from './parts';

/**
 * Finds the annotations that two people made alike: the same passage, the same tags, the same entity. They become one. Two with different
 * notes stay two.
 *
 * @param added the indexes of the new records that only one side has
 * @returns for indexes of ours the index of the twin in theirs
 */
export function findTwins(
  ours: readonly MergeFields[],
  theirs: readonly MergeFields[],
  added: { readonly ours: readonly number[]; readonly theirs: readonly number[] },
): Map<number, number> {
  const twins = new Map<number, number>();
  if (added.ours.length === 0 || added.theirs.length === 0) return twins;
  const groups = new Map<string, { ours: number[]; theirs: number[] }>();
  for (const side of ['ours', 'theirs'] as const) {
    for (const index of added[side]) {
      const record = (side === 'ours' ? ours : theirs)[index];
      const key = record && statementOf(record);
      if (key === undefined || key === null) continue;
      const group = groups.get(key) ?? { ours: [], theirs: [] };
      groups.set(key, group);
      group[side].push(index);
    }
  }
  for (const group of groups.values()) pair(group, ours, theirs, twins);
  return twins;
}

function pair(
  group: { ours: number[]; theirs: number[] },
  ours: readonly MergeFields[],
  theirs: readonly MergeFields[],
  twins: Map<number, number>,
): void {
  const left = new Set(group.theirs);
  const alone: number[] = [];
  for (const index of group.ours) {
    const twin = [...left].find((other) => fit(ours[index], theirs[other], false));
    if (twin === undefined) alone.push(index);
    else {
      twins.set(index, twin);
      left.delete(twin);
    }
  }
  // An annotation with a note and one without are twins only if each is the only one: so both directions of a merge choose alike.
  const [mine] = alone;
  const [other] = left;
  if (alone.length === 1 && left.size === 1 && mine !== undefined && other !== undefined) {
    if (fit(ours[mine], theirs[other], true)) twins.set(mine, other);
  }
}

/** Whether two annotations agree but for `LEFT_ASIDE`. `loosely`: a field may also be missing in one of them. */
function fit(a: MergeFields | undefined, b: MergeFields | undefined, loosely: boolean): boolean {
  if (!a || !b) return false;
  return [...new Set([...a.keys(), ...b.keys()])].every((key) => {
    if (LEFT_ASIDE.has(key)) return true;
    const [one, other] = [a.get(key), b.get(key)];
    if (same(one, other) || (isNothing(one) && isNothing(other))) return true;
    return loosely && (isNothing(one) || isNothing(other));
  });
}

/** The passage and statement of an annotation without its note, to compare; null where it names no passage. */
function statementOf(record: MergeFields): string | null {
  const passage = SIDECAR_SHAPE.identity.map((key) => textIn(record, key));
  if (passage.every((text) => text === null)) return null;
  const statement: unknown[] = [];
  for (const key of STATEMENT) {
    const kind = SIDECAR_SHAPE.parts.get(key);
    const parts = kind && partsOf(kind, record.get(key));
    if (parts === null) return null;
    statement.push(parts ? [...parts.keys()].sort() : textIn(record, key));
  }
  return JSON.stringify([passage, statement]);
}

const STATEMENT = fieldsOf('statement').filter((field) => field !== 'note');

/** Fields in which twins may differ: their names and signatures, and the order of parts, which are the same in their statements. */
const LEFT_ASIDE: ReadonlySet<string> = new Set([...fieldsOf('id', 'signature'), ...SIDECAR_SHAPE.parts.keys()]);
