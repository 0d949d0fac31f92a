import type { Command } from '../commands/command';
import type { GitContext } from '../git/context';
import { addTagToCodebook } from './add-tag-to-codebook';
import { deleteTag } from './delete-tag';
import { describeTag } from './describe-tag';
import { mergeTag } from './merge-tag';
import { moveTag } from './move-tag';
import { newTag } from './new-tag';
import { recolorTag } from './recolor-tag';
import { renameTag } from './rename-tag';
import { showTagHistory } from './show-tag-history';

export const tagCommands: readonly Command<GitContext>[] = [
  addTagToCodebook,
  deleteTag,
  describeTag,
  mergeTag,
  moveTag,
  newTag,
  recolorTag,
  renameTag,
  showTagHistory,
];
