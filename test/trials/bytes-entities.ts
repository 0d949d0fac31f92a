import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { addTag, readManifest, TAG_COLORS, type Tag } from '../../src/core/entities/manifest';
import { readRegistry, type Entity } from '../../src/core/entities/registry';
import { describeTag, rewriteTags } from '../../src/core/entities/write-codebook';
import { addAlias, addEntity, type NewEntity } from '../../src/core/entities/write-registry';
import type { RecordFile } from '../../src/core/yaml/record-file';
import { blockCodebook, blockRegistry } from '../support/sidecars';
import { behindKey, betweenLines, independent, linesOfRecord } from '../support/untouched';
import type { Outcome } from './bytes-sidecar';

// Operations on registries and codebooks.

const name = fc.oneof(
  fc.constantFrom('Mara Lind', 'no', 'a: b', '1e3', ' padded ', 'x\ny', '“q”', 'é', '- a', '*', '?', '#'),
  fc.string({ minLength: 1, maxLength: 6 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
);
const id = fc.constantFrom('r0', 'new', 'a/b', 'two words', 'é', 'no', 'constructor');

type EntityOperation =
  | { readonly kind: 'alias'; readonly at: number; readonly alias: string }
  | { readonly kind: 'entity'; readonly entity: NewEntity };
export const entityOperation: fc.Arbitrary<EntityOperation> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('alias' as const), at: fc.nat(5), alias: name }) },
  fc.record({
    kind: fc.constant('entity' as const),
    entity: fc.record(
      {
        id,
        name,
        type: fc.constantFrom('person', 'own type'),
        aliases: fc.array(name, { maxLength: 3 }),
        description: fc.option(name),
        links: fc.dictionary(name, name, { maxKeys: 2 }).map((links) => new Map(Object.entries(links))),
      },
      { requiredKeys: ['id', 'name', 'type'] },
    ),
  }),
);
export const anyRegistry = blockRegistry.map(({ text }) => text);

export function doToRegistry(text: string, operation: EntityOperation): Outcome | null {
  const registry = readRegistry(text);
  const { entities, file } = registry;
  if (!registry.writable) return null;
  const others = (all: readonly Entity[], but: string | undefined) =>
    all.filter((one) => one.id !== but).map(saidOfEntity);
  if (operation.kind === 'entity') {
    const { entity } = operation;
    return {
      written: addEntity(registry, entity),
      touched: added(file),
      holds: (after) => {
        const now = readRegistry(after);
        const found = now.byId.get(entity.id);
        return (
          found?.name === entity.name && isDeepStrictEqual(others(now.entities, entity.id), others(entities, undefined))
        );
      },
    };
  }
  const entity = entities[operation.at % Math.max(1, entities.length)];
  const record = file.records.find(({ span }) => span.start === entity?.record.start);
  if (!entity || !record) return null;
  const { alias } = operation;
  const before = independent(text, 'entities');
  return {
    written: addAlias(registry, entity, alias),
    touched: [linesOfRecord(file, record)],
    holds: (after) => {
      const now = readRegistry(after);
      const found = now.byId.get(entity.id);
      const { rest, records } = independent(after, 'entities');
      return (
        found !== undefined &&
        [found.name, ...found.aliases].includes(alias) &&
        entity.aliases.every((old) => found.aliases.includes(old)) &&
        isDeepStrictEqual(others(now.entities, entity.id), others(entities, entity.id)) &&
        isDeepStrictEqual(rest, before.rest) &&
        isDeepStrictEqual(records.toSpliced(record.index, 1), before.records.toSpliced(record.index, 1))
      );
    },
  };
}

type TagOperation =
  | { readonly kind: 'tag'; readonly id: string }
  | { readonly kind: 'describe'; readonly at: number; readonly description: string; readonly color: Tag['color'] }
  | { readonly kind: 'rename'; readonly at: number; readonly to: string | null };
export const tagOperation: fc.Arbitrary<TagOperation> = fc.oneof(
  fc.record({ kind: fc.constant('tag' as const), id }),
  fc.record({
    kind: fc.constant('describe' as const),
    at: fc.nat(5),
    description: name,
    color: fc.option(fc.constantFrom(...TAG_COLORS)),
  }),
  fc.record({
    kind: fc.constant('rename' as const),
    at: fc.nat(5),
    to: fc.option(fc.constantFrom('new', 'a/b', 'no')),
  }),
);
export const anyCodebook = blockCodebook.map(({ text }) => text);

export function doToCodebook(text: string, operation: TagOperation): Outcome | null {
  const manifest = readManifest(text);
  const { tags, file } = manifest;
  if (!manifest.writable) return null;
  const others = (all: readonly Tag[], but: string | null) => all.filter((one) => one.id !== but).map(saidOfTag);
  if (operation.kind === 'tag') {
    return {
      written: addTag(manifest, operation.id),
      touched: added(file),
      holds: (after) =>
        isDeepStrictEqual(others(readManifest(after).tags, operation.id), others(tags, null)) &&
        readManifest(after).tags.some((tag) => tag.id === operation.id),
    };
  }
  const tag = tags[operation.at % Math.max(1, tags.length)];
  const record = file.records.find(({ span }) => span.start === tag?.record.start);
  if (!tag || !record) return null;
  const touched = [linesOfRecord(file, record), ...(tags.length === 1 ? behindKey(file) : [])];
  if (operation.kind === 'rename') {
    const { to } = operation;
    return {
      written: rewriteTags(manifest, (old) => (old === tag.id ? to : old)),
      touched,
      holds: (after) => {
        // Where there is a tag of the new name already, that one stays.
        const gone = to === null || tags.some((one) => one.id === to && to !== tag.id);
        const wanted = tags.flatMap((one) => (one !== tag ? [one] : gone ? [] : [{ ...tag, id: to }]));
        return isDeepStrictEqual(readManifest(after).tags.map(saidOfTag), wanted.map(saidOfTag));
      },
    };
  }
  const { description, color } = operation;
  return {
    written: describeTag(manifest, tag.id, { description, color }),
    touched,
    holds: (after) => {
      const now = readManifest(after).tags;
      const found = now.find((one) => one.id === tag.id);
      return (
        found?.description === description &&
        found.color === color &&
        isDeepStrictEqual(others(now, tag.id), others(tags, tag.id))
      );
    },
  };
}

const added = (file: RecordFile) => [...betweenLines(file.text), ...behindKey(file)];

function saidOfEntity({ id: own, name: named, type, aliases, description, links }: Entity): unknown {
  return [own, named, type, aliases, description, [...links]];
}

function saidOfTag({ id: own, description, color }: Tag): unknown {
  return [own, description, color];
}
