import type * as vscode from 'vscode';
import type { DirectFiles } from '../../core/host';
import type { IndexStore, Port } from '../../core/indexing';
import type { AttributesFile } from '../../core/merge';
import type { GitQuestions } from './git-questions';

/** What differs between the desktop's extension host and a web worker. */
export interface Platform {
  /** Changes a text file; whatever happens in between, it holds either its old or its new content as far as its disk allows. */
  readonly changeText: TextChanger;
  /** Removes from folders what saves have left there that were killed. */
  clearLeftovers(folders: readonly vscode.Uri[]): Promise<void>;
  /** Earlier contents of a file on a disk, newest first, from git; left out where no program can be run. */
  earlierTexts?(uri: vscode.Uri): AsyncIterable<Uint8Array>;
  /** The `.gitattributes` that rule over an archive; see `Host.attributes`. Left out where there is no disk. */
  attributes?(root: vscode.Uri, folders: readonly string[]): Promise<readonly AttributesFile[]>;
  /** Starts a thread that indexes an archive; null where none can be started. Left out where texts are not to be indexed ahead. */
  openIndexPort?(root: vscode.Uri): Promise<Port | null>;
  /** The files of an archive on a disk; null for one that lies elsewhere. Left out where there is no disk. */
  files?(root: vscode.Uri): DirectFiles | null;
  /** What is asked of git about history and conflicts; null where no program can be run. */
  readonly questions: GitQuestions | null;
  /** Where the index of an archive is kept from one session to the next; null where nothing can be kept. */
  indexStore?(root: vscode.Uri): IndexStore | null;
  /** Runs git with these arguments; null where no program can be run. */
  readonly git: GitRunner | null;
}

/**
 * Changes a text file below `root` in view of what it holds in this moment. `change` gets that text, without its byte order mark, or null
 * where there is no file; it answers with what the file should hold, or null to leave it. It may be asked again, when others write the
 * file meanwhile. Answers with what was found and what was written; null when the file was left. Rejects with an error that has the
 * system's code, and the file is then as it was.
 */
export type TextChanger = (
  uri: vscode.Uri,
  root: vscode.Uri,
  change: (now: string | null) => string | null,
) => Promise<{ readonly before: string | null; readonly after: string } | null>;

/** Runs git in a folder and answers with what it printed. Rejects with a `GitError` that has git's own message when it fails. */
export type GitRunner = (program: string, folder: string, args: readonly string[], input?: string) => Promise<string>;
