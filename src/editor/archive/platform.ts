import type * as vscode from 'vscode';
import type { DirectFiles, EarlierText } from '../../core/host';
import type { ImportReport } from '../../core/imported';
import type { IndexStore, Port } from '../../core/indexing';
import type { AttributesFile } from '../../core/merge';
import type { GitQuestions } from './git-questions';

/** The services that differ between the desktop's extension host and a web worker. */
export interface Platform {
  /** Changes a text file. Even after a crash the file holds either its old or its new content, as far as its disk allows. */
  readonly changeText: TextChanger;
  /** Removes from folders the locks and temporary files of processes that were killed while they saved. */
  clearLeftovers(folders: readonly vscode.Uri[]): Promise<void>;
  /** Earlier contents of a text of an archive on a disk, newest first, from git; left out where no program can be run. */
  earlierTexts?(root: vscode.Uri, uri: vscode.Uri): AsyncIterable<EarlierText>;
  /** The `.gitattributes` that apply to an archive; see `Host.attributes`. Left out where there is no disk. */
  attributes?(root: vscode.Uri, folders: readonly string[]): Promise<readonly AttributesFile[]>;
  /** Starts a thread that indexes an archive; null where none can be started. Left out where texts are not indexed ahead. */
  openIndexPort?(root: vscode.Uri): Promise<Port | null>;
  /** Direct access to the files of an archive on a disk; null for an archive elsewhere. Left out where there is no disk. */
  files?(root: vscode.Uri): DirectFiles | null;
  /** Asks git about history and conflicts; null where no program can be run. */
  readonly questions: GitQuestions | null;
  /** Where the index of an archive is kept from one session to the next; null where nothing can be kept. */
  indexStore?(root: vscode.Uri): IndexStore | null;
  /** Brings archives of other programs in; null where there is no disk. */
  readonly importArchive: ArchiveImporter | null;
  /** Runs git with these arguments; null where no program can be run. */
  readonly git: GitRunner | null;
}

/**
 * Changes a text file below `root`. `change` gets the file's present text, without its byte order mark, or null where there is no file;
 * it answers with the new text, or null to leave the file. It is called again when others write the file meanwhile. Answers with the
 * text before and after; null when the file was left. Rejects with an error that has the system's code; the file is then as it was.
 */
export type TextChanger = (
  uri: vscode.Uri,
  root: vscode.Uri,
  change: (now: string | null) => string | null,
) => Promise<{ readonly before: string | null; readonly after: string } | null>;

/**
 * Brings files and folders of other programs into a folder, one file a post. Rejects with an error that has the system's code.
 *
 * @param progress told now and then how many posts were read, and of which file
 */
export type ArchiveImporter = (
  files: readonly vscode.Uri[],
  to: vscode.Uri,
  dryRun: boolean,
  progress: (read: number, file: string) => void,
  signal: AbortSignal,
) => Promise<ImportReport>;

/** Runs git. Both functions reject with a `GitError` that has git's own message when it fails. */
export interface GitRunner {
  /** Runs git at the top of a repository, and answers with its output. */
  run(program: string, top: string, args: readonly string[], input?: string): Promise<string>;
  /** The top of the repository that a folder lies in, and the way from there, as in `notes/harbour/`; null where it is in none. */
  find(program: string, folder: string): Promise<{ readonly top: string; readonly prefix: string } | null>;
}
