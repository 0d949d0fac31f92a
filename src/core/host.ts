/**
 * What the core needs from a host: an editor, a command line, a test. Paths are relative to the archive's root (the folder of
 * `postgloss.yaml`), with `/`, in the spelling of the file system. There is no verb that writes: the core returns edits, and each host
 * applies them in its own way.
 */
export interface Host {
  /** The files that any of the globs names; no particular order. Files that version control ignores may be left out. */
  list(globs: readonly string[]): Promise<string[]>;
  /** The bytes of a file; null where there is none, or none that may be read. */
  read(path: string): Promise<Uint8Array | null>;
  /**
   * Tells about changes from outside until the returned function is called. Null stands for “anything may have changed”. Hosts
   * gather bursts, as a branch switch changes everything at once. A host whose files stand still calls nothing.
   */
  watch(changed: (paths: readonly string[] | null) => void): () => void;
}

/** What the core wants a file to become. Hosts refuse when the file no longer reads `before`: somebody else has written meanwhile. */
export interface FileEdit {
  readonly path: string;
  /** Null where the file is to be created. */
  readonly before: string | null;
  readonly after: string;
}

/** What came of a request: edits to apply, or why there are none, as a sentence for a person. */
export type Decision =
  { readonly ok: true; readonly edits: readonly FileEdit[] } | { readonly ok: false; readonly why: string };
