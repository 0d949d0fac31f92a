import * as vscode from 'vscode';
import { quoted, shortened, SIDECAR_SUFFIX, visible } from '../../core/index';
import { whyNoGit, type RecordVersion } from '../git/git-questions';
import { CHANGE_ICONS, detailsOf, recordDocument } from '../views/change-words';
import { iconless, joined } from '../views/words';
import type { Command, CommandContext } from './command';
import { annotationTarget } from './target';

/** Lists the versions of an annotation that git knows: who made them, when, and what each changed. Enter shows one beside the last. */
export const showAnnotationHistory: Command = {
  id: 'postgloss.showAnnotationHistory',
  async run(context, argument) {
    const { archives } = context;
    const target = await annotationTarget(archives, argument);
    if (!target) return;
    const { archive, path, placed } = target;
    const { questions } = archives.platform;
    const why = whyNoGit(questions, archive.root);
    if (!questions || why !== null) return void vscode.window.showWarningMessage(why ?? '');
    const { id, quote } = placed.annotation;
    if (id === null) {
      return void vscode.window.showInformationMessage('This annotation has no id yet, by which it could be followed.');
    }
    const file = archive.uriOf(path + SIDECAR_SUFFIX).fsPath;
    const versions = await vscode.window
      .withProgress({ location: vscode.ProgressLocation.Window, title: 'Asking git for its history' }, () =>
        questions.history(file, id),
      )
      .then(undefined, (error: unknown) => (error instanceof Error ? error.message : String(error)));
    if (typeof versions === 'string') return void vscode.window.showWarningMessage(versions);
    await choose(context, versions, quote);
  },
};

async function choose({ review }: CommandContext, versions: readonly RecordVersion[], quote: string): Promise<void> {
  if (versions.length === 0) {
    void vscode.window.showInformationMessage(`Git knows no version of ${quoted(quote)}.`);
    return;
  }
  const items = versions.map((version) => {
    const { record, kind, commit, author, date, subject } = version;
    const when = commit === null ? 'not committed yet' : (date?.slice(0, 16).replace('T', ' ') ?? '');
    return {
      label: `$(${CHANGE_ICONS[record.change]}) ${record.change} ${when}`,
      description: joined([
        author && iconless(author),
        commit?.slice(0, 8),
        subject && iconless(shortened(subject, 80)),
      ]),
      detail: iconless(detailsOf(record, kind)),
      version,
    };
  });
  const title = `History of “${shortened(quote, 50)}”`;
  const options = { title, placeHolder: 'Which version?', matchOnDescription: true, matchOnDetail: true };
  const chosen = await vscode.window.showQuickPick(items, options);
  if (!chosen) return;
  const { record, commit } = chosen.version;
  const name = visible(commit?.slice(0, 8) ?? 'not committed');
  const [before, after] = [record.before, record.after].map((state, i) =>
    review.documents.add(`${i === 0 ? 'before' : name}.txt`, recordDocument(state)),
  );
  await vscode.commands.executeCommand('vscode.diff', before, after, `${title} (${name})`, { preview: true });
}
