import * as vscode from 'vscode';
import { decodeText, quoted } from '../../core/text';
import { warn } from '../ui/say';

/** The copy that is put aside while a file is written: the file's address, its old text and its new text. */
export interface Aside {
  readonly uri: string;
  readonly before: string | null;
  readonly after: string;
}

/** Keeps copies of texts in the editor's storage while their files are written. */
export class Recovery {
  readonly #folder: vscode.Uri;

  /** @param storage the editor's storage for the workspace */
  constructor(storage: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(storage, 'being-written');
  }

  /** Puts a copy aside. Null where that fails; the file is then written all the same, because refusing would help nobody. */
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
   * Looks at copies that are left over, as after a crash. If a file holds only a part of its copy, or is missing, the person is asked
   * whether to write it again. Other copies are of no use. All are then removed.
   */
  async offer(): Promise<void> {
    for (const file of await filesIn(this.#folder)) {
      const aside = await readAside(file);
      if (aside && isTorn(await readText(vscode.Uri.parse(aside.uri)), aside)) await ask(aside);
      await remove(file);
    }
  }
}

/** Whether a write of a file broke off: the file is missing, or holds only the beginning of the new text. */
export function isTorn(now: string | null, { before, after }: Aside): boolean {
  if (now === before || now === after) return false;
  return now === null || after.startsWith(now);
}

async function ask({ uri, after }: Aside): Promise<void> {
  const target = vscode.Uri.parse(uri);
  const restore = 'Restore';
  const name = quoted(target.path.slice(target.path.lastIndexOf('/') + 1));
  const message = `${name} was written only in part, as the window was closed too early. “${restore}” writes the full text, which Postgloss has kept.`;
  if ((await warn(message, restore)) !== restore) return;
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
