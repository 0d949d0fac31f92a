import type { PlacedAnnotation } from '../../core/anchor';
import type { ArchiveText } from '../../core/archive';
import type { StoredAnnotation } from '../../core/sidecar';
import { byPlace, overlaps, shortened, type Span } from '../../core/text';
import type { Archives, TextInArchive } from '../archive/archives';
import { activeText } from '../archive/active-text';
import { say } from '../ui/say';
import { toSpan } from '../ui/convert';
import type { CommandArgument } from './command-argument';
import { choose } from '../ui/pick';

/** An annotation to act on, with the text that it is in. */
export interface AnnotationTarget extends TextInArchive {
  readonly placed: PlacedAnnotation;
}

/**
 * The annotation that a command means: the one of a row or a link, else the one at the cursor or in the selection. If there are several,
 * the person chooses. Answers null after telling why there is none, or when the person turned away.
 */
export async function annotationTarget(
  archives: Archives,
  argument: CommandArgument,
): Promise<AnnotationTarget | null> {
  const named = await namedAnnotation(archives, argument);
  if (named !== undefined) return named ?? say('This annotation is no longer there.');
  const active = await activeText(archives);
  if (!active) return null;
  const here = toSpan(active.text.lines, active.editor.selection);
  const placed = annotationsAt(active.text.annotations, here);
  if (placed.length <= 1) {
    return placed[0] ? { ...active, placed: placed[0] } : say('There is no annotation at the cursor.');
  }
  const items = placed.map((candidate) => ({ ...describeAnnotation(candidate.annotation), candidate }));
  const choice = await choose(items, { title: 'Which annotation?', matchOnDescription: true });
  return choice ? { ...active, placed: choice.candidate } : null;
}

/** The present record of an annotation: the record at its old index, if that has its id, else the record with its id. */
export function storedNow(text: ArchiveText, { id, index }: StoredAnnotation): StoredAnnotation | undefined {
  const there = text.annotations[index]?.annotation;
  // Two records may have the same id; the index tells them apart.
  if (id === null || there?.id === id) return there;
  return text.annotations.find(({ annotation }) => annotation.id === id)?.annotation;
}

/** The annotations that a span touches, in the order of the text. */
export function annotationsAt(annotations: readonly PlacedAnnotation[], here: Span): PlacedAnnotation[] {
  return annotations
    .filter(
      ({ anchor: { span } }) => span && (overlaps(span, here) || (span.start <= here.start && here.start <= span.end)),
    )
    .sort((a, b) => byPlace(a.anchor.span ?? here, b.anchor.span ?? here));
}

/** An annotation as an item of a list. */
function describeAnnotation(annotation: StoredAnnotation): { label: string; description: string } {
  const quote = annotation.quote;
  return {
    label: shortened(quote, 70),
    description: [annotation.tags.join(', '), annotation.note ?? ''].filter((part) => part !== '').join(' · '),
  };
}

/** Undefined where the argument names no annotation, null where the named annotation is gone. */
async function namedAnnotation(
  archives: Archives,
  argument: CommandArgument,
): Promise<AnnotationTarget | null | undefined> {
  // The row of a candidate, a place where an annotation may belong, names that annotation too.
  const node = argument.rowOf('annotation', 'candidate');
  const id = node ? (node.id ?? node.index) : (argument.text('annotation') ?? argument.number('annotation'));
  const path = node?.path ?? argument.text('path');
  const linked = node !== null || argument.text('archive') !== null;
  if (!linked || id === null || path === null) return undefined;
  const archive = argument.archiveIn(archives);
  const text = await archive?.core.openText(path);
  const placed = text?.annotations.find(
    ({ annotation }) => (typeof id === 'number' ? annotation.index : annotation.id) === id,
  );
  return archive && text && placed ? { archive, path, text, placed } : null;
}
