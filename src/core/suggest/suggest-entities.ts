import type { Entity, EntityType, Registry } from '../entities/registry';
import type { Span } from '../text/span';
import { readEvidence, type NameEvidence } from './evidence';
import { nameForm, type NameForm } from './forms';
import { knownForms } from './known-spellings';
import { NameIndex } from './name-index';
import type { SuggestText } from './names';
import { creditsOf, findPlaces, shownPlaceOf, type FoundPlace, type SuggestPlace, type WantedForm } from './places-of';
import { allAtOnce, type Slices } from './slices';
import { sureType, type Spelling } from './spellings';

/** A name that the registry lacks. */
export interface EntitySuggestion {
  /** The fullest of its spellings for a person, else the most frequent one. */
  readonly text: string;
  readonly type: EntityType;
  /** How often any of the spellings stands in the texts. */
  readonly count: number;
  /** From 0 to 1: how likely it is a name. */
  readonly score: number;
  /** All spellings with their counts, that of `text` first: what one step makes an entity of. */
  readonly spellings: readonly { readonly text: string; readonly count: number }[];
  /** Why the spellings are taken to be one, and what speaks for the type, in words. */
  readonly reason: string;
  readonly mentions: readonly { readonly path: string; readonly span: Span }[];
  /** The first places, with their context. */
  readonly examples: readonly SuggestPlace[];
}

/**
 * Finds the names in some texts that no entity of the registry goes by, and gathers the spellings of each. What would add the most comes
 * first: sure names with many mentions.
 *
 * Not suggested: ordinary words, days and months, titles, what only headings have, nationalities and faiths (`Iranian`, `Shiites`), and
 * spellings of known entities, which `suggestAliases` has. Named groups (`Peshmerga`) are. What a person has ignored is left out; a
 * spelling that was rejected for an entity may be a name of its own.
 */
export function suggestEntities(texts: readonly SuggestText[], registry: Registry): EntitySuggestion[] {
  return allAtOnce(slicesOf(texts, registry));
}

function* slicesOf(texts: readonly SuggestText[], registry: Registry): Slices<EntitySuggestion[]> {
  return yield* entitiesIn(texts, registry, yield* readEvidence(texts));
}

/** The same in slices, for what was read of the texts. */
export function* entitiesIn(
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
  const spellings: { spelling: Spelling; form: NameForm }[] = [];
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
  readonly members: Spelling[];
  readonly reasons: string[];
}

/** From this score on, two spellings are gathered. */
const JOIN = 0.6;
/** Below this, a name is not suggested. */
const LEAST = 0.5;

/** How many names are compared in one slice. */
const A_SLICE = 5;

/** Full names first, so that short forms find them; of equal ones the most frequent. */
function* gather(
  spellings: readonly { spelling: Spelling; form: NameForm }[],
  index: NameIndex<Cluster>,
): Slices<Cluster[]> {
  const clusters: Cluster[] = [];
  const ordered = [...spellings].sort(
    (a, b) => b.form.words.length - a.form.words.length || b.spelling.count - a.spelling.count,
  );
  for (const [i, { spelling, form }] of ordered.entries()) {
    if (i % A_SLICE === 0) yield;
    const [best, second] = index.matches(form);
    // One that may belong to two stays by itself until a person says whose it is.
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
  // A map keeps the order in which spellings first appear: the first of equals stands for all.
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

/** The type that the spellings together speak most for. */
function typeOf({ members }: Cluster): EntityType {
  const tally = new Map<EntityType, number>();
  for (const { type, typeWeight } of members) tally.set(type, (tally.get(type) ?? 0) + typeWeight + 0.01);
  return [...tally].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'concept';
}
