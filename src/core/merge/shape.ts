import { ENTITY, IGNORED_KEY } from '../entities/registry';
import { TAG } from '../entities/write-codebook';
import { ANNOTATION, fieldsOf } from '../sidecar/annotation';

/** By what the parts of a field are told apart: of a set by the items, of a map by the keys, of rules (in `archives`) by their `files`. */
export type Parts = 'set' | 'map' | 'rules';

/** One of the three kinds of files, as the merge needs it. */
export interface Shape {
  readonly kind: 'sidecar' | 'registry' | 'codebook';
  readonly listKey: string;
  /** The fields whose parts are merged one by one. All others are taken from one side as a whole. */
  readonly parts: ReadonlyMap<string, Parts>;
  /** The fields in which nothing and an empty text mean the same. In unknown fields, they may differ. */
  readonly known: ReadonlySet<string>;
  /** The fields by which a record without an id is recognized. */
  readonly identity: readonly string[];
  /** Fields that are valid only together: the quote of one side with the context of the other would point to a wrong place. */
  readonly joint: readonly string[];
}

export const SIDECAR_SHAPE: Shape = {
  kind: 'sidecar',
  listKey: 'annotations',
  parts: ANNOTATION.parts,
  known: new Set(ANNOTATION.names),
  identity: fieldsOf('post', 'quote', 'surroundings'),
  joint: fieldsOf('quote', 'surroundings', 'orphan'),
};

export const REGISTRY_SHAPE: Shape = {
  kind: 'registry',
  listKey: 'entities',
  parts: new Map([...ENTITY.parts, [IGNORED_KEY, 'set']]),
  known: new Set<string>([...ENTITY.names, IGNORED_KEY]),
  identity: ['name'],
  joint: [],
};

export const CODEBOOK_SHAPE: Shape = {
  kind: 'codebook',
  listKey: 'tags',
  parts: new Map([['archives', 'rules']]),
  known: new Set(TAG.names),
  identity: ['description'],
  joint: [],
};

export const SHAPES: readonly Shape[] = [SIDECAR_SHAPE, REGISTRY_SHAPE, CODEBOOK_SHAPE];
