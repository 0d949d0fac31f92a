import type { Command } from '../commands/command';
import type { ReviewContext } from './context';
import { acceptAllPlaces } from './accept-all-places';
import { acceptPlace } from './accept-place';
import { attachToSelection } from './attach-to-selection';
import { choosePlace } from './choose-place';
import { reviewArchive, reviewFile } from './choose-scope';
import { comparePlace } from './compare-place';
import { deleteReviewed } from './delete-reviewed';
import { editConflict } from './edit-conflict';
import { keepOrphan } from './keep-orphan';
import { mergeRecords } from './merge-records';
import { renewAnnotationId } from './renew-annotation-id';
import { showReview, showReviewItem } from './show-review';
import { nextReviewItem, previousReviewItem } from './step-in-review';
import { takeBoth, takeOurs, takeTheirs } from './take-side';

export const reviewCommands: readonly Command<ReviewContext>[] = [
  acceptAllPlaces,
  acceptPlace,
  attachToSelection,
  choosePlace,
  comparePlace,
  deleteReviewed,
  editConflict,
  keepOrphan,
  mergeRecords,
  nextReviewItem,
  previousReviewItem,
  renewAnnotationId,
  reviewArchive,
  reviewFile,
  showReview,
  showReviewItem,
  takeBoth,
  takeOurs,
  takeTheirs,
];
