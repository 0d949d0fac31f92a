import { listAnnotations, type AnnotationEntry } from '../lists/annotation-list';
import type { OpenArchive } from '../archive/open-archive';
import type { ArchiveText } from '../archive/archive-text';
import type { FileProblem } from '../check/file-problem';
import { needsReview } from '../anchor/needs-review';
import { SIDECAR_SUFFIX } from '../sidecar/read-sidecar';

/** The problems of one text of an archive that a person must solve. */
export interface ReviewFile {
  /** The path of the text, not of its sidecar. */
  readonly path: string;
  /** The errors for which the sidecar, or records of it, cannot be read. */
  readonly broken: readonly FileProblem[];
  /** The annotations that need a review, in the order of their places; those without a place are last. */
  readonly annotations: readonly AnnotationEntry[];
}

/** All problems of an archive that a person must solve, file by file. Files without any are left out. */
export function reviewQueue(archive: OpenArchive): ReviewFile[] {
  return archive.texts.map(reviewText).filter((file) => countReview(file) > 0);
}

/** The problems of one text that a person must solve. */
export function reviewText(text: ArchiveText): ReviewFile {
  // While the file is in conflict, no annotation can be changed.
  const open = text.sidecar.conflicts === null;
  const annotations = open && text.annotations.some(needsReview) ? listAnnotations(text).filter(needsReview) : [];
  return { path: text.path, broken: brokenRecords(text), annotations };
}

/** The number of problems of a file. */
export function countReview({ broken, annotations }: ReviewFile): number {
  return broken.length + annotations.length;
}

/** The errors of a sidecar, without those that are no work here: a newer version cannot be mended, and conflicts have their own list. */
function brokenRecords({ path, sidecar, sidecarText }: ArchiveText): FileProblem[] {
  if (sidecarText === null) return [];
  return sidecar.problems
    .filter(({ severity, code }) => severity === 'error' && code !== 'newer-version' && code !== 'conflict-markers')
    .map((problem) => ({ ...problem, path: path + SIDECAR_SUFFIX, text: sidecarText }))
    .sort((a, b) => a.span.start - b.span.start);
}
