import type { Entity, EntityType, Registry } from '../entities/registry';
import type { Span } from '../text/span';
import { readEvidence, type NameEvidence } from './evidence';
import { nameForm, type NameForm } from './forms';
import { knownForms } from './known-spellings';
import { NameIndex } from './name-index';
import type { SuggestText } from './names';
import { creditsOf, findPlaces, shownPlaceOf, type FoundPlace, type SuggestPlace, type WantedForm } from './places-of';
import { allAtOnce, type Slices } from './slices';
import { sureType, type FoundSpelling } from './spellings';

/** A name that the registry lacks. */
export interface EntitySuggestion {
  /** Its spelling with the most words for a person, else its most frequent spelling. */
  readonly text: string;
  readonly type: EntityType;
  /** How often any of the spellings stands in the texts. */
  readonly count: number;
  /** How likely it is a name, from 0 to 1. */
  readonly score: number;
  /** All spellings with their counts, `text` first: the name and aliases of the entity that would be added. */
  readonly spellings: readonly { readonly text: string; readonly count: number }[];
  /** Why the spellings are taken for one name, in words for a person. */
  readonly reason: string;
  readonly mentions: readonly { readonly path: string; readonly span: Span }[];
  /** The first places, with their context. */
  readonly examples: readonly SuggestPlace[];
}

/**
 * Finds the names in some texts that no entity of the registry has, and groups the spellings of each. Certain names with many mentions
 * come first.
 *
 * Leaves out ordinary words, days and months, titles, names that stand in headings only, nationalities and faiths (`Iranian`, `Shiites`),
 * spellings of known entities, which `suggestAliases` finds, and names that a person has ignored. Named groups (`Peshmerga`) are suggested.
 * A spelling that was rejected for an entity may be suggested as a name of its own.
 */
export function suggestEntities(texts: readonly SuggestText[], registry: Registry): EntitySuggestion[] {
  return allAtOnce(slicesOf(texts, registry));
}

function* slicesOf(texts: readonly SuggestText[], registry: Registry): Slices<EntitySuggestion[]> {
  return yield* entitySuggestionsIn(texts, registry, yield* readEvidence(texts));
}

/** The same in slices, with the evidence of the texts at hand. */
export function* entitySuggestionsIn(
  texts: readonly SuggestText[],
  registry: Registry,
  evidence: NameEvidence,
): Slices<EntitySuggestion[]> {
  const known = new NameIndex<Entity>(evidence);
  for (const [i, entity] of registry.entities.entries()) {
    if (i % A_SLICE === 0) yield;
    for (const text of [entity.name, ...entity.aliases]) known.add(nameForm(text, entity.type), entity);
  }
  const ignored = new Set(registry.ignored);
  const spellings: { spelling: FoundSpelling; form: NameForm }[] = [];
  for (const [i, spelling] of evidence.spellings.entries()) {
    if (i % A_SLICE === 0) yield;
    if (spelling.nameScore < 0.4 || ignored.has(spelling.text)) continue;
    const form = nameForm(spelling.text, sureType(spelling));
    const match = known.matches(form).find(({ owner }) => !owner.not.includes(spelling.text));
    if ((match?.relation.score ?? 0) < JOIN) spellings.push({ spelling, form });
  }
  const gathered = yield* gather(spellings, new NameIndex<Cluster>(evidence));
  const clusters = gathered.filter((cluster) => scoreOf(cluster) >= LEAST);
  const forms: WantedForm[] = knownForms(registry);
  clusters.forEach(({ members }, owner) => {
    for (const { text } of members) forms.push({ text, owner });
  });
  const places = clusters.map((): FoundPlace[] => []);
  const seen = new Set<string>();
  for (const place of [...(yield* findPlaces(texts, forms)), ...creditsOf(texts, forms)]) {
    const owner = place.owners[0] ?? 0;
    const key = `${owner} ${place.source} ${place.span.start}`;
    if (!seen.has(key)) places[owner]?.push(place);
    seen.add(key);
  }
  return clusters
    .map((cluster, i) => suggestionOf(cluster, places[i] ?? [], texts))
    .filter(({ count }) => count > 0)
    .sort((a, b) => gain(b) - gain(a) || a.text.localeCompare(b.text, 'en'));
}

/** Spellings that are taken for one name. */
interface Cluster {
  readonly members: FoundSpelling[];
  readonly reasons: string[];
}

/** From this score on, two spellings count as one name. */
const JOIN = 0.6;
/** Below this, a name is not suggested. */
const LEAST = 0.5;

/** How many names are compared in one slice. */
const A_SLICE = 5;

/** Groups spellings into names. Takes full names first, so that short forms find them, and frequent ones before rare ones. */
function* gather(
  spellings: readonly { spelling: FoundSpelling; form: NameForm }[],
  index: NameIndex<Cluster>,
): Slices<Cluster[]> {
  const clusters: Cluster[] = [];
  const ordered = [...spellings].sort(
    (a, b) => b.form.words.length - a.form.words.length || b.spelling.count - a.spelling.count,
  );
  for (const [i, { spelling, form }] of ordered.entries()) {
    if (i % A_SLICE === 0) yield;
    const [best, second] = index.matches(form);
    // A spelling that may belong to two names stays a name of its own, for a person to decide.
    const clear = best && best.relation.score >= JOIN && best.relation.score - (second?.relation.score ?? 0) > 0.05;
    const cluster = clear ? best.owner : { members: [], reasons: [] };
    if (clear) cluster.reasons.push(`“${spelling.text}” ${best.relation.reason}`);
    else clusters.push(cluster);
    cluster.members.push(spelling);
    index.add(form, cluster);
  }
  return clusters;
}

function scoreOf({ members }: Cluster): number {
  const best = Math.max(...members.map(({ nameScore }) => nameScore));
  return Math.min(0.99, best + 0.03 * (members.length - 1));
}

function gain({ score, count }: EntitySuggestion): number {
  return score * Math.log2(1 + count);
}

function suggestionOf(
  cluster: Cluster,
  places: readonly FoundPlace[],
  texts: readonly SuggestText[],
): EntitySuggestion {
  const type = typeOf(cluster);
  const counts = new Map<string, number>();
  for (const { form } of places) counts.set(form, (counts.get(form) ?? 0) + 1);
  // Of equals, the spelling that appears first in the texts comes first; a map keeps that order.
  const order = [...counts.keys()];
  const spellings = cluster.members
    .map(({ text, words }) => ({
      text,
      words: words.filter((word) => word.length > 1).length,
      count: counts.get(text) ?? 0,
    }))
    .sort(
      (a, b) =>
        (type === 'person' ? b.words - a.words : 0) ||
        b.count - a.count ||
        b.words - a.words ||
        order.indexOf(a.text) - order.indexOf(b.text),
    );
  return {
    text: spellings[0]?.text ?? '',
    type,
    count: places.length,
    score: Math.round(100 * scoreOf(cluster)) / 100,
    spellings: spellings.map(({ text, count }) => ({ text, count })),
    reason: cluster.reasons.join('; '),
    mentions: places.map(({ source, span }) => ({ path: texts[source]?.path ?? '', span })),
    examples: places.slice(0, 3).map((place) => shownPlaceOf(texts, place)),
  };
}

/** The type with the most evidence from all spellings. */
function typeOf({ members }: Cluster): EntityType {
  const tally = new Map<EntityType, number>();
  for (const { type, typeWeight } of members) tally.set(type, (tally.get(type) ?? 0) + typeWeight + 0.01);
  return [...tally].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'concept';
}
