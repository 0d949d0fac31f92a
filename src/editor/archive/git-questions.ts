import * as vscode from 'vscode';
import type { ComparedBranches } from '../../core/agreement';
import type { FileChanges, LastChange, RecordVersion, Revision, SetUpStep, StagedFile } from '../../core/changes';
import type { Stages } from '../../core/conflicts';

/** The differences between a state of a repository and its working tree. */
export interface ChangesSince {
  /** The top of the repository, absolute. */
  readonly root: string;
  /** Their paths start at the top of the repository. */
  readonly files: readonly FileChanges[];
}

/** The questions that git answers, where programs can be run. Paths are absolute. Failures reject with a sentence as their message. */
export interface GitQuestions {
  /** See `Host.mergeDriver`. */
  mergeDriver(folder: string): Promise<boolean | null>;
  /** The three versions of a file in conflict; null where git's index does not have it as one. */
  stages(path: string): Promise<Stages | null>;
  /** Stages a file, which tells git that its conflict is solved. Null where that is not done, as while the file still has markers. */
  stage(path: string): Promise<StagedFile | null>;
  /** Takes `stage` back. Answers null once that is done, else why it cannot be, as a sentence. */
  unstage(path: string, staged: StagedFile): Promise<string | null>;
  setUpMerging(folder: string): Promise<readonly SetUpStep[]>;
  /** The versions of a record, newest first. `name` is its id. */
  history(path: string, name: string): Promise<readonly RecordVersion[]>;
  /** Branches, tags and the last commits, the likeliest choices first. */
  revisions(folder: string): Promise<readonly Revision[]>;
  /** @param since a revision, a date, or `A...` for where the branch that is checked out parted from A */
  changesSince(folder: string, since: string): Promise<ChangesSince>;
  /** The annotations of each of several branches of the archive in a folder; files are named by their paths in that folder. */
  compareBranches(folder: string, names: readonly string[]): Promise<ComparedBranches>;
  /** The latest change of the lines `first` to `last` (1-based, both included, ended by LF) of a file as it is on the disk. */
  lastChange(path: string, first: number, last: number): Promise<LastChange>;
}

/** Why git cannot be asked, as a sentence; null where it can. */
export function whyNoGit(questions: GitQuestions | null, root: vscode.Uri): string | null {
  if (!questions) return 'Git cannot be run in a browser. Open the archive on a desktop.';
  if (!vscode.workspace.isTrusted) {
    return 'This window is in Restricted Mode, in which git is not run. Trust the folder first.';
  }
  return root.scheme === 'file'
    ? null
    : 'This archive is not on a disk, so git cannot be run in it. Open it from a folder on a disk.';
}
