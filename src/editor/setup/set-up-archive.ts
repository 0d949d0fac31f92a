import * as vscode from 'vscode';
import { findArchives, offersOf, setUpArchive as filesFor, type FoundArchive } from '../../core/decide';
import { isWritten, MANIFEST_FILE, REGISTRY_FILE } from '../../core/entities';
import type { Host } from '../../core/host';
import type { Archives } from '../archive/archives';
import { toPosition } from '../ui/convert';
import { isThere } from '../git/disk';
import { EditorHost } from '../archive/host';
import { saveEdits } from '../archive/save';
import type { Command } from '../commands/command';
import { choose, chooseSeveral } from '../ui/pick';
import { fail, say, warn } from '../ui/say';
import { workInMessage } from '../ui/progress';
import { many } from '../ui/words';
import { quoted } from '../../core/text';

/** Makes a folder an archive: looks for files with posts, asks which of them to take, and writes `postgloss.yaml`. */
export const setUpArchive: Command = {
  id: 'postgloss.setUpArchive',
  run: ({ archives }) => setUp(archives),
};

async function setUp(archives: Archives): Promise<void> {
  const root = await chooseFolder();
  if (!root) return;
  const name = root.path.split('/').at(-1) ?? root.path;
  if (await isThere(root, MANIFEST_FILE)) {
    say(`${quoted(name)} is an archive already. This is its ${MANIFEST_FILE}.`);
    await vscode.window.showTextDocument(vscode.Uri.joinPath(root, MANIFEST_FILE));
    return;
  }
  if (vscode.workspace.fs.isWritableFileSystem(root.scheme) === false) {
    warn(`${quoted(name)} is read-only: Postgloss could not keep annotations in it.`);
    return;
  }
  const found = await look(root, name);
  if (!found) return;
  if (found.length === 0) {
    if (await createAnyway(name)) await write(archives, root, [], [], true);
    return;
  }
  const chosen = await askWhich(found, name);
  if (!chosen || chosen.length === 0) return;
  const written = await askWhetherWritten(chosen);
  if (written === null) return;
  const declined = found.filter((candidate) => !chosen.includes(candidate));
  await write(archives, root, chosen, declined, written);
}

async function chooseFolder(): Promise<vscode.Uri | null> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) {
    const placeHolder = 'Which folder holds the archive?';
    return (await vscode.window.showWorkspaceFolderPick({ placeHolder }))?.uri ?? null;
  }
  if (folders[0]) return folders[0].uri;
  const open = 'Open Folder';
  const answer = await say('No folder is open. Open the one that holds your texts.', open);
  if (answer === open) void vscode.commands.executeCommand('vscode.openFolder');
  return null;
}

/** Looks for files with posts; null when the person stopped it. */
function look(root: vscode.Uri, name: string): Thenable<FoundArchive[] | null> {
  const title = `Looking for dated posts in ${quoted(name)}`;
  return workInMessage(title, async (report, token) => {
    const host = new EditorHost(root);
    let looked = 0;
    // The core knows no cancellation tokens. Once cancelled, it gets no more contents, and is done at once.
    const stoppable: Host = {
      list: (globs) => host.list(globs),
      read: (path) => {
        if (token.isCancellationRequested) return Promise.resolve(null);
        looked++;
        report(many(looked, 'file'));
        return host.read(path);
      },
      watch: (changed) => host.watch(changed),
    };
    const found = await findArchives(stoppable);
    return token.isCancellationRequested ? null : found;
  });
}

async function createAnyway(name: string): Promise<boolean> {
  const create = 'Create Anyway';
  const looked =
    'text files in which dated posts follow each other, and files whose header, name or folders state their date';
  const message = `No dated posts were found in ${quoted(name)}. Postgloss looks for ${looked}. You can also create the archive, and name its files in ${MANIFEST_FILE} yourself.`;
  return (await say(message, create)) === create;
}

async function askWhich(found: readonly FoundArchive[], name: string): Promise<FoundArchive[] | null> {
  const items = offersOf(found).map(({ label, files }) => ({ label, picked: true, files }));
  const picked = await chooseSeveral(items, {
    ignoreFocusOut: true,
    title: `Set Up Archive in ${quoted(name)}`,
    placeHolder: 'These files hold posts. Which ones belong to the archive?',
  });
  return picked?.flatMap(({ files }) => files) ?? null;
}

/** Asks whether texts that would open for writing are still written, where there are such; null where the person turned away. */
async function askWhetherWritten(chosen: readonly FoundArchive[]): Promise<boolean | null> {
  const open = chosen.filter(({ format }) => isWritten({ editable: null }, format));
  if (open.length === 0) return true;
  const items = [
    { label: 'Yes', description: 'they open for writing, as all files do', written: true },
    { label: 'No', description: 'they open locked for reading, so that no slip of a key changes them', written: false },
  ];
  const title = `Do you still write these texts? ${many(open.length, 'file')} with one post each`;
  return (await choose(items, { title, ignoreFocusOut: true }))?.written ?? null;
}

async function write(
  archives: Archives,
  root: vscode.Uri,
  chosen: FoundArchive[],
  declined: FoundArchive[],
  written: boolean,
): Promise<void> {
  const edits = filesFor(chosen, await isThere(root, REGISTRY_FILE), declined, written);
  const result = await saveEdits(root, edits, archives.platform);
  if (!result.ok) {
    fail(result.why);
    return;
  }
  await archives.search();
  const first = chosen[0];
  if (first) await openFirstPost(archives, vscode.Uri.joinPath(root, first.path));
  else await vscode.window.showTextDocument(vscode.Uri.joinPath(root, MANIFEST_FILE));
}

async function openFirstPost(archives: Archives, uri: vscode.Uri): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri);
  const text = (await archives.read(editor.document))?.text;
  const post = text?.posts[0];
  if (!post) return;
  const start = toPosition(text.lines, post.span.start);
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.AtTop);
}
