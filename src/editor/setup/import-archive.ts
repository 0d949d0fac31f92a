import * as vscode from 'vscode';
import { describeReport, type ImportReport } from '../../core/imported';
import { quoted } from '../../core/text';
import type { ArchiveImporter } from '../archive/platform';
import type { Command } from '../commands/command';
import { choose } from '../ui/pick';
import { pathName } from '../ui/inert';
import { workInMessage } from '../ui/progress';
import { confirm, fail, say, warn } from '../ui/say';
import { many } from '../ui/words';

/**
 * Brings archives of other programs in: looks through them first, tells what would be written, and writes once the person agrees. A macro
 * may pass addresses, `"args": { "files": ["file:///…"], "to": "file:///…" }`; the person is asked all the same. Answers with the report.
 */
export const importArchive: Command = {
  id: 'postgloss.importArchive',
  async run({ archives }, argument): Promise<ImportReport | null> {
    const run = archives.platform.importArchive;
    const folder = vscode.workspace.workspaceFolders?.[0];
    if (!run || folder?.uri.scheme !== 'file') {
      return say('Archives can be brought into a folder on a disk only. Open such a folder in VS Code on the desktop.');
    }
    const named = argument.texts('files')?.map((file) => vscode.Uri.parse(file, true));
    const files = named ?? (await chooseSources());
    if (!files || files.length === 0) return null;
    const into = argument.text('to');
    const to = into === null ? await chooseTarget(folder.uri) : vscode.Uri.parse(into, true);
    if (to?.scheme !== 'file') return null;
    try {
      return await tryThenWrite(run, files, to);
    } catch (error) {
      return fail(`The archive was not brought in. ${error instanceof Error ? error.message : String(error)}`);
    }
  },
};

async function tryThenWrite(
  run: ArchiveImporter,
  files: readonly vscode.Uri[],
  to: vscode.Uri,
): Promise<ImportReport | null> {
  const found = await withProgress(run, files, to, true);
  if (found.cancelled) return null;
  const detail = describeReport(found, false).join('\n');
  if (found.written === 0) {
    const words = `Nothing is to be written: ${many(found.unchanged, 'post')} unchanged.`;
    if (found.problems.length > 0 || found.edited.length > 0) warn(`${words} ${lastLines(found)}`);
    else say(words);
    return found;
  }
  const write = `Write ${many(found.written, 'File')}`;
  const folder = pathName(to.path.slice(to.path.lastIndexOf('/') + 1));
  if ((await confirm(`Write ${many(found.written, 'file')} into ${quoted(folder)}?`, detail, write)) !== write)
    return null;
  const done = await withProgress(run, files, to, false);
  const words = `Brought in: ${many(done.written, 'file')}, ${done.unchanged} unchanged.`;
  if (done.problems.length > 0 || done.edited.length > 0) warn(`${words} ${lastLines(done)}`);
  else say(words);
  return done;
}

/** What a person should look after, in one line. */
function lastLines({ problems, edited }: ImportReport): string {
  const kept =
    edited.length === 0
      ? []
      : [`${many(edited.length, 'file')} edited here and changed in the source, so not touched.`];
  return [...kept, ...problems.slice(0, 3)].join(' ');
}

function withProgress(
  run: ArchiveImporter,
  files: readonly vscode.Uri[],
  to: vscode.Uri,
  dryRun: boolean,
): Thenable<ImportReport> {
  const title = dryRun ? 'Looking through the archive' : 'Bringing the archive in';
  return workInMessage(title, async (report, token) => {
    const ended = new AbortController();
    token.onCancellationRequested(() => ended.abort());
    const progress = (read: number, file: string) =>
      report(`${many(read, 'post')}, ${pathName(file.slice(file.lastIndexOf('/') + 1))}`);
    return run(files, to, dryRun, progress, ended.signal);
  });
}

/** Systems have one window for files and another one for folders. */
async function chooseSources(): Promise<readonly vscode.Uri[] | undefined> {
  const items = [
    {
      label: 'Files…',
      description: 'exports of WordPress, Ghost, Mastodon and X, mailboxes, feeds, tables, pages, zip files',
      folders: false,
    },
    { label: 'A folder…', description: 'saved pages, a Maildir, an unpacked export', folders: true },
  ];
  const chosen = await choose(items, { title: 'What do you want to bring in?' });
  if (!chosen) return undefined;
  return vscode.window.showOpenDialog({
    title: 'Import Archive',
    openLabel: 'Import',
    canSelectFiles: !chosen.folders,
    canSelectFolders: chosen.folders,
    canSelectMany: true,
  });
}

async function chooseTarget(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: 'The Folder That Gets the Posts',
    openLabel: 'Import Here',
    defaultUri: folder,
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return chosen?.[0];
}
