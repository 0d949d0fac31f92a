import type { Entity, Registry } from '../entities/registry';
import type { Span } from '../text/span';
import { readEvidence, type NameEvidence } from './evidence';
import { nameForm, type NameForm } from './forms';
import { knownForms, knownSpellings } from './known-spellings';
import { NameIndex, type OwnerMatch } from './name-index';
import type { SuggestText } from './names';
import { findPlaces, PlacesOfOne, type SuggestPlace } from './places-of';
import { allAtOnce, type Slices } from './slices';
import { sureType, type FoundSpelling } from './spellings';

/** A spelling in the archive that probably means a known entity. */
export interface AliasSuggestion {
  readonly entity: Entity;
  /** The spelling. */
  readonly text: string;
  readonly count: number;
  /** From 0 to 1. */
  readonly score: number;
  /** The reason, in words for a person. */
  readonly reason: string;
  readonly mentions: readonly { readonly path: string; readonly span: Span }[];
  /** The first mentions, with their context. */
  readonly examples: readonly SuggestPlace[];
  /** Evidence against it. */
  readonly against: readonly NearMiss[];
}

/** Something else that a spelling may mean. */
export interface NearMiss {
  readonly text: string;
  /** Null for an ordinary word, and for a name that no entity has. */
  readonly entity: Entity | null;
  readonly reason: string;
}

/**
 * Finds spellings in some texts that probably mean an entity of the registry and are not yet among its spellings, best first: other
 * transliterations, marks and hyphens, surnames, acronyms and their long forms, typing errors, other orders of words.
 *
 * A spelling is suggested for one entity at most. If another entity is as likely, if it is an ordinary word, or if another person in the
 * texts has the same surname, the score is lower, and `against` says so. A spelling is not suggested for an entity for which a person has
 * rejected it, and not at all if a person has said that it is no entity.
 */
export function suggestAliases(texts: readonly SuggestText[], registry: Registry): AliasSuggestion[] {
  return allAtOnce(slicesOf(texts, registry));
}

function* slicesOf(texts: readonly SuggestText[], registry: Registry): Slices<AliasSuggestion[]> {
  return yield* aliasSuggestionsIn(texts, registry, yield* readEvidence(texts));
}

/** The same in slices, with the evidence of the texts at hand. */
export function* aliasSuggestionsIn(
  texts: readonly SuggestText[],
  registry: Registry,
  evidence: NameEvidence,
): Slices<AliasSuggestion[]> {
  const index = new NameIndex<Entity>(evidence);
  const ignored = new Set(registry.ignored);
  const known = knownSpellings(registry);
  for (const [i, entity] of registry.entities.entries()) {
    if (i % FORMS_A_SLICE === 0) yield;
    for (const text of [entity.name, ...entity.aliases]) {
      index.add(nameForm(text, entity.type), entity);
    }
  }
  yield;
  const spellings = evidence.spellings
    .filter(({ text, nameScore, ordinary }) => (nameScore >= 0.3 || ordinary) && !ignored.has(text) && !known(text))
    .map((spelling) => ({ spelling, form: nameForm(spelling.text, sureType(spelling)) }));
  const judged = (yield* judgeAll(spellings, index)).filter(({ score }) => score >= LEAST);
  return yield* withPlaces(judged, texts, registry);
}

const FORMS_A_SLICE = 200;
const SPELLINGS_A_SLICE = 5;

/** Below this, a spelling is not suggested. */
const LEAST = 0.5;

/** A spelling that no entity has. */
interface UnknownSpelling {
  readonly spelling: FoundSpelling;
  readonly form: NameForm;
}

/** The most likely entity of a spelling. */
interface Judged {
  readonly text: string;
  readonly entity: Entity;
  readonly score: number;
  readonly reason: string;
  readonly against: readonly NearMiss[];
}

/**
 * Judges all spellings twice: spellings that certainly mean an entity help to find others. `PMU` has the initials of `Popular Mobilization
 * Units`, which is another spelling of `Popular Mobilization Forces`.
 */
function* judgeAll(spellings: readonly UnknownSpelling[], index: NameIndex<Entity>): Slices<Judged[]> {
  const bearers = personsBySurname(spellings);
  const first: (Judged | null)[] = [];
  for (const [i, spelling] of spellings.entries()) {
    if (i % SPELLINGS_A_SLICE === 0) yield;
    first.push(judge(spelling, index, bearers));
  }
  const sure: { form: NameForm; entity: Entity }[] = [];
  first.forEach((judged, i) => {
    const form = spellings[i]?.form;
    if (judged && form && judged.score >= SURE && form.words.length > 1)
      sure.push({ form: { ...form, type: judged.entity.type }, entity: judged.entity });
  });
  for (const { form, entity } of sure) index.add(form, entity);
  const result: Judged[] = [];
  for (const [i, spelling] of spellings.entries()) {
    if (i % SPELLINGS_A_SLICE === 0) yield;
    const before = first[i];
    const again = before && before.score >= LEAST ? null : judge(spelling, index, bearers);
    if (again) result.push({ ...again, score: rounded(0.95 * again.score) });
    else if (before) result.push(before);
  }
  return result;
}

/** From this score on, a spelling certainly means its entity. */
const SURE = 0.65;

function judge(
  { spelling, form }: UnknownSpelling,
  index: NameIndex<Entity>,
  bearers: ReadonlyMap<string, NameForm[]>,
): Judged | null {
  const matches = index
    .matches(form)
    .filter(({ form: own, owner }) => own.text !== form.text && !owner.not.includes(form.text));
  const [best, ...others] = matches;
  if (!best) return null;
  const { entity, relation } = { entity: best.owner, relation: best.relation };
  const against: NearMiss[] = [];
  let { score } = relation;
  for (const other of others.filter((one) => one.relation.score >= 0.4)) {
    against.push({ text: other.form.text, entity: other.owner, reason: other.relation.reason });
    if (other.relation.score > relation.score - 0.08) score = Math.min(score, 0.45);
    else if (other.relation.score > relation.score - 0.2) score -= 0.05;
  }
  if (spelling.ordinary) {
    against.push({ text: spelling.text.toLowerCase(), entity: null, reason: 'is an ordinary word' });
    score *= spelling.titles.length > 0 ? 0.8 : 0.5;
  }
  if (clash(spelling, entity)) {
    against.push({ text: spelling.text, entity: null, reason: `is used like the name of a ${spelling.type}` });
    score -= 0.2;
  }
  if (form.words.length === 1) {
    for (const namesake of namesakes(form, best, bearers, index)) {
      against.push({ text: namesake.text, entity: null, reason: 'has the same surname and no entity' });
      score -= 0.1;
    }
  }
  return { text: spelling.text, entity, score: rounded(score), reason: relation.reason, against };
}

/** Whether a spelling is certainly used for another type of thing than the entity is. */
function clash({ type, typeWeight }: FoundSpelling, entity: Entity): boolean {
  const kinds: Readonly<Partial<Record<string, string>>> = {
    person: 'person',
    place: 'place',
    publication: 'publication',
  };
  const [mine, its] = [kinds[type], kinds[entity.type]];
  return typeWeight >= 1.5 && mine !== undefined && its !== undefined && mine !== its;
}

/** People in the texts by the last word of their names. */
function personsBySurname(spellings: readonly UnknownSpelling[]): Map<string, NameForm[]> {
  const bearers = new Map<string, NameForm[]>();
  for (const { spelling, form } of spellings) {
    const surname = form.words.at(-1);
    if (form.words.length < 2 || spelling.type !== 'person' || surname === undefined) continue;
    const known = bearers.get(surname);
    if (known) known.push(form);
    else bearers.set(surname, [form]);
  }
  return bearers;
}

/** People in the texts with the same surname who are not the entity. */
function namesakes(
  form: NameForm,
  { owner }: OwnerMatch<Entity>,
  bearers: ReadonlyMap<string, NameForm[]>,
  index: NameIndex<Entity>,
): NameForm[] {
  return (bearers.get(form.words[0] ?? '') ?? []).filter((bearer) => index.matches(bearer)[0]?.owner !== owner);
}

/** Adds their mentions; drops spellings that have none. */
function* withPlaces(
  judged: readonly Judged[],
  texts: readonly SuggestText[],
  registry: Registry,
): Slices<AliasSuggestion[]> {
  const forms = [...knownForms(registry), ...judged.map(({ text }, owner) => ({ text, owner }))];
  const places = judged.map(() => new PlacesOfOne(texts));
  yield* findPlaces(texts, forms, (place) => {
    for (const owner of place.owners) places[owner]?.add(place);
  });
  return judged
    .flatMap((one, i) => {
      const found = places[i];
      if (!found || found.mentions.length === 0) return [];
      return { ...one, count: found.mentions.length, mentions: found.mentions, examples: found.examples() };
    })
    .sort((a, b) => b.score - a.score || b.count - a.count || a.text.localeCompare(b.text, 'en'));
}

function rounded(score: number): number {
  return Math.round(100 * Math.max(0, score)) / 100;
}
