import type { FileMark } from './indexing/file-mark';
import type { IndexStore } from './indexing/index-cache';
import type { Indexer } from './indexing/indexer';
import type { AttributesFile } from './merge/attributes';

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
   * gather bursts, as a branch switch changes everything at once. A host whose files stand still calls nothing. `listing` says that files
   * or folders have come or gone, and may then name a folder for all that is in it.
   */
  watch(changed: (paths: readonly string[] | null, listing?: boolean) => void): () => void;
  /**
   * Earlier contents of a text, newest first, from version control or from copies, as far as they can be had. Asked only when an
   * annotation has lost its place. A host that has none leaves it out.
   */
  earlier?(path: string): AsyncIterable<Uint8Array>;
  /**
   * The `.gitattributes` files that rule over the archive: of the folders from the repository's top down to its root, and of the folders
   * in it that are asked for. None outside of a repository.
   */
  attributes?(folders: readonly string[]): Promise<readonly AttributesFile[]>;
  /**
   * Whether git knows, on this machine, the program that `merge=postgloss` names. Null where the archive is in no repository, or git may
   * not be asked.
   */
  mergeDriver?(): Promise<boolean | null>;
  /**
   * Reads the texts of the archive ahead of the questions about them, without keeping others waiting. Disposed of with the archive. A
   * host that nobody waits for leaves it out: each text is then read when something is asked of it.
   */
  readonly indexer?: Indexer | null;
  /** Where the indexer's findings are kept from one session to the next. */
  readonly indexStore?: IndexStore | null;
  /**
   * The archive's files where they can be looked at in any moment, as on a disk. Texts that no editor shows are then not kept in memory. A
   * host that must ask others for its files leaves it out.
   */
  readonly files?: DirectFiles | null;
}

/** The largest file that is read, in bytes. Editors themselves give up at 50 MB. */
export const LARGEST_FILE = 50_000_000;

/** Files that can be looked at without waiting for others. */
export interface DirectFiles {
  /** What the file system tells of files; null where there is no file that may be read. Does not keep the thread from other work. */
  marks(paths: readonly string[]): Promise<readonly (FileMark | null)[]>;
  /** The bytes of a file in this moment; null where there is none, or none that may be read. */
  readNow(path: string): Uint8Array | null;
}
