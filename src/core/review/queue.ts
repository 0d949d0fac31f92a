import { listAnnotations, type AnnotationEntry } from '../lists/annotation-list';
import type { OpenArchive } from '../archive/open-archive';
import type { ArchiveText } from '../archive/archive-text';
import type { FileProblem } from '../check/file-problem';
import { needsReview } from '../anchor/needs-review';
import { SIDECAR_SUFFIX } from '../sidecar/read-sidecar';

/** What needs a person in one text of an archive. */
export interface ReviewFile {
  /** The path of the text, not of its sidecar. */
  readonly path: string;
  /** What keeps the sidecar, or records of it, from being read: nobody knows what is in them before it is mended. */
  readonly broken: readonly FileProblem[];
  /** The annotations whose place is changed, not sure, or gone, in the order of their places; those without any are last. */
  readonly annotations: readonly AnnotationEntry[];
}

/** What needs a person in an archive, file by file; files in which nothing does are left out. */
export function reviewQueue(archive: OpenArchive): ReviewFile[] {
  return archive.texts.map(reviewText).filter((file) => countReview(file) > 0);
}

/** What needs a person in one text. */
export function reviewText(text: ArchiveText): ReviewFile {
  // In a file in conflict nothing can be decided about a place before the conflict is solved.
  const open = text.sidecar.conflicts === null;
  const annotations = open && text.annotations.some(needsReview) ? listAnnotations(text).filter(needsReview) : [];
  return { path: text.path, broken: brokenRecords(text), annotations };
}

/** How many things of a file need a person. */
export function countReview({ broken, annotations }: ReviewFile): number {
  return broken.length + annotations.length;
}

/** Nobody can mend a file of a newer version, which Problems says; and one in conflict is taken apart, see `readConflicts`. */
function brokenRecords({ path, sidecar, sidecarText }: ArchiveText): FileProblem[] {
  if (sidecarText === null) return [];
  return sidecar.problems
    .filter(({ severity, code }) => severity === 'error' && code !== 'newer-version' && code !== 'conflict-markers')
    .map((problem) => ({ ...problem, path: path + SIDECAR_SUFFIX, text: sidecarText }))
    .sort((a, b) => a.span.start - b.span.start);
}
