import { ENTITY, IGNORED_KEY } from '../entities/registry';
import { TAG } from '../entities/write-codebook';
import { ANNOTATION, fieldsAbout } from '../sidecar/annotation';

/** How a field's parts are told apart: a set by its items, a map by its keys, rules (of `archives`) by their `files`. */
export type Parts = 'set' | 'map' | 'rules';

/** What the merge must know about one of the three kinds of files. */
export interface Shape {
  readonly kind: 'sidecar' | 'registry' | 'codebook';
  readonly listKey: string;
  /** The fields whose parts are merged one by one. All others are taken from one side as a whole. */
  readonly parts: ReadonlyMap<string, Parts>;
  /** The fields in which nothing and an empty text mean the same. In a field that we do not know, they may differ. */
  readonly known: ReadonlySet<string>;
  /** The fields by which a record without an id is known again. */
  readonly identity: readonly string[];
  /** Fields that hold good only together: a quote of one side with the context of the other would point to a wrong place. */
  readonly joint: readonly string[];
}

export const SIDECAR_SHAPE: Shape = {
  kind: 'sidecar',
  listKey: 'annotations',
  parts: ANNOTATION.parts,
  known: new Set(ANNOTATION.names),
  identity: fieldsAbout('post', 'quote', 'surroundings'),
  joint: fieldsAbout('quote', 'surroundings', 'orphan'),
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
