import * as vscode from 'vscode';
import { acceptAllPlaces } from './review/accept-all-places';
import { acceptPlace } from './review/accept-place';
import { acceptSuggestion } from './suggestions/accept-suggestion';
import { acceptSuggestionInPost } from './suggestions/accept-suggestion-in-post';
import { addAlias } from './entities/add-alias';
import { addTagToCodebook } from './tags/add-tag-to-codebook';
import { arrangeAnnotations } from './annotations/arrange-annotations';
import { attachToSelection } from './review/attach-to-selection';
import { changeEntityType } from './entities/change-entity-type';
import { changeTags } from './annotations/change-tags';
import { choosePlace } from './review/choose-place';
import { clearPostFilter } from './posts/clear-post-filter';
import type { Command, CommandContext } from './commands/command';
import { commitAnnotations } from './git/commit-annotations';
import { comparePlace } from './review/compare-place';
import { copyCitation } from './annotations/copy-citation';
import { createMissingEntity } from './entities/create-missing-entity';
import { deleteAnnotation } from './annotations/delete-annotation';
import { deleteEntity } from './entities/delete-entity';
import { deleteReviewed } from './review/delete-reviewed';
import { deleteTag } from './tags/delete-tag';
import { describeTag } from './tags/describe-tag';
import { editConflict } from './review/edit-conflict';
import { editEntity } from './entities/edit-entity';
import { filterPostsCommand } from './posts/filter-posts';
import { followCursor } from './posts/follow-cursor';
import { goToEntity } from './entities/go-to-entity';
import { goToPost } from './posts/go-to-post';
import { importRegistry } from './entities/import-registry';
import { keepOrphan } from './review/keep-orphan';
import { mentionMeans } from './mentions/mention-means';
import { mergeEntity } from './entities/merge-entity';
import { mergeRecords } from './review/merge-records';
import { mergeTag } from './tags/merge-tag';
import { moveEntityAlias } from './entities/move-entity-alias';
import { moveSidecar } from './setup/move-sidecar';
import { moveTag } from './tags/move-tag';
import { nameInPostMeans } from './mentions/name-in-post-means';
import { newEntity } from './entities/new-entity';
import { newTag } from './tags/new-tag';
import { nextMention } from './mentions/next-mention';
import { nextMentionOfEntity } from './mentions/next-mention-of-entity';
import { nextReviewItem } from './review/next-review-item';
import { notThisEntity } from './mentions/not-this-entity';
import { openAnnotationRecord } from './annotations/open-annotation-record';
import { openEntityPage } from './entities/open-entity-page';
import { openSampleArchive } from './setup/open-sample-archive';
import { previousMention } from './mentions/previous-mention';
import { previousMentionOfEntity } from './mentions/previous-mention-of-entity';
import { previousReviewItem } from './review/previous-review-item';
import { recolorTag } from './tags/recolor-tag';
import { redoAnnotationChange } from './conflicts/redo-annotation-change';
import { refreshSuggestions } from './suggestions/refresh-suggestions';
import { rejectSuggestion } from './suggestions/reject-suggestion';
import { removeAllOccurrences } from './occurrences/remove-all-occurrences';
import { removeEntityAlias } from './entities/remove-entity-alias';
import { renameEntity } from './entities/rename-entity';
import { renameTag } from './tags/rename-tag';
import { renewAnnotationId } from './review/renew-annotation-id';
import { resumeReading } from './reading/resume-reading';
import { reveal } from './commands/reveal';
import { reviewArchive } from './review/review-archive';
import { reviewFile } from './review/review-file';
import { setUpArchive } from './setup/set-up-archive';
import { setUpGitMerging } from './git/set-up-git-merging';
import { showAgreement } from './git/show-agreement';
import { showAnnotationHistory } from './git/show-annotation-history';
import { showEntityHistory } from './entities/show-entity-history';
import { showMentions } from './mentions/show-mentions';
import { showReview } from './review/show-review';
import { showReviewItem } from './review/show-review-item';
import { showTagHistory } from './tags/show-tag-history';
import { sortPosts } from './posts/sort-posts';
import { splitEntity } from './entities/split-entity';
import { stopFollowingCursor } from './posts/stop-following-cursor';
import { stopReading } from './reading/stop-reading';
import { stopSuggestions } from './suggestions/stop-suggestions';
import { tagAgain } from './annotations/tag-again';
import { tagAllOccurrences } from './occurrences/tag-all-occurrences';
import { tagPassage } from './annotations/tag-passage';
import { takeBoth } from './review/take-both';
import { takeOurs } from './review/take-ours';
import { takeTheirs } from './review/take-theirs';
import { toggleHighlights } from './reading/toggle-highlights';
import { undoAnnotationChange } from './conflicts/undo-annotation-change';
import { whatChangedSince } from './git/what-changed-since';
import { writeNote } from './annotations/write-note';

/** Every command, in the order of their names. The manifest test holds the list against package.json. */
const COMMANDS: readonly Command[] = [
  acceptAllPlaces,
  acceptPlace,
  acceptSuggestion,
  acceptSuggestionInPost,
  addAlias,
  addTagToCodebook,
  arrangeAnnotations,
  attachToSelection,
  changeEntityType,
  changeTags,
  choosePlace,
  clearPostFilter,
  commitAnnotations,
  comparePlace,
  copyCitation,
  createMissingEntity,
  deleteAnnotation,
  deleteEntity,
  deleteReviewed,
  deleteTag,
  describeTag,
  editConflict,
  editEntity,
  filterPostsCommand,
  followCursor,
  goToEntity,
  goToPost,
  importRegistry,
  keepOrphan,
  mentionMeans,
  mergeEntity,
  mergeRecords,
  mergeTag,
  moveEntityAlias,
  moveSidecar,
  moveTag,
  nameInPostMeans,
  newEntity,
  newTag,
  nextMention,
  nextMentionOfEntity,
  nextReviewItem,
  notThisEntity,
  openAnnotationRecord,
  openEntityPage,
  openSampleArchive,
  previousMention,
  previousMentionOfEntity,
  previousReviewItem,
  recolorTag,
  redoAnnotationChange,
  refreshSuggestions,
  rejectSuggestion,
  removeAllOccurrences,
  removeEntityAlias,
  renameEntity,
  renameTag,
  renewAnnotationId,
  resumeReading,
  reveal,
  reviewArchive,
  reviewFile,
  setUpArchive,
  setUpGitMerging,
  showAgreement,
  showAnnotationHistory,
  showEntityHistory,
  showMentions,
  showReview,
  showReviewItem,
  showTagHistory,
  sortPosts,
  splitEntity,
  stopFollowingCursor,
  stopReading,
  stopSuggestions,
  tagAgain,
  tagAllOccurrences,
  tagPassage,
  takeBoth,
  takeOurs,
  takeTheirs,
  toggleHighlights,
  undoAnnotationChange,
  whatChangedSince,
  writeNote,
];

/** Registers every command. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  return vscode.Disposable.from(
    ...COMMANDS.map(({ id, run }) =>
      vscode.commands.registerCommand(id, (...args: unknown[]) => run(context, ...args)),
    ),
  );
}
