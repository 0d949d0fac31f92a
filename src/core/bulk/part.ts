import type { Decision, FileEdit } from '../decision';

/**
 * A decision about many files, file by file: a host can show how far it is, and stop in between. What is to be done is decided when it
 * is the file's turn, from the file as it then is.
 */
export interface BulkPart {
  /** The file of ours that is edited. */
  readonly path: string;
  readonly decide: () => Decision;
}

/** All parts as one decision: refused where one of them is, so that a host can ask before it begins to write. */
export function decideAll(parts: readonly BulkPart[]): Decision {
  const edits: FileEdit[] = [];
  for (const { decide } of parts) {
    const decision = decide();
    if (!decision.ok) return decision;
    edits.push(...decision.edits);
  }
  return { ok: true, edits };
}
