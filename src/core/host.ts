import type { FileMark } from './indexing/file-mark';
import type { IndexStore } from './indexing/index-cache';
import type { Indexer } from './indexing/indexer';
import type { AttributesFile } from './merge/attributes';

/** An earlier content of a text. */
export interface EarlierText {
  readonly bytes: Uint8Array;
  /**
   * Reads two states of the sidecar: when this content was replaced, and the last that is known; each null where there was none. Left out
   * where earlier sidecars are not known.
   */
  readonly sidecars?: () => Promise<{ readonly then: Uint8Array | null; readonly last: Uint8Array | null }>;
}

/**
 * The functions that the core needs of a host: an editor, a command line, a test. Paths are relative to the archive's root (the folder of
 * `postgloss.yaml`), with `/`, in the spelling of the file system. No function writes: the core returns edits, and each host applies them
 * in its own way.
 */
export interface Host {
  /** The files that any of the globs names, in any order. Files that version control ignores may be left out. */
  list(globs: readonly string[]): Promise<string[]>;
  /**
   * The bytes of a file; null where there is no such file, or where it may not be read. May reject where the file is there but cannot be
   * read; the message of the error then says why, as a sentence without its full stop.
   */
  read(path: string): Promise<Uint8Array | null>;
  /**
   * Calls `changed` after changes from outside, until the returned function is called. `paths` is null where anything may have changed.
   * `listing` says that files or folders have come or gone; a path may then be a folder, which stands for everything in it. Hosts gather
   * bursts, as a branch switch changes everything at once. A host whose files never change calls nothing.
   */
  watch(changed: (paths: readonly string[] | null, listing?: boolean) => void): () => void;
  /**
   * Earlier contents of a text, newest first, from version control or from copies. Called only where the place of an annotation is lost or
   * may be known better. A host that has none leaves it out.
   */
  earlier?(path: string): AsyncIterable<EarlierText>;
  /**
   * The `.gitattributes` files that apply to the archive: those of the folders from the repository's top down to the archive's root, and
   * those of the given folders. None outside of a repository.
   */
  attributes?(folders: readonly string[]): Promise<readonly AttributesFile[]>;
  /**
   * Whether git knows, on this machine, the program that `merge=postgloss` names. Null where the archive is in no repository, or where git
   * may not be run.
   */
  mergeDriver?(): Promise<boolean | null>;
  /**
   * Reads and indexes the texts of the archive ahead of queries, in the background. Disposed of with the archive. A command line leaves it
   * out: each text is then read as a whole, and indexed by the first query.
   */
  readonly indexer?: Indexer | null;
  /** Keeps the indexes from one session to the next. */
  readonly indexStore?: IndexStore | null;
  /**
   * Synchronous access to the archive's files, as on a disk. Texts that no editor shows are then not kept in memory. A host whose files
   * come from a provider leaves it out.
   */
  readonly files?: DirectFiles | null;
}

/** The largest file that is read, in bytes. Editors themselves give up at 50 MB. */
export const LARGEST_FILE = 50_000_000;

/**
 * Why a file over a limit is not read, as a sentence without its full stop. Sizes are rounded up, so that a file over a limit never looks
 * like one within it.
 *
 * @param bytes its size
 */
export function whyTooLarge(bytes: number, most = LARGEST_FILE): string {
  const megabytes = (size: number) => `${Math.ceil(size / 100_000) / 10} MB`;
  return `It is too large: ${megabytes(bytes)}; at most ${megabytes(most)} are read`;
}

/** Files that can be read at once, without asking a provider. */
export interface DirectFiles {
  /** The marks of files; null for each that does not exist or may not be read. Does not block the thread. */
  marks(paths: readonly string[]): Promise<readonly (FileMark | null)[]>;
  /** Reads a file and blocks the thread; null where there is no such file, or where it may not be read. */
  readNow(path: string): Uint8Array | null;
}
