import * as vscode from 'vscode';
import { isGlossFile } from '../../core/entities';
import type { Archives } from '../archive/archives';
import { askMessage, askRepository, askToSave, showFailure } from './ask';
import { commitFiles } from './commit-files';
import { commitTargets } from './commit-targets';
import { isThere, readText } from './disk';
import { explainGit } from './explain';
import { gitApi } from '../archive/git-api';
import { planCommit, proposeMessage, type CommitPlan, type CommitTarget } from './plan-commit';
import { countFiles, ignoredWords, NothingToCommit, Refusal } from './refusal';
import { refuseHalfDone, refuseMarkers } from './refuse';
import { say, warn, whisper } from '../ui/say';
import type { Command } from '../commands/command';
import type { CommandArgument } from '../commands/command-argument';
import { workInStatusBar } from '../ui/progress';

/** The command's answer to macros: the short hash, or why there is no commit; null when the person turned away. */
export type CommitOutcome = { readonly commit: string } | { readonly why: string } | null;

/**
 * Commits the gloss files of the window's archives and nothing else. A key binding or a macro may pass `{ "message": "…" }`; the person
 * is then not asked for one. The menu of the Source Control view passes its repository.
 */
export const commitAnnotations: Command = {
  id: 'postgloss.commitAnnotations',
  run: ({ archives }, argument) => commit(archives, readArgument(argument)),
};

interface Argument {
  readonly message: string | null;
  readonly repository: vscode.Uri | null;
}

async function commit(archives: Archives, argument: Argument): Promise<CommitOutcome> {
  try {
    return await tryToCommit(archives, argument);
  } catch (error) {
    if (!(error instanceof Refusal)) return { why: showFailure(explainGit(error)) };
    if (error instanceof NothingToCommit) say(error.message);
    else warn(error.message);
    return { why: error.message };
  }
}

async function tryToCommit(archives: Archives, { message, repository }: Argument): Promise<CommitOutcome> {
  const { run, api } = await reachGit(archives);
  if (!(await askToSave(unsaved(archives)))) return null;
  const plans = await workInStatusBar('Looking for changed annotations', async () =>
    makePlans(await commitTargets(archives.all, api, run)),
  );
  const chosen = await choose(plans, repository);
  if (!chosen) return null;
  const { target, plan } = chosen;
  const read = (path: string) => readText(plan.repository, path);
  await refuseHalfDone(plan, (name) => isThere(vscode.Uri.file(plan.repository.gitFolder), name));
  await refuseMarkers(plan, read);
  const words = message ?? (await askMessage(plan, await proposeMessage(plan, target.prefixes, read)));
  if (words === null) return null;
  try {
    const hash = await workInStatusBar('Committing annotations', () => commitFiles(plan.repository, plan.files, words));
    whisper(`Committed ${countFiles(plan.files.length)} as ${hash}`);
    if (plan.ignored.length > 0) warn(ignoredWords(plan.ignored));
    return { commit: hash };
  } finally {
    // The Source Control view would notice the commit by itself, but later.
    void api.getRepository(vscode.Uri.file(plan.repository.top))?.status();
  }
}

/** Git, and the editor's own extension for it. Throws a `Refusal` where either cannot be used. */
async function reachGit({ all, platform }: Archives) {
  if (!platform.git) throw new Refusal('Git cannot be run in a browser. Open the archive on a desktop to commit.');
  if (!vscode.workspace.isTrusted) {
    throw new Refusal('This window is in Restricted Mode, in which git is not run. Trust the folder to commit.');
  }
  const api = await gitApi();
  if (!api)
    throw new Refusal(
      'Git, or the editor’s own extension for it, is missing or switched off (see the setting git.enabled).',
    );
  if (all.length === 0) {
    throw new Refusal('No archive is open. Set one up with “Postgloss: Set Up Archive in This Folder”.');
  }
  if (all.some(({ root }) => root.scheme !== 'file')) {
    throw new Refusal(
      'This archive is not on a disk, so git cannot be run in it. To commit, open it from a folder on a disk.',
    );
  }
  return { run: platform.git, api };
}

function unsaved(archives: Archives): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(
    ({ isDirty, uri }) => isDirty && isGlossFile(uri.path) && archives.archiveOf(uri) !== null,
  );
}

interface Planned {
  readonly target: CommitTarget;
  readonly plan: CommitPlan;
}

async function makePlans(targets: readonly CommitTarget[]): Promise<Planned[]> {
  if (targets.length === 0) {
    throw new Refusal('The archive is in no git repository. Make one with “Git: Initialize Repository”, then commit.');
  }
  return Promise.all(targets.map(async (target) => ({ target, plan: await planCommit(target) })));
}

/** The repository to commit to: the named one, else the only one with changes, else the one that the person chooses. */
async function choose(plans: readonly Planned[], wanted: vscode.Uri | null): Promise<Planned | null> {
  const named = plans.filter(({ plan }) => wanted?.fsPath === vscode.Uri.file(plan.repository.top).fsPath);
  const offered = named.length > 0 ? named : plans;
  const changed = offered.filter(({ plan }) => plan.files.length + plan.conflicts.length > 0);
  if (changed.length > 1) return askRepository(changed);
  if (changed[0]) return changed[0];
  const ignored = offered.flatMap(({ plan }) => plan.ignored);
  if (ignored.length > 0) throw new Refusal(`Nothing to commit. ${ignoredWords(ignored)}`);
  throw new NothingToCommit('Nothing to commit: all annotations are in the last commit.');
}

function readArgument(argument: CommandArgument): Argument {
  const message = argument.text('message');
  const root = argument.record.rootUri;
  return {
    message: message !== null && message.trim() !== '' ? message : null,
    repository: root instanceof vscode.Uri ? root : null,
  };
}
