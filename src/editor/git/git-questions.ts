import * as vscode from 'vscode';
import type { FileChanges, RecordChange, Stages } from '../../core/index';

/** A version of a record: the commit that made it, and what it changed. */
export interface RecordVersion {
  /** Null for what is not committed yet. */
  readonly commit: string | null;
  readonly author: string | null;
  /** ISO 8601, in the author's zone. */
  readonly date: string | null;
  /** The first line of the commit's message. */
  readonly subject: string | null;
  /** From the top of the repository. */
  readonly path: string;
  readonly kind: FileChanges['kind'];
  readonly record: RecordChange;
}

/** What differs between a state of a repository and its working tree. */
export interface ChangesSince {
  /** The top of the repository, absolute. */
  readonly root: string;
  /** With paths from the top. */
  readonly files: readonly FileChanges[];
}

/** A branch or a tag. */
export interface Revision {
  readonly name: string;
  readonly kind: 'branch' | 'remote branch' | 'tag' | 'commit';
  /** The first line of its commit's message, and when it was made. */
  readonly subject: string;
  readonly date: string;
}

/** What was done, or was not, to set up merging. */
export interface SetUpStep {
  readonly what: string;
  readonly state: 'written' | 'unchanged' | 'error';
  readonly message: string;
}

/** What is asked of git, where programs can be run. Paths are absolute, of the disk. What it cannot answer it rejects with a sentence. */
export interface GitQuestions {
  /** See `Host.mergeDriver`. */
  mergeDriver(folder: string): Promise<boolean | null>;
  /** The three versions of a file in conflict; null where git does not take it for one. */
  stages(path: string): Promise<Stages | null>;
  /** Tells git that the conflict in a file is solved. Answers whether it is: not as long as the file on the disk has markers. */
  stage(path: string): Promise<boolean>;
  setUpMerging(folder: string): Promise<readonly SetUpStep[]>;
  /** The versions of a record, newest first. `name` is its id. */
  history(path: string, name: string): Promise<readonly RecordVersion[]>;
  /** Branches, tags and the last commits, those first that people look for first. */
  revisions(folder: string): Promise<readonly Revision[]>;
  /** @param since a revision, a date, or `A...` for where the branch that is checked out parted from A */
  changesSince(folder: string, since: string): Promise<ChangesSince>;
}

/** Why git cannot be asked, as a sentence; null where it can. */
export function whyNoGit(questions: GitQuestions | null, root: vscode.Uri): string | null {
  if (!questions) return 'Git cannot be run in a browser. Open the archive on a desktop.';
  if (!vscode.workspace.isTrusted) {
    return 'This window is in Restricted Mode, in which git is not run. Trust the folder first.';
  }
  return root.scheme === 'file' ? null : 'The archive is on no disk that git could reach. Open it from one.';
}
