import * as vscode from 'vscode';
import { decodeText } from '../../core/text';
import type { TextChanger } from '../archive/platform';
import type { Recovery } from './recovery';

/** How often a change is tried when others write the same file meanwhile. */
const ATTEMPTS = 5;

/**
 * Changes text files through the editor's file system, for folders that are not on a disk. That file system has neither atomic writes
 * nor locks. So a copy of the new text is put aside first, the file is compared right before it is written, and read back after.
 *
 * @param recovery keeps the copies; null where the editor has no storage for them
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
      if (sameBytes(await readIfThere(uri), found) && (await write(uri, bytes, found))) {
        await aside?.drop();
        return { before, after };
      }
      await aside?.drop();
    }
    throw failure('EBUSY', 'Another program changes it all the time');
  };
}

/**
 * Writes a file, and puts the old bytes back after a failure. If that fails too, the copy stays aside and is offered at the next start.
 * Answers false where another program wrote the file right after: its bytes stay, and it may not have seen ours.
 */
async function write(uri: vscode.Uri, bytes: Uint8Array, old: Uint8Array | null): Promise<boolean> {
  try {
    await vscode.workspace.fs.writeFile(uri, bytes);
    const now = await readIfThere(uri);
    if (isPart(now, bytes)) throw failure('ENOSPC', 'The disk took only a part of the file');
    return sameBytes(now, bytes);
  } catch (error) {
    const now = await readIfThere(uri).catch(() => null);
    if (old && isPart(now, bytes) && !sameBytes(now, old)) {
      await vscode.workspace.fs.writeFile(uri, old).then(undefined, () => undefined);
    }
    throw error;
  }
}

/** Whether a file is missing, or holds only the beginning of what was to be written. */
function isPart(now: Uint8Array | null, bytes: Uint8Array): boolean {
  return now === null || (now.length < bytes.length && now.every((byte, i) => byte === bytes[i]));
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
