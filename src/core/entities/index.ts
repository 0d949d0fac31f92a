export { isId, suggestId } from './id';
export { MANIFEST_FILE, isGlossFile, isWritten, ruleFor } from './archive-rules';
export { TAG_COLORS, readManifest } from './manifest';
export type { ArchiveRule } from './archive-rules';
export type { Manifest, Tag, TagColor } from './manifest';
export { ENTITY_MATCHES, ENTITY_TYPES, REGISTRY_FILE, entityAtRecord, kindOf, readRegistry } from './registry';
export type { Entity, KnownType, Registry } from './registry';
export type { NewEntity } from './write-registry';
