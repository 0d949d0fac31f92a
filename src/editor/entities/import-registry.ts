import * as vscode from 'vscode';
import { REGISTRY_FILE } from '../../core/entities';
import {
  decideImport,
  describeImport,
  previewImport,
  readEntries,
  summarizeImport,
  type ImportPreview,
} from '../../core/registry-import';
import type { RowProblem } from '../../core/tables';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { newStep } from '../archive/history';
import { understandColumns } from './registry-import/ask-columns';
import { ImportPreviewer } from './registry-import/preview';
import { chooseFile, readTableFile } from './registry-import/read-file';
import { fail, say, whisper } from '../ui/say';
import { many } from '../ui/words';
import type { Command } from '../commands/command';
import { choose } from '../ui/pick';
import { pathName } from '../ui/inert';

/**
 * Imports entities from a CSV, TSV or JSON Lines file: reads the file, shows the registry as it would become, and writes it once the
 * person agrees. A macro may pass the address of the file, `"args": { "file": "file:///…" }`; the person is asked all the same.
 */
export const importRegistry: Command = {
  id: 'postgloss.importRegistry',
  async run({ archives }, argument) {
    const archive = await chooseArchive(archives);
    if (!archive) return;
    const named = argument.text('file');
    const uri = named === null ? await chooseFile(archive.root) : vscode.Uri.parse(named, true);
    const file = uri && (await readTableFile(uri));
    const understood = file && (await understandColumns(file));
    if (!understood) return;
    const { table, meanings, defaultType } = understood;
    const { entries, problems } = readEntries(table, meanings);
    await archive.core.refresh([REGISTRY_FILE]);
    const made = previewImport(archive.core.registryText, entries, defaultType);
    if (!made.ok) {
      fail(made.why);
      return;
    }
    const { preview } = made;
    const unused = table.columns.filter((_, i) => meanings[i] === null);
    const report = describeImport(file.name, preview.plan, problems, unused);
    if (!(await agrees(archive, preview, report, problems))) return;
    const step = newStep(`Import of ${pathName(file.name)}`);
    const done = await archive.decide(step, [REGISTRY_FILE], () => decideImport(archive.core, preview));
    if (done) whisper(`Imported: ${summarizeImport(preview.plan)}.`);
  },
};

/** How many remarks of each kind are listed with the question; the preview has them all. */
const MOST_REMARKS = 50;

/** Shows the preview and asks. Any answer but yes, also closing the question, means no. */
async function agrees(
  archive: Archive,
  preview: ImportPreview,
  report: string,
  problems: readonly RowProblem[],
): Promise<boolean> {
  const { plan, before, after } = preview;
  const nothing = plan.added.length === 0 && plan.gains.length === 0;
  const items: Answer[] = [
    ...(nothing ? [] : [answer('yes', `Import ${doing(preview)}`, 'One step, which can be undone', 'check')]),
    ...(nothing ? [] : [answer('look', 'Show the change in the registry', 'Then this question again', 'diff')]),
    answer('no', nothing ? 'Close' : 'Do not import'),
    // The question covers the top of the preview, where the remarks stand; here a person can read them, also by keyboard.
    ...remarks('Left as it is in the registry, or left out', plan.conflicts),
    ...remarks('Could not be read', problems),
  ];
  const title = `Import: ${summarizeImport(plan)}`;
  const placeHolder = nothing ? 'There is nothing new in the file.' : 'The editor shows what would be done.';
  const previewer = new ImportPreviewer();
  try {
    await previewer.showReport(report);
    for (;;) {
      const is = (await choose(items, { title, placeHolder, ignoreFocusOut: true }))?.is ?? 'no';
      if (is === 'look') await previewer.showDifference(archive, before, after);
      if (is === 'yes' || is === 'no') return is === 'yes';
    }
  } finally {
    await previewer.dispose();
  }
}

interface Answer extends vscode.QuickPickItem {
  readonly is: 'yes' | 'look' | 'no' | 'remark';
}

function answer(is: Answer['is'], label: string, description = '', icon?: string): Answer {
  return { is, label, description, ...(icon === undefined ? {} : { iconPath: new vscode.ThemeIcon(icon) }) };
}

function remarks(title: string, problems: readonly RowProblem[]): Answer[] {
  if (problems.length === 0) return [];
  const left = problems.length - MOST_REMARKS;
  return [
    { is: 'remark', label: `${title} (${problems.length})`, kind: vscode.QuickPickItemKind.Separator },
    ...problems.slice(0, MOST_REMARKS).map(({ line, message }) => answer('remark', message, `line ${line}`)),
    ...(left > 0 ? [answer('remark', `… ${left} more`, 'The preview has them all')] : []),
  ];
}

/** `214 entities`, `214 entities and additions to 3 others`. */
function doing({ plan: { added, gains } }: ImportPreview): string {
  const entities = many(added.length, 'entity', 'entities');
  if (gains.length === 0) return entities;
  if (added.length === 0) return `additions to ${many(gains.length, 'entity', 'entities')}`;
  return `${entities} and additions to ${many(gains.length, 'other')}`;
}

async function chooseArchive({ all }: Archives): Promise<Archive | undefined> {
  if (all.length === 0) {
    const message = 'There is no archive here yet. Set one up with “Postgloss: Set Up Archive in This Folder”.';
    say(message);
  }
  if (all.length < 2) return all[0];
  const items = all.map((archive) => ({ label: archive.name, description: archive.root.fsPath, archive }));
  return (await choose(items, { title: 'Into which archive?' }))?.archive;
}
