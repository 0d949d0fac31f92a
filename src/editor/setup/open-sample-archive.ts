import * as vscode from 'vscode';
import type { Command } from '../commands/command';
import { SAMPLE_FILES } from './sample-files';
import { choose } from '../ui/pick';
import { fail } from '../ui/say';

/** Opens a copy of the sample archive, for people to try things in. A changed copy stays, and a fresh one is made beside it. */
export const openSampleArchive: Command = {
  id: 'postgloss.openSampleArchive',
  run: ({ extension }) => open(extension),
};

async function open(extension: vscode.ExtensionContext): Promise<void> {
  const source = vscode.Uri.joinPath(extension.extensionUri, 'media', 'sample');
  try {
    const place = await choosePlace(extension);
    if (!place) return;
    const forceNewWindow = await askForNewWindow();
    if (forceNewWindow === null) return;
    const folder = await freshCopy(source, place);
    await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    fail(`The sample archive could not be copied: ${why}`);
  }
}

/** The extension's storage folder. In a browser that cannot be opened as a folder, so the person names one. */
async function choosePlace({ globalStorageUri }: vscode.ExtensionContext): Promise<vscode.Uri | null> {
  if (globalStorageUri.scheme === 'file') return globalStorageUri;
  const chosen = await vscode.window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    title: 'Where to Put the Sample Archive',
    openLabel: 'Put It Here',
  });
  return chosen?.[0] ?? null;
}

/** Asks whether to open a new window; null when the person turned away. */
async function askForNewWindow(): Promise<boolean | null> {
  if (!vscode.workspace.workspaceFolders?.length) return false;
  const items = [
    { iconPath: new vscode.ThemeIcon('empty-window'), label: 'Open in New Window', another: true },
    {
      iconPath: new vscode.ThemeIcon('window'),
      label: 'Open in This Window',
      description: 'closes the folder that is open',
      another: false,
    },
  ];
  const options = { title: 'Open Sample Archive', placeHolder: 'Where should the sample archive open?' };
  return (await choose(items, options))?.another ?? null;
}

/** The first of `sample`, `sample-2`, … that holds the sample unchanged, or is free; a free one gets a copy. */
async function freshCopy(source: vscode.Uri, place: vscode.Uri): Promise<vscode.Uri> {
  const files = await Promise.all(
    SAMPLE_FILES.map(async (path) => ({
      path,
      bytes: await vscode.workspace.fs.readFile(vscode.Uri.joinPath(source, path)),
    })),
  );
  for (let n = 1; ; n++) {
    const folder = vscode.Uri.joinPath(place, n === 1 ? 'sample' : `sample-${n}`);
    const state = await stateOf(folder, files);
    if (state === 'changed') continue;
    if (state === 'unchanged') return folder;
    // `writeFile` makes missing folders.
    for (const { path, bytes } of files) await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), bytes);
    return folder;
  }
}

interface SampleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

async function stateOf(folder: vscode.Uri, files: readonly SampleFile[]): Promise<'missing' | 'unchanged' | 'changed'> {
  const there = await listFiles(folder);
  if (there === null) return 'missing';
  if (there.length !== files.length) return 'changed';
  for (const { path, bytes } of files) {
    const now = there.includes(path) ? await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path)) : null;
    if (now?.length !== bytes.length || !now.every((byte, i) => byte === bytes[i])) return 'changed';
  }
  return 'unchanged';
}

/** The paths of all files below a folder; null when it is not there. */
async function listFiles(folder: vscode.Uri, prefix = ''): Promise<string[] | null> {
  let entries;
  try {
    entries = await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return null;
  }
  const paths: string[] = [];
  for (const [name, type] of entries) {
    if (type !== vscode.FileType.Directory) paths.push(prefix + name);
    else paths.push(...((await listFiles(vscode.Uri.joinPath(folder, name), `${prefix}${name}/`)) ?? []));
  }
  return paths;
}
