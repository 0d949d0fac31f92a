import { ownerOf } from '../lists/annotation-list';
import type { ArchiveText } from '../archive/archive-text';
import type { StoredAnnotation } from '../sidecar/annotation';
import type { Marking } from './marking';

/**
 * Who made an annotation: the names of `by`. A merge joins two people who made the same one: `ann; jo` counts for both.
 * Names are given in Unicode form NFC, as keyboards and file systems store accents in different ways.
 */
export function authorsOf({ by }: Pick<StoredAnnotation, 'by'>): string[] {
  return [
    ...new Set(
      (by ?? '')
        .normalize('NFC')
        .split(';')
        .map((name) => name.trim()),
    ),
  ].filter((name) => name !== '');
}

/**
 * The markings of a text's annotations, at their places in that text.
 *
 * @param annotators whose each annotation is: its authors, or a branch; an empty list leaves it out
 */
export function markingsOf(
  text: ArchiveText,
  file: string,
  annotators: (annotation: StoredAnnotation) => readonly string[],
): Marking[] {
  return text.annotations.flatMap((placed) => {
    const { annotation, anchor } = placed;
    const { id, quote, tags, entity, not } = annotation;
    const post = ownerOf(text, placed)?.id ?? null;
    return annotators(annotation).map((annotator) => {
      return { annotator, file, post, span: anchor.span, quote, id, tags, entity, not };
    });
  });
}
