import type { Command } from '../commands/command';
import type { AnnotationsContext } from './context';
import { arrangeAnnotations } from './arrange-annotations';
import { changeTags } from './change-tags';
import { copyCitation } from './copy-citation';
import { deleteAnnotation } from './delete-annotation';
import { openAnnotationRecord } from './open-annotation-record';
import { tagAgain, tagByNumber, tagPassage } from './tag-passage';
import { redoAnnotationChange, undoAnnotationChange } from './undo';
import { writeNote } from './write-note';

export const annotationCommands: readonly Command<AnnotationsContext>[] = [
  arrangeAnnotations,
  changeTags,
  copyCitation,
  deleteAnnotation,
  openAnnotationRecord,
  redoAnnotationChange,
  tagAgain,
  tagByNumber,
  tagPassage,
  undoAnnotationChange,
  writeNote,
];
