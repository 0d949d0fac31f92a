import type { Decision } from '../../core/decision';
import { SIDECAR_SUFFIX, type StoredAnnotation } from '../../core/sidecar';
import type { Span } from '../../core/text';
import { newStep } from '../archive/history';
import { say, whisper } from '../ui/say';
import type { ViewNode } from '../rows/nodes';
import { annotationTarget, type AnnotationTarget } from '../commands/annotation-target';
import { CommandArgument } from '../commands/command-argument';
import type { ReviewContext } from './context';

/** An annotation to decide about. */
export interface ReviewTarget extends AnnotationTarget {
  /** The place that a row or a link names; null where neither does. */
  readonly span: Span | null;
  /** The row that the command was called on; null for a link, or for none. */
  readonly node: ViewNode | null;
  /** Whether the keyboard is in the view. */
  readonly keyboard: boolean;
}

/**
 * The annotation that a command of the review queue means: that of the focused row, the clicked row, the link, or at the cursor. Null
 * after a message that tells why there is none.
 */
export async function reviewTarget(context: ReviewContext, argument: CommandArgument): Promise<ReviewTarget | null> {
  const keyboard = argument.focused;
  const meant = keyboard ? new CommandArgument(await context.review.focused()) : argument;
  const node = meant.row;
  if (keyboard && !node) return say('Nothing is chosen in the review queue.');
  if (node?.kind === 'broken')
    return say('This record cannot be read. Mend it in the sidecar, then it can be reviewed.');
  if (node?.kind === 'conflict' || node?.kind === 'conflict-file')
    return say('This is a conflict. Take ours, theirs or both of it, or merge the file record by record.');
  if (node?.kind === 'review-file') return say('This is a file. Choose one of its annotations.');
  const target = await annotationTarget(context.archives, meant);
  if (!target) return null;
  const span = node?.kind === 'candidate' ? node.span : spanOfLink(target, meant);
  // A click on an icon or a menu of a row puts the keyboard into the view too.
  return { ...target, span, node, keyboard: keyboard || node !== null };
}

/** Writes a decision about an annotation and shows `said`; goes on to the next item if the command was called on a row. */
export async function decideReview(
  { review }: ReviewContext,
  target: Pick<ReviewTarget, 'archive' | 'path' | 'node' | 'keyboard'>,
  label: string,
  make: () => Decision,
  said: string,
): Promise<boolean> {
  const { archive, path, node, keyboard } = target;
  const goOn = node && review.leaving(node, keyboard);
  if (!(await archive.decide(newStep(label), [path + SIDECAR_SUFFIX], make))) return false;
  whisper(said);
  await goOn?.();
  return true;
}

/** The beginning of an annotation’s quote, on one line, for a message. */
export function nameOf({ quote }: StoredAnnotation): string {
  const line = quote.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** The place that a link names by its start, if it is one of the candidates found; else null. */
function spanOfLink({ placed }: AnnotationTarget, argument: CommandArgument): Span | null {
  const start = argument.number('start');
  return placed.anchor.candidates.find(({ span }) => span.start === start)?.span ?? null;
}
