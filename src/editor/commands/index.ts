import * as vscode from 'vscode';
import { acceptAllPlaces } from './accept-all-places';
import { acceptPlace } from './accept-place';
import { acceptSuggestion } from './accept-suggestion';
import { acceptSuggestionInPost } from './accept-suggestion-in-post';
import { addAlias } from './add-alias';
import { addTagToCodebook } from './add-tag-to-codebook';
import { arrangeAnnotations } from './arrange-annotations';
import { attachToSelection } from './attach-to-selection';
import { changeEntityType } from './change-entity-type';
import { changeTags } from './change-tags';
import { choosePlace } from './choose-place';
import { clearPostFilter } from './clear-post-filter';
import type { Command, CommandContext } from './command';
import { commitAnnotations } from './commit-annotations';
import { comparePlace } from './compare-place';
import { copyCitation } from './copy-citation';
import { createMissingEntity } from './create-missing-entity';
import { deleteAnnotation } from './delete-annotation';
import { deleteEntity } from './delete-entity';
import { deleteReviewed } from './delete-reviewed';
import { deleteTag } from './delete-tag';
import { describeTag } from './describe-tag';
import { editConflict } from './edit-conflict';
import { editEntity } from './edit-entity';
import { filterPostsCommand } from './filter-posts';
import { followCursor } from './follow-cursor';
import { goToEntity } from './go-to-entity';
import { goToPost } from './go-to-post';
import { importRegistry } from './import-registry';
import { keepOrphan } from './keep-orphan';
import { mentionMeans } from './mention-means';
import { mergeEntity } from './merge-entity';
import { mergeRecords } from './merge-records';
import { mergeTag } from './merge-tag';
import { moveEntityAlias } from './move-entity-alias';
import { moveSidecar } from './move-sidecar';
import { moveTag } from './move-tag';
import { nameInPostMeans } from './name-in-post-means';
import { newEntity } from './new-entity';
import { newTag } from './new-tag';
import { nextMention } from './next-mention';
import { nextMentionOfEntity } from './next-mention-of-entity';
import { nextReviewItem } from './next-review-item';
import { notThisEntity } from './not-this-entity';
import { openAnnotationRecord } from './open-annotation-record';
import { openEntityPage } from './open-entity-page';
import { openSampleArchive } from './open-sample-archive';
import { previousMention } from './previous-mention';
import { previousMentionOfEntity } from './previous-mention-of-entity';
import { previousReviewItem } from './previous-review-item';
import { recolorTag } from './recolor-tag';
import { redoAnnotationChange } from './redo-annotation-change';
import { refreshSuggestions } from './refresh-suggestions';
import { rejectSuggestion } from './reject-suggestion';
import { removeAllOccurrences } from './remove-all-occurrences';
import { removeEntityAlias } from './remove-entity-alias';
import { renameEntity } from './rename-entity';
import { renameTag } from './rename-tag';
import { renewAnnotationId } from './renew-annotation-id';
import { resumeReading } from './resume-reading';
import { reveal } from './reveal';
import { reviewArchive } from './review-archive';
import { reviewFile } from './review-file';
import { setUpArchive } from './set-up-archive';
import { setUpGitMerging } from './set-up-git-merging';
import { showAgreement } from './show-agreement';
import { showAnnotationHistory } from './show-annotation-history';
import { showEntityHistory } from './show-entity-history';
import { showMentions } from './show-mentions';
import { showReview } from './show-review';
import { showReviewItem } from './show-review-item';
import { showTagHistory } from './show-tag-history';
import { sortPosts } from './sort-posts';
import { splitEntity } from './split-entity';
import { stopFollowingCursor } from './stop-following-cursor';
import { stopReading } from './stop-reading';
import { stopSuggestions } from './stop-suggestions';
import { tagAgain } from './tag-again';
import { tagAllOccurrences } from './tag-all-occurrences';
import { tagPassage } from './tag-passage';
import { takeBoth } from './take-both';
import { takeOurs } from './take-ours';
import { takeTheirs } from './take-theirs';
import { toggleHighlights } from './toggle-highlights';
import { undoAnnotationChange } from './undo-annotation-change';
import { whatChangedSince } from './what-changed-since';
import { writeNote } from './write-note';

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
