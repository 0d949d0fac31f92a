import * as vscode from 'vscode';
import { decodeText } from '../../core/text';
import type { TextChanger } from '../archive/platform';
import type { Recovery } from './recovery';

/** How often it is begun anew when others write the same file. */
const ATTEMPTS = 5;

/**
 * Changes text files through the editor's file system, for folders that are on no disk. It writes in one go and not safely, and knows no
 * locks. So what is written is put aside before, is read back after, and the file is looked at right before.
 *
 * @param recovery where it is put aside; null where the editor gives no place for that
 */
export function throughEditor(recovery: Recovery | null): TextChanger {
  return async (uri, _root, change) => {
    if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) throw failure('EROFS', 'It is read-only');
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const found = await readIfThere(uri);
      const before = found && decode(found);
      const after = change(before);
      if (after === null) return null;
      if (after === before) return { before, after };
      const bytes = new TextEncoder().encode((found && hasMark(found) ? '\ufeff' : '') + after);
      const aside = await recovery?.putAside({ uri: uri.toString(), before, after });
      if (sameBytes(await readIfThere(uri), found)) {
        await write(uri, bytes, found);
        await aside?.drop();
        return { before, after };
      }
      await aside?.drop();
    }
    throw failure('EBUSY', 'Another program changes it all the time');
  };
}

/** After a failure the old bytes are put back. Where that fails too, what was put aside stays, to be offered at the next start. */
async function write(uri: vscode.Uri, bytes: Uint8Array, old: Uint8Array | null): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(uri, bytes);
    if (!sameBytes(await readIfThere(uri), bytes)) throw failure('ENOSPC', 'The disk took only a part of the file');
  } catch (error) {
    const now = await readIfThere(uri).catch(() => null);
    if (old && !sameBytes(now, old)) await vscode.workspace.fs.writeFile(uri, old).then(undefined, () => undefined);
    throw error;
  }
}

async function readIfThere(uri: vscode.Uri): Promise<Uint8Array | null> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

function decode(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text === null) throw failure('EILSEQ', 'It is not UTF-8 text');
  return text;
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (!a || !b) return a === b;
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function failure(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
