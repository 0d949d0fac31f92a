import type { Result } from './result';
import type { Written } from './yaml/apply';

/** What the core wants a file to become. Hosts refuse when the file no longer reads `before`: somebody else has written meanwhile. */
export interface FileEdit {
  readonly path: string;
  /** Null where the file is to be created. */
  readonly before: string | null;
  readonly after: string;
}

/** What came of a request: edits to apply, or why there are none, as a sentence for a person. */
export type Decision = Result<{ readonly edits: readonly FileEdit[] }>;

/** What was written, as a decision about one file. */
export function fromWritten(path: string, before: string | null, written: Written): Decision {
  if (!written.ok) return refuse(path, written.why);
  const edit: FileEdit = { path, before, after: written.text };
  return { ok: true, edits: edit.before === edit.after ? [] : [edit] };
}

/** Says that a file was left as it is, and why. */
export function refuse(path: string, why: string): Decision {
  return { ok: false, why: `${path} was not changed. ${why}` };
}
