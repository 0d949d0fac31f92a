import * as vscode from 'vscode';
import { decodeText, quoted } from '../../core/text';

/** What is put aside while a file is written: where it goes, what was there, and what shall be there. */
export interface Aside {
  readonly uri: string;
  readonly before: string | null;
  readonly after: string;
}

/** A place of the editor's own where what is being written is kept until it is written. */
export class Recovery {
  readonly #folder: vscode.Uri;

  /** @param storage where the editor keeps what belongs to this window's folder */
  constructor(storage: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(storage, 'being-written');
  }

  /** Puts a text aside. Null where that is not possible; it is then written all the same, as nobody would be helped otherwise. */
  async putAside(aside: Aside): Promise<{ drop(): Promise<void> } | null> {
    const file = vscode.Uri.joinPath(this.#folder, `${Date.now()}-${Math.random().toString(36).slice(2)}.json`);
    try {
      await vscode.workspace.fs.createDirectory(this.#folder);
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(aside)));
    } catch {
      return null;
    }
    return { drop: () => remove(file) };
  }

  /**
   * Looks at what was put aside and not taken away, as after a crash. Where the file holds only a part of it, or nothing, the person is
   * asked whether to write it again; where it holds something else, there is nothing to save.
   */
  async offer(): Promise<void> {
    for (const file of await filesIn(this.#folder)) {
      const aside = await readAside(file);
      if (aside && isTorn(await readText(vscode.Uri.parse(aside.uri)), aside)) await ask(aside);
      await remove(file);
    }
  }
}

/** Whether a file is what a write leaves that broke off: nothing, or the beginning of what was to be written. */
export function isTorn(now: string | null, { before, after }: Aside): boolean {
  if (now === before || now === after) return false;
  return now === null || after.startsWith(now);
}

async function ask({ uri, after }: Aside): Promise<void> {
  const target = vscode.Uri.parse(uri);
  const restore = 'Restore';
  const name = quoted(target.path.slice(target.path.lastIndexOf('/') + 1));
  const message = `${name} was not written to its end, as the window was closed too early. The whole of it was put aside.`;
  if ((await vscode.window.showWarningMessage(message, restore)) !== restore) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(after));
}

async function filesIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.map(([name]) => vscode.Uri.joinPath(folder, name)).filter(({ path }) => path.endsWith('.json'));
  } catch {
    return [];
  }
}

async function readAside(file: vscode.Uri): Promise<Aside | null> {
  try {
    const aside = JSON.parse((await readText(file)) ?? '') as Partial<Aside> | null;
    const { uri, before = null, after } = aside ?? {};
    return typeof uri === 'string' && typeof after === 'string' ? { uri, before, after } : null;
  } catch {
    return null;
  }
}

async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    return decodeText(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

async function remove(file: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(file).then(undefined, () => undefined);
}
