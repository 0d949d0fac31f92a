import * as vscode from 'vscode';
import type { ComparedBranches } from '../../core/agreement';
import type { FileChanges, LastChange, RecordVersion, Revision, SetUpStep, StagedFile } from '../../core/changes';
import type { Stages } from '../../core/conflicts';

/** What differs between a state of a repository and its working tree. */
export interface ChangesSince {
  /** The top of the repository, absolute. */
  readonly root: string;
  /** With paths from the top. */
  readonly files: readonly FileChanges[];
}

/** What is asked of git, where programs can be run. Paths are absolute, of the disk. What it cannot answer it rejects with a sentence. */
export interface GitQuestions {
  /** See `Host.mergeDriver`. */
  mergeDriver(folder: string): Promise<boolean | null>;
  /** The three versions of a file in conflict; null where git does not take it for one. */
  stages(path: string): Promise<Stages | null>;
  /** Tells git that the conflict in a file is solved. Null where it is not: not as long as the file on the disk has markers. */
  stage(path: string): Promise<StagedFile | null>;
  /** Takes that back. Answers null once it is done, else why it is not, as a sentence. */
  unstage(path: string, staged: StagedFile): Promise<string | null>;
  setUpMerging(folder: string): Promise<readonly SetUpStep[]>;
  /** The versions of a record, newest first. `name` is its id. */
  history(path: string, name: string): Promise<readonly RecordVersion[]>;
  /** Branches, tags and the last commits, those first that people look for first. */
  revisions(folder: string): Promise<readonly Revision[]>;
  /** @param since a revision, a date, or `A...` for where the branch that is checked out parted from A */
  changesSince(folder: string, since: string): Promise<ChangesSince>;
  /** What was annotated on each of several branches of the archive in a folder; files are called by their paths in it. */
  compareBranches(folder: string, names: readonly string[]): Promise<ComparedBranches>;
  /** The latest change of lines of a file as it is on the disk; both 1-based and included, counted by LF. */
  lastChange(path: string, first: number, last: number): Promise<LastChange>;
}

/** Why git cannot be asked, as a sentence; null where it can. */
export function whyNoGit(questions: GitQuestions | null, root: vscode.Uri): string | null {
  if (!questions) return 'Git cannot be run in a browser. Open the archive on a desktop.';
  if (!vscode.workspace.isTrusted) {
    return 'This window is in Restricted Mode, in which git is not run. Trust the folder first.';
  }
  return root.scheme === 'file' ? null : 'The archive is on no disk that git could reach. Open it from one.';
}
