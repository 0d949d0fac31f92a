import { entityType, type EntityType } from '../entities/registry';
import type { NameForm } from './forms';
import { NameIndex } from './name-index';
import { relate, type Evidence } from './relations';
import type { Slices } from './slices';
import type { FoundSpelling } from './spellings';

/** A spelling, and its form for comparisons. */
export interface Member {
  readonly spelling: FoundSpelling;
  readonly form: NameForm;
}

/** Spellings that are taken for one name; the first one has the most words. */
export interface Cluster {
  readonly members: Member[];
  readonly reasons: string[];
}

/** From this score on, two spellings count as one name. */
export const JOIN = 0.6;

/**
 * Groups spellings into names. Takes full names first, so that short forms find them, and frequent ones before rare ones.
 *
 * A spelling joins a name only if it is like the first spelling of the name or like most of them. So there are no chains, in which each
 * spelling is like the next, but the last not like the first.
 */
export function* gather(spellings: readonly Member[], evidence: Evidence): Slices<Cluster[]> {
  const index = new NameIndex<Cluster>(evidence);
  for (const [i, { form }] of spellings.entries()) {
    if (i % WORDS_A_SLICE === 0) yield;
    index.expect(form);
  }
  const clusters: Cluster[] = [];
  const ordered = [...spellings].sort(
    (a, b) => b.form.words.length - a.form.words.length || b.spelling.count - a.spelling.count,
  );
  for (const [i, member] of ordered.entries()) {
    if (i % A_SLICE === 0) yield;
    const { form, spelling } = member;
    const [best, second] = index.matches(form);
    // A spelling that may belong to two names stays a name of its own, for a person to decide.
    const clear = best && best.relation.score >= JOIN && best.relation.score - (second?.relation.score ?? 0) > 0.05;
    const joins = clear === true && fits(form, best.owner, evidence);
    const cluster: Cluster = joins ? best.owner : { members: [], reasons: [] };
    if (joins) cluster.reasons.push(`“${spelling.text}” ${best.relation.reason}`);
    else clusters.push(cluster);
    const crowd = joins ? 0 : index.crowd(form);
    if (crowd > 0)
      cluster.reasons.push(`“${spelling.text}” is in ${crowd} names, too many to say whose short form it is`);
    cluster.members.push(member);
    index.add(form, cluster);
  }
  return clusters;
}

const WORDS_A_SLICE = 500;
/** How many names are compared in one slice. */
const A_SLICE = 20;

/** Whether a form is like the first spelling of a name, or like most of them. */
function fits(form: NameForm, { members }: Cluster, evidence: Evidence): boolean {
  const like = ({ form: other }: Member) => (relate(form, other, evidence)?.score ?? 0) >= JOIN;
  const [first] = members;
  if (!first) return false;
  // The acronym of another way to say the name begins like its own: `PMF`, where the first spelling is `Popular Mobilisation Units`.
  const initials = first.form.words.map(([letter = '']) => letter).join('');
  if (form.acronym && initials.startsWith(form.letters.slice(0, -1)) && members.some(like)) return true;
  return like(first) || members.filter(like).length > members.length / 2;
}

/** How likely spellings are a name: more spellings of it make it likelier. */
export function scoreOf({ members }: Cluster): number {
  const best = Math.max(...members.map(({ spelling }) => spelling.nameScore));
  return Math.min(0.99, best + 0.03 * (members.length - 1));
}

/** The type with the most evidence from all spellings; `other` where there is none. */
export function typeOf({ members }: Cluster): EntityType {
  const tally = new Map<EntityType, number>();
  for (const { spelling } of members) {
    if (spelling.type !== 'other')
      tally.set(spelling.type, (tally.get(spelling.type) ?? 0) + spelling.typeWeight + 0.01);
  }
  return [...tally].sort((a, b) => b[1] - a[1])[0]?.[0] ?? entityType(null);
}
