import type { EntityType, Registry } from '../entities/registry';
import type { Span } from '../text/span';
import { definitionsIn } from './acronyms';
import { Definitions } from './definitions';
import { nameForm, type NameForm } from './forms';
import { NameIndex } from './name-index';
import { findNames, type SuggestText } from './names';
import { isCommonWord } from './ordinary-words';
import { creditsOf, findPlaces, shownPlaceOf, type FoundPlace, type SuggestPlace, type WantedForm } from './places-of';
import { spellingsOf, sureType, type Spelling } from './spellings';

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
 * spellings of known entities, which `suggestAliases` has. Named groups (`Peshmerga`) are.
 */
export function suggestEntities(texts: readonly SuggestText[], registry: Registry): EntitySuggestion[] {
  const found = findNames(texts);
  const definitions = new Definitions(definitionsIn(texts));
  const evidence = { definitions, ordinary: (word: string) => isCommonWord(word) || found.vocabulary.lowers(word) > 0 };
  const known = new NameIndex<true>(evidence);
  for (const { name, aliases, type } of registry.entities) {
    for (const text of [name, ...aliases]) known.add(nameForm(text, type as EntityType), true);
  }
  const spellings = spellingsOf(found, texts)
    .filter(({ nameScore }) => nameScore >= 0.4)
    .map((spelling) => ({ spelling, form: nameForm(spelling.text, sureType(spelling)) }))
    .filter(({ form }) => (known.matches(form)[0]?.relation.score ?? 0) < JOIN);
  const clusters = gather(spellings, new NameIndex<Cluster>(evidence)).filter((cluster) => scoreOf(cluster) >= LEAST);
  const forms: WantedForm[] = registry.entities.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((text) => ({ text, owner: -1 })),
  );
  clusters.forEach(({ members }, owner) => {
    for (const { text } of members) forms.push({ text, owner });
  });
  const places = clusters.map((): FoundPlace[] => []);
  for (const place of [...findPlaces(texts, forms), ...creditsOf(texts, forms)]) {
    const own = places[place.owners[0] ?? 0];
    if (own?.some(({ source, span }) => source === place.source && span.start === place.span.start) === false)
      own.push(place);
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

/** Full names first, so that short forms find them; of equal ones the most frequent. */
function gather(spellings: readonly { spelling: Spelling; form: NameForm }[], index: NameIndex<Cluster>): Cluster[] {
  const clusters: Cluster[] = [];
  const ordered = [...spellings].sort(
    (a, b) => b.form.words.length - a.form.words.length || b.spelling.count - a.spelling.count,
  );
  for (const { spelling, form } of ordered) {
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
