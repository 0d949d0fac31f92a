// What the core offers. Hosts import from here and from nowhere else in it.

export { measureAgreement, type Agreement } from './agreement/agreement';
export { agreementText, type ShownAgreement } from './agreement/agreement-text';
export { aligned } from './agreement/aligned';
export type { BranchText, ComparedBranches } from './agreement/branches';
export type { Coefficient } from './agreement/coefficient';
export { POST_RULES, type PostRule } from './agreement/coverage';
export type { EntityAgreement } from './agreement/entity-agreement';
export { type Marking, type PostUnit } from './agreement/marking';
export { authorsOf, markingsOf } from './agreement/markings';
export type { PassageMatch, PassagePair } from './agreement/passage-agreement';
export type { Passage } from './agreement/passages';
export type { TagAgreement } from './agreement/tag-agreement';
export type { Anchor, AnchorEvidence, AnchorState } from './anchor/anchor';
export {
  annotationsByTag,
  annotationsOfPost,
  listAnnotations,
  ownerOf,
  type AnnotationEntry,
  type TagGroup,
} from './lists/annotation-list';
export { Annotator, type Changed } from './archive/annotator';
export type { ReadingProgress } from './archive/reading-progress';
export { ArchiveText, type Mention, type PlacedAnnotation } from './archive/archive-text';
export { cite } from './lists/cite';
export { contextOf, shortened, type Context } from './text/excerpt';
export { checkArchive, checkSidecar, type FileProblem } from './check/check';
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
} from './decide/annotate';
export {
  listEntities,
  postsMentioning,
  type EntityEntry,
  type EntityTypeGroup,
  type MentioningPost,
} from './lists/entity-list';
export { lookBack } from './archive/look-back';
export { possibleSources, type PossibleSource } from './lists/moved-source';
export type { StraySidecar } from './archive/surroundings';
export { describeCandidate, findArchives, setUpArchive, type Candidate } from './decide/set-up-archive';
export { createLexicon, NO_LEXICON, type Lexicon } from './mentions/lexicon';
export {
  countMentions,
  entitiesIn,
  entityStatistics,
  mentionAt,
  mentionsIn,
  mentionsOf,
  neighbour,
  type EntityStatistics,
} from './lists/mentions';
export {
  FILTER_KINDS,
  filterPosts,
  filterValues,
  headerTexts,
  type CountedValue,
  type FilterKind,
  type FilterValue,
  type PostFilter,
} from './lists/post-filter';
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
} from './lists/post-list';
export { needsReview } from './anchor/needs-review';
export { takeBack } from './decide/take-back';
export { summarize, type GlossChange } from './changes/commit-message';
export type { Format, Post, PostFile } from './posts/post';
export { readPosts } from './posts/read-posts';
export { isWholeWord, type TextQuery } from './bulk/find-text';
export { knownTags, type KnownTag } from './bulk/known-tags';
export {
  findOccurrences,
  inScope,
  isTagged,
  occurrencesIn,
  type Occurrence,
  type Scope,
  type Subject,
} from './bulk/occurrences';
export { decideAll, type BulkPart } from './bulk/part';
export {
  annotationsOfOccurrences,
  annotationsWithTag,
  removeFromAnnotations,
  type Removable,
} from './bulk/remove-from-occurrences';
export {
  changeTagFields,
  isKindOf,
  movedTag,
  previewTagChange,
  refuseTagChange,
  tagChangeParts,
  type TagChange,
  type TagChangePreview,
} from './bulk/tag-change';
export { tagOccurrences } from './bulk/tag-occurrences';
export type { FieldChange, FileChanges, FileStates, RecordChange } from './changes/change';
export { compareFile, compareGloss } from './changes/compare-files';
export type { LastChange, RecordVersion, Revision, SetUpStep, StagedFile } from './changes/git-answers';
export {
  changesByPost,
  describeField,
  describeFields,
  fieldOf,
  nameOfRecord,
  summarizeChanges,
  type Detail,
  type Piece,
} from './changes/describe';
export { gitLines, type LineRange } from './changes/git-lines';
export { changeOf, hasSameLines, recordsOf, type FoundRecord } from './changes/follow-record';
export type { Choice, Conflict, ConflictedFile, ConflictField, Stages } from './conflicts/conflict';
export { conflictOf } from './conflicts/conflict-of';
export { hasMarkers } from './conflicts/markers';
export { placeOfConflict } from './review/place-of-conflict';
export { readConflicts } from './conflicts/read-conflicts';
export { decideConflicts } from './conflicts/settle-conflicts';
export { isId, suggestId } from './entities/id';
export type { CitingAnnotation } from './entity-page/citing-annotations';
export type { Companion } from './entity-page/companions';
export { entityPage, type EntityPage, type Spelling } from './entity-page/entity-page';
export { linkAddress } from './entity-page/link-address';
export type { Timeline, TimelineBar } from './entity-page/timeline';
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
  ENTITY_MATCHES,
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
export { LARGEST_FILE, type Decision, type DirectFiles, type FileEdit, type Host } from './host';
export type { IdentityChange, NameInPost, Splitting } from './identities/change';
export { changeIdentity, identityParts } from './identities/parts';
export { previewIdentityChange, type IdentityPreview } from './identities/preview';
export { refuseIdentityChange } from './identities/refuse';
export {
  countSpellings,
  linkedAnnotations,
  spellingsByPost,
  type CountedSpelling,
  type LinkedAnnotation,
} from './identities/splittable';
export { textEdits } from './identities/text-edits';
export { contentHash } from './indexing/content-hash';
export type { FileMark } from './indexing/file-mark';
export type { FileContent } from './indexing/file-reading';
export type { IndexStore } from './indexing/index-cache';
export type { Indexer } from './indexing/indexer';
export type { Answer, Port, Request } from './indexing/messages';
export { serveIndex } from './indexing/serve-index';
export { SharedIndexer } from './indexing/shared-indexer';
export { WorkerIndexer } from './indexing/worker-indexer';
export { findRivals, withAttributes, type AttributesFile } from './merge/attributes';
export { mergeTexts, type Merged, type MergeOptions } from './merge/merge-texts';
export { decideMerge } from './merge/decide';
export type { Decided, FieldDecision, MergeDecisions, RecordDecision } from './merge/decision';
export { textIn, type MergeFields, type MergeFile, type Value as MergeValue } from './merge/model';
export { quoted, visible, type Problem, type ProblemCode, type Severity } from './problem';
export type { Annotation, StoredAnnotation } from './sidecar/annotation';
export { candidatesOf, candidateSpans, sameWords, type ReviewCandidate } from './review/candidates';
export { acceptAllPlaces, acceptPlace, attach, isPlain, keepAsOrphan, renewId } from './review/decide';
export { LostPlaces } from './review/lost-places';
export { countReview, reviewQueue, reviewText, type ReviewFile } from './review/queue';
export { spellDifference, type SpelledDifference } from './review/spell-difference';
export { meaningsOf, type ColumnMeaning, type ColumnMeanings } from './registry-import/columns';
export { decideImport, previewImport, type ImportPreview } from './registry-import/decide-import';
export { describeImport, summarizeImport } from './registry-import/describe-import';
export type { ImportPlan } from './registry-import/plan-import';
export { readEntries, type ImportEntry } from './registry-import/read-entries';
export { readTable, withoutHeading } from './registry-import/read-table';
export {
  formatOfName,
  MAX_TABLE_LENGTH,
  TABLE_FORMATS,
  type ImportProblem,
  type Table,
  type TableFormat,
} from './registry-import/table';
export { SIDECAR_SUFFIX } from './sidecar/read-sidecar';
export {
  acceptNames,
  acceptSpellings,
  meansInPost,
  rejectNames,
  rejectSpellings,
  type SpellingOf,
} from './suggest/decide';
export { likelyOwners } from './suggest/likely-owners';
export { nameSimilarity, SAME_NAME } from './suggest/name-similarity';
export { openSuggestions, suggestedFor, undecided, type SuggestedFor } from './suggest/open';
export { inTurns, type Slices } from './suggest/slices';
export { suggestAll, type Suggestions } from './suggest/suggest';
export type { SuggestText } from './suggest/names';
export type { SuggestPlace } from './suggest/places-of';
export { suggestAliases, type AliasSuggestion, type NearMiss } from './suggest/suggest-aliases';
export { suggestEntities, type EntitySuggestion } from './suggest/suggest-entities';
export { fuzzySearch, NAME_TOLERANCE } from './text/fuzzy';
export { wordSearch } from './text/word-search';
export type { TextChange } from './text/change';
export { decodeText, indexLines, type LineIndex } from './text/lines';
export { byPlace, contains, overlaps, type Span } from './text/span';
export { writeInline } from './yaml/scalars';
