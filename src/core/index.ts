// What the core offers. Hosts import from here and from nowhere else in it.

export type { Anchor, AnchorEvidence, AnchorState } from './anchor/anchor';
export {
  annotationsByTag,
  annotationsOfPost,
  countDoubtful,
  listAnnotations,
  ownerOf,
  type AnnotationEntry,
  type TagGroup,
} from './annotator/annotation-list';
export { Annotator, type Changed } from './annotator/annotator';
export { ArchiveText, type Mention, type PlacedAnnotation } from './annotator/archive-text';
export { cite } from './annotator/cite';
export { contextOf, shortened, type Context } from './annotator/context';
export { checkArchive, checkSidecar, type FileProblem } from './annotator/check';
export {
  annotate,
  changeStatement,
  createAlias,
  createEntity,
  createTag,
  removeAnnotations,
  trimSpan,
  type Signature,
  type Statement,
} from './annotator/decisions';
export {
  listEntities,
  postsMentioning,
  type EntityEntry,
  type EntityTypeGroup,
  type MentioningPost,
} from './annotator/entity-list';
export { describeCandidate, findArchives, setUpArchive, type Candidate } from './annotator/first-run';
export { createLexicon, type Lexicon } from './annotator/lexicon';
export {
  countMentions,
  entitiesIn,
  entityStatistics,
  mentionAt,
  mentionsIn,
  mentionsOf,
  neighbour,
  type EntityStatistics,
} from './annotator/mentions';
export {
  FILTER_KINDS,
  filterPosts,
  filterValues,
  headerTexts,
  type CountedValue,
  type FilterKind,
  type FilterValue,
  type PostFilter,
} from './annotator/post-filter';
export {
  groupPosts,
  listPosts,
  longDate,
  POST_ORDERS,
  postLabel,
  shortDate,
  sortPosts,
  type PostEntry,
  type PostGroup,
  type PostOrder,
} from './annotator/post-list';
export { takeBack } from './annotator/take-back';
export { summarize, type GlossChange } from './annotator/summary';
export type { Format, Post, PostFile } from './archive/post';
export { readPosts } from './archive/read-posts';
export { isId, suggestId } from './entities/id';
export {
  isGlossFile,
  MANIFEST_FILE,
  readManifest,
  ruleFor,
  TAG_COLORS,
  type ArchiveRule,
  type Manifest,
  type Tag,
  type TagColor,
} from './entities/manifest';
export {
  ENTITY_TYPES,
  entityAtRecord,
  kindOf,
  readRegistry,
  REGISTRY_FILE,
  type Entity,
  type EntityType,
  type Registry,
} from './entities/registry';
export type { NewEntity } from './entities/write-registry';
export type { Decision, FileEdit, Host } from './host';
export { mergeTexts, type Merged, type MergeOptions } from './merge/merge-texts';
export { decideMerge } from './merge/decide';
export type { Decided, FieldDecision, MergeDecisions, RecordDecision } from './merge/decision';
export type { MergeFields, MergeFile, Value as MergeValue } from './merge/model';
export { quoted, visible, type Problem, type ProblemCode, type Severity } from './problem';
export type { Annotation, StoredAnnotation } from './sidecar/annotation';
export { SIDECAR_SUFFIX } from './sidecar/read-sidecar';
export { nameSimilarity, SAME_NAME } from './suggest/name-similarity';
export type { SuggestText } from './suggest/names';
export type { SuggestPlace } from './suggest/places-of';
export { suggestAliases, type AliasSuggestion, type NearMiss } from './suggest/suggest-aliases';
export { suggestEntities, type EntitySuggestion } from './suggest/suggest-entities';
export { fuzzySearch, NAME_TOLERANCE } from './text/fuzzy';
export type { TextChange } from './text/change';
export { decodeText, indexLines, type LineIndex } from './text/lines';
export { byPlace, contains, overlaps, type Span } from './text/span';
