export { isId, suggestId } from './id';
export { MANIFEST_FILE, TAG_COLORS, isGlossFile, readManifest, ruleFor } from './manifest';
export type { ArchiveRule, Manifest, Tag, TagColor } from './manifest';
export { ENTITY_MATCHES, ENTITY_TYPES, REGISTRY_FILE, entityAtRecord, kindOf, readRegistry } from './registry';
export type { Entity, KnownType, Registry } from './registry';
export type { NewEntity } from './write-registry';
