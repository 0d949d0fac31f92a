import type { Decision, FileEdit } from '../decision';

/**
 * The part of one file in a decision about many. A host carries out part by part, and so can show progress, and stop in between. `decide`
 * is called when it is the file's turn, and decides from the file as it is then.
 */
export interface BulkPart {
  /** The path of the sidecar, registry or codebook that is edited. */
  readonly path: string;
  readonly decide: () => Decision;
}

/** All parts as one decision; refused if one of them is. */
export function decideAll(parts: readonly BulkPart[]): Decision {
  const edits: FileEdit[] = [];
  for (const { decide } of parts) {
    const decision = decide();
    if (!decision.ok) return decision;
    edits.push(...decision.edits);
  }
  return { ok: true, edits };
}
