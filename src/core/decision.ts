import type { Result } from './result';
import type { Written } from './yaml/apply';

/** A change of a file. Hosts refuse it where the file no longer reads `before`, as somebody else has written it meanwhile. */
export interface FileEdit {
  readonly path: string;
  /** Null where the edit creates the file. */
  readonly before: string | null;
  readonly after: string;
}

/** The answer to a request: edits to apply, or a refusal. */
export type Decision = Result<{ readonly edits: readonly FileEdit[] }>;

/** A written text as the edit of a file; no edit where nothing has changed. */
export function fromWritten(path: string, before: string | null, written: Written): Decision {
  if (!written.ok) return refuse(path, written.why);
  const edit: FileEdit = { path, before, after: written.text };
  return { ok: true, edits: edit.before === edit.after ? [] : [edit] };
}

/** A refusal that names the file. */
export function refuse(path: string, why: string): Decision {
  return { ok: false, why: `${path} was not changed. ${why}` };
}
