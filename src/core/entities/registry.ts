import { type Problem } from '../problem';
import { quoted } from '../text/visible';
import type { Span } from '../text/span';
import { mapField, textField, textsField } from '../yaml/fields';
import type { RecordFile } from '../yaml/record-file';
import { readRecords } from '../yaml/read-records';
import { entryOf, type YamlMap } from '../yaml/tree';
import { isId } from './id';

/** Somebody or something that the posts speak of. */
export interface Entity {
  /** Names it in sidecars: `qasem-soleimani`. */
  readonly id: string;
  readonly name: string;
  /** One of `ENTITY_TYPES`, or a word of the archive's own. */
  readonly type: string;
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
export type EntityType = (typeof ENTITY_TYPES)[number];

/** How names are found: `exact`, which is meant where nothing is said, or `folded`, whatever their case and diacritics. */
export const ENTITY_MATCHES = ['exact', 'folded'] as const;
export type EntityMatch = (typeof ENTITY_MATCHES)[number];

/** The type's own kind of colour and icon; `other` for an archive's own types. */
export function kindOf(type: string): EntityType | 'other' {
  return ENTITY_TYPES.find((known) => known === type) ?? 'other';
}

/** The fields of a record, in the order in which they are written. */
export const ENTITY_FIELDS = ['id', 'name', 'type', 'aliases', 'match', 'not', 'description', 'links'] as const;

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
  for (const record of file.records) {
    const { map } = record;
    const id = textField(map, 'id', problems);
    const place = entryOf(map, 'id')?.value?.span ?? record.span;
    if (id === null || !isId(id)) {
      const message =
        id === null ? 'An entity needs an “id”.' : `${quoted(id)} cannot be an id. Use letters, digits and hyphens.`;
      problems.push({ code: id === null ? 'missing-field' : 'bad-id', severity: 'error', message, span: place });
      continue;
    }
    if (byId.has(id)) {
      const message = `The entity ${quoted(id)} is there twice; the first counts.`;
      problems.push({ code: 'duplicate-id', severity: 'error', message, span: place });
      continue;
    }
    const name = textField(map, 'name', problems) ?? id;
    const aliases = textsField(map, 'aliases', problems).filter((alias) => alias !== name);
    const entity: Entity = {
      id,
      name,
      type: textField(map, 'type', problems) ?? 'other',
      aliases,
      match: matchField(map, problems),
      not: textsField(map, 'not', problems),
      description: textField(map, 'description', problems),
      links: mapField(map, 'links', problems),
      record: record.span,
      place,
    };
    for (const form of [name, ...aliases]) {
      if (/[\p{L}\p{N}]/u.test(form)) continue;
      const message = `${quoted(form)} has no letter or digit and can never be found in a text.`;
      problems.push({ code: 'unmatchable-name', severity: 'warning', message, span: record.span });
    }
    entities.push(entity);
    byId.set(id, entity);
  }
  const ignored = file.root ? textsField(file.root, IGNORED_KEY, problems) : [];
  return { file, entities, byId, ignored, problems, writable: file.writable };
}

/** How an entity’s names are found; `exact` for a word that says nothing of it, which is reported. */
function matchField(map: YamlMap, problems: Problem[]): EntityMatch {
  const word = textField(map, 'match', problems);
  const known = ENTITY_MATCHES.find((match) => match === word);
  if (known !== undefined || word === null) return known ?? 'exact';
  const message =
    `${quoted(word)} is no way to match, so its names are found as they are written. ` +
    'Use “exact”, or “folded” to find them whatever their case and diacritics.';
  const span = entryOf(map, 'match')?.value?.span ?? map.span;
  problems.push({ code: 'bad-field', severity: 'error', message, span });
  return 'exact';
}

/** The entity whose record holds an offset of the registry's text; null between records. */
export function entityAtRecord(registry: Registry, offset: number): Entity | null {
  return registry.entities.find(({ record }) => record.start <= offset && offset <= record.end) ?? null;
}
