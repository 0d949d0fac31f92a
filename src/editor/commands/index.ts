import * as vscode from 'vscode';
import { addAlias } from './add-alias';
import { arrangeAnnotations } from './arrange-annotations';
import { changeTags } from './change-tags';
import { clearPostFilter } from './clear-post-filter';
import type { Command, CommandContext } from './command';
import { commitAnnotations } from './commit-annotations';
import { copyCitation } from './copy-citation';
import { deleteAnnotation } from './delete-annotation';
import { editEntity } from './edit-entity';
import { filterPostsCommand } from './filter-posts';
import { followCursor } from './follow-cursor';
import { goToEntity } from './go-to-entity';
import { goToPost } from './go-to-post';
import { newEntity } from './new-entity';
import { nextMention } from './next-mention';
import { nextMentionOfEntity } from './next-mention-of-entity';
import { notThisEntity } from './not-this-entity';
import { openAnnotationRecord } from './open-annotation-record';
import { openSampleArchive } from './open-sample-archive';
import { previousMention } from './previous-mention';
import { previousMentionOfEntity } from './previous-mention-of-entity';
import { redoAnnotationChange } from './redo-annotation-change';
import { reveal } from './reveal';
import { setUpArchive } from './set-up-archive';
import { showMentions } from './show-mentions';
import { sortPosts } from './sort-posts';
import { stopFollowingCursor } from './stop-following-cursor';
import { tagAgain } from './tag-again';
import { tagPassage } from './tag-passage';
import { toggleHighlights } from './toggle-highlights';
import { undoAnnotationChange } from './undo-annotation-change';
import { writeNote } from './write-note';

/** Every command, in the order of their names. The manifest test holds the list against package.json. */
const COMMANDS: readonly Command[] = [
  addAlias,
  arrangeAnnotations,
  changeTags,
  clearPostFilter,
  commitAnnotations,
  copyCitation,
  deleteAnnotation,
  editEntity,
  filterPostsCommand,
  followCursor,
  goToEntity,
  goToPost,
  newEntity,
  nextMention,
  nextMentionOfEntity,
  notThisEntity,
  openAnnotationRecord,
  openSampleArchive,
  previousMention,
  previousMentionOfEntity,
  redoAnnotationChange,
  reveal,
  setUpArchive,
  showMentions,
  sortPosts,
  stopFollowingCursor,
  tagAgain,
  tagPassage,
  toggleHighlights,
  undoAnnotationChange,
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
