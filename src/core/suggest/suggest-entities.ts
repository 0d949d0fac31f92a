import type { Entity, EntityType, Registry } from '../entities/registry';
import type { Span } from '../text/span';
import { gather, JOIN, scoreOf, typeOf, type Cluster, type Member } from './clusters';
import { readEvidence, type NameEvidence } from './evidence';
import { nameForm } from './forms';
import { knownForms } from './known-spellings';
import { NameIndex } from './name-index';
import type { SuggestText } from './names';
import { creditsOf, findPlaces, PlacesOfOne, type FoundPlace, type SuggestPlace, type WantedForm } from './places-of';
import { allAtOnce, type Slices } from './slices';
import { sureType } from './spellings';

/** A name that the registry lacks. */
export interface EntitySuggestion {
  /** Its spelling with the most words for a person, else its most frequent spelling. */
  readonly text: string;
  /** `other` where nothing in the texts tells it. */
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
    if (i % FORMS_A_SLICE === 0) yield;
    for (const text of [entity.name, ...entity.aliases]) known.add(nameForm(text, entity.type), entity);
  }
  const ignored = new Set(registry.ignored);
  const spellings: Member[] = [];
  for (const [i, spelling] of evidence.spellings.entries()) {
    if (i % A_SLICE === 0) yield;
    if (spelling.nameScore < 0.4 || ignored.has(spelling.text)) continue;
    const form = nameForm(spelling.text, sureType(spelling));
    const match = known.matches(form).find(({ owner }) => !owner.not.includes(spelling.text));
    if ((match?.relation.score ?? 0) < JOIN) spellings.push({ spelling, form });
  }
  const gathered = yield* gather(spellings, evidence);
  const clusters = gathered.filter((cluster) => scoreOf(cluster) >= LEAST);
  const forms: WantedForm[] = knownForms(registry);
  clusters.forEach(({ members }, owner) => {
    for (const { spelling } of members) forms.push({ text: spelling.text, owner });
  });
  const places = clusters.map(() => new PlacesOfOne(texts));
  const add = (place: FoundPlace) => places[place.owners[0] ?? 0]?.add(place);
  // Most names in bylines are found as any name is; a copied page may have no space before them.
  const credits = new Map(creditsOf(texts, forms).map((credit) => [placeKey(credit), credit]));
  yield* findPlaces(texts, forms, (place) => {
    credits.delete(placeKey(place));
    add(place);
  });
  credits.forEach(add);
  return clusters
    .flatMap((cluster, i) => {
      const found = places[i];
      return found && found.mentions.length > 0 ? suggestionOf(cluster, found) : [];
    })
    .sort((a, b) => gain(b) - gain(a) || a.text.localeCompare(b.text, 'en'));
}

/** Below this, a name is not suggested. */
const LEAST = 0.5;
const FORMS_A_SLICE = 200;
const A_SLICE = 20;

function placeKey({ owners, source, span }: FoundPlace): string {
  return `${owners[0] ?? 0} ${source} ${span.start}`;
}

function gain({ score, count }: EntitySuggestion): number {
  return score * Math.log2(1 + count);
}

function suggestionOf(cluster: Cluster, places: PlacesOfOne): EntitySuggestion {
  const type = typeOf(cluster);
  const spellings = inOrder(cluster, type, places.counts);
  return {
    text: spellings[0]?.text ?? '',
    type,
    count: places.mentions.length,
    score: Math.round(100 * scoreOf(cluster)) / 100,
    spellings,
    reason: cluster.reasons.join('; '),
    mentions: places.mentions,
    examples: places.examples(),
  };
}

/**
 * The spellings of a name with their counts, the one first that the entity would be called by: the most frequent one, for a person the most
 * frequent one that has a given name and a surname, so that neither a short form nor a rare misspelling becomes the name.
 */
function inOrder(
  { members }: Cluster,
  type: EntityType,
  counts: ReadonlyMap<string, number>,
): readonly { readonly text: string; readonly count: number }[] {
  // Of equals, the spelling that appears first in the texts comes first; a map keeps that order.
  const order = new Map([...counts.keys()].map((text, i) => [text, i]));
  return members
    .map(({ form, spelling: { text } }) => {
      const full = form.words.filter((word) => word.length > 1).length;
      return { text, full, whole: type === 'person' && full > 1, count: counts.get(text) ?? 0 };
    })
    .sort(
      (a, b) =>
        Number(b.whole) - Number(a.whole) ||
        b.count - a.count ||
        b.full - a.full ||
        (order.get(a.text) ?? Infinity) - (order.get(b.text) ?? Infinity) ||
        0,
    )
    .map(({ text, count }) => ({ text, count }));
}
