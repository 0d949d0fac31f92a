import { memo } from '../memo';
import { type Problem } from '../problem';
import { quoted } from '../text/visible';
import { partitionPoint } from '../sorted';
import type { Span } from '../text/span';
import { textField, textsField } from '../yaml/fields';
import { moveProblems, moveSpan } from '../yaml/move';
import { NEEDED_TEXT, RecordFields, TEXT, TEXT_MAP, TEXTS } from '../yaml/record-fields';
import type { RecordFile } from '../yaml/record-file';
import { readRecords } from '../yaml/read-records';
import { entryOf, type YamlMap } from '../yaml/tree';
import { refuseEntityId } from './id';

/** Somebody or something that the posts speak of. */
export interface Entity {
  /** Names it in sidecars: `qasem-soleimani`. */
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  /** Other spellings under which the text may name it; the name itself is not repeated here. */
  readonly aliases: readonly string[];
  /** Whether case and diacritics count when a text is searched for its name and aliases. */
  readonly match: EntityMatch;
  /** Spellings of which a person said that they do not mean it; they are not suggested again. */
  readonly not: readonly string[];
  readonly description: string | null;
  /** Addresses or identifiers by the name of where they lead: `wikidata` → `Q…`. */
  readonly links: ReadonlyMap<string, string>;
  /** Where its record stands in the registry, and its id in it. */
  readonly record: Span;
  readonly place: Span;
}

/** The types that have a colour of their own. */
export const ENTITY_TYPES = [
  'person',
  'organization',
  'place',
  'event',
  'publication',
  'group',
  'concept',
  'work',
] as const;
export type KnownType = (typeof ENTITY_TYPES)[number];

/** A known type, or a word of the archive's own. */
export type EntityType = KnownType | OwnType;
type OwnType = string & { readonly [OWN]: true };
declare const OWN: unique symbol;

/** The type that a word of a registry names; `other` for none. */
export function entityType(word: string | null): EntityType {
  return (word || 'other') as EntityType;
}

/** The type's own kind of colour and icon; `other` for an archive's own types. */
export function kindOf(type: string): KnownType | 'other' {
  return ENTITY_TYPES.find((known) => known === type) ?? 'other';
}

/** How names are found: `exact`, which is meant where nothing is said, or `folded`, whatever their case and diacritics. */
export const ENTITY_MATCHES = ['exact', 'folded'] as const;
export type EntityMatch = (typeof ENTITY_MATCHES)[number];

/** What an entity's record says. */
export type EntityContent = Omit<Entity, 'record' | 'place'>;

/** How an entity is read, written and compared. An entity without a name gets its id for a name: that is up to the caller. */
export const ENTITY = new RecordFields<EntityContent>({
  id: NEEDED_TEXT,
  name: NEEDED_TEXT,
  type: {
    blank: entityType(null),
    read: (map, key, problems) => entityType(textField(map, key, problems)),
    write: (type) => type,
  },
  aliases: TEXTS,
  match: { blank: 'exact', read: readMatch, write: (match) => (match === 'exact' ? null : match) },
  not: TEXTS,
  description: TEXT,
  links: TEXT_MAP,
});

/** The fields of a record, in the order in which they are written. */
export const ENTITY_FIELDS = ENTITY.names;

/** The registry's name, beside `postgloss.yaml`. */
export const REGISTRY_FILE = 'entities.gloss.yaml';

/** The key, beside `entities`, of the names that are no entity by a person’s word. */
export const IGNORED_KEY = 'ignored';

/** What a registry holds before its first entity. */
export const EMPTY_REGISTRY = 'postgloss: 1\nentities: []\n';

/** A registry that was read. */
export interface Registry {
  readonly file: RecordFile;
  /** In the order of the file. */
  readonly entities: readonly Entity[];
  /** By id. Of two with one id the first counts. */
  readonly byId: ReadonlyMap<string, Entity>;
  /** Names of which a person said that they are no entity; they are not suggested again. */
  readonly ignored: readonly string[];
  readonly problems: readonly Problem[];
  readonly writable: boolean;
}

/**
 * Reads an entity registry. Never throws; a record that cannot be read is reported and hides no other.
 *
 * @param before an earlier reading of it: the records that have not changed since are not read again
 */
export function readRegistry(text: string, before?: Pick<Registry, 'file'>): Registry {
  return registryOf(readRecords(text, 'entities', before?.file));
}

/** The registry that a file of records is. */
export function registryOf(file: RecordFile): Registry {
  const problems = [...file.problems];
  const entities: Entity[] = [];
  const byId = new Map<string, Entity>();
  for (const { item, offset, span: record } of file.records) {
    const { content, idSpan, problems: own } = contentOf(item);
    const place = moveSpan(idSpan, offset);
    if (content && byId.has(content.id)) {
      const message = `The entity ${quoted(content.id)} is there twice; the first counts.`;
      problems.push({ code: 'duplicate-id', severity: 'error', message, span: place });
      continue;
    }
    if (own.length > 0) problems.push(...moveProblems(own, offset));
    if (!content) continue;
    // By names, as a spread is slower, and the compiler tells of a missing field.
    const { id, name, type, aliases, match, not, description, links } = content;
    const entity: Entity = { id, name, type, aliases, match, not, description, links, record, place };
    entities.push(entity);
    byId.set(id, entity);
  }
  const ignored = file.root ? textsField(file.root, IGNORED_KEY, problems) : [];
  return { file, entities, byId, ignored, problems, writable: file.writable };
}

/** A record as it was read, its places counted from its start. `content` is null without an id. */
interface Content {
  readonly content: EntityContent | null;
  /** The place of the id; of the record where it has none. */
  readonly idSpan: Span;
  readonly problems: readonly Problem[];
}

/** Computed once for each record: a later reading of the registry has the same object for a record whose lines have not changed. */
const contentOf = memo((item: YamlMap): Content => {
  const problems: Problem[] = [];
  const id = textField(item, 'id', problems);
  const idSpan = entryOf(item, 'id')?.value?.span ?? item.span;
  if (id === null) {
    problems.push({ code: 'missing-field', severity: 'error', message: 'An entity needs an “id”.', span: idSpan });
    return { content: null, idSpan, problems };
  }
  const bad = refuseEntityId(id);
  if (bad) {
    problems.push({ code: 'bad-id', severity: 'error', message: bad.why, span: idSpan });
    return { content: null, idSpan, problems };
  }
  const read = ENTITY.read(item, problems);
  const name = read.name || id;
  const aliases = read.aliases.filter((alias) => alias !== name);
  for (const form of [name, ...aliases]) {
    if (/[\p{L}\p{N}]/u.test(form)) continue;
    const message = `${quoted(form)} has no letter or digit and can never be found in a text.`;
    problems.push({ code: 'unmatchable-name', severity: 'warning', message, span: item.span });
  }
  return { content: { ...read, id, name, aliases }, idSpan, problems };
});

/** An unknown word is reported, and read as `exact`. */
function readMatch(map: YamlMap, key: string, problems: Problem[]): EntityMatch {
  const word = textField(map, key, problems);
  const known = ENTITY_MATCHES.find((match) => match === word);
  if (known !== undefined || word === null) return known ?? 'exact';
  const message =
    `${quoted(word)} is no way to match, so its names are found as they are written. ` +
    'Use “exact”, or “folded” to find them whatever their case and diacritics.';
  const span = entryOf(map, key)?.value?.span ?? map.span;
  problems.push({ code: 'bad-field', severity: 'error', message, span });
  return 'exact';
}

/** The entity whose record holds an offset of the registry's text; null between records. */
export function entityAtRecord(registry: Registry, offset: number): Entity | null {
  const { entities } = registry;
  const next = partitionPoint(entities.length, (i) => (entities[i]?.record.start ?? Infinity) <= offset);
  // Where one record ends as the next begins, the first of the two counts.
  return entities.slice(Math.max(0, next - 2), next).find(({ record }) => offset <= record.end) ?? null;
}
