import type { Command } from '../commands/command';
import type { ReadingModeContext } from './context';
import { growSelection, otherKey, pageDown, pageUp, shrinkSelection } from './editor-keys';
import { quickActions } from './quick-actions';
import { showKeys } from './show-keys';
import { nextAnnotation, previousAnnotation } from './step-to-annotation';
import { nextPost, previousPost } from './step-to-post';
import { toggleReading } from './toggle-reading';

export const readingModeCommands: readonly Command<ReadingModeContext>[] = [
  growSelection,
  nextAnnotation,
  nextPost,
  otherKey,
  pageDown,
  pageUp,
  previousAnnotation,
  previousPost,
  quickActions,
  showKeys,
  shrinkSelection,
  toggleReading,
];
