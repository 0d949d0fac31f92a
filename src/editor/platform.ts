import type * as vscode from 'vscode';

/** What differs between the desktop's extension host and a web worker. */
export interface Platform {
  /** Writes a file so that it holds either its old or its new content, whatever happens in between. */
  writeFile(uri: vscode.Uri, bytes: Uint8Array, root: vscode.Uri): Promise<void>;
  /** Runs git with these arguments; null where no program can be run. */
  readonly git: GitRunner | null;
}

/** Runs git in a folder and answers with what it printed. Rejects with a `GitError` that has git's own message when it fails. */
export type GitRunner = (program: string, folder: string, args: readonly string[], input?: string) => Promise<string>;
