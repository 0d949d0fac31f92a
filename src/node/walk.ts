import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { realPathInside } from './inside-root';

/** Folders that never hold texts of an archive, and may hold very many files. */
const SKIPPED = new Set(['.git', 'node_modules']);

/**
 * The files under a folder, as paths relative to it with `/`, sorted. Links to folders are not followed, so that no walk goes in
 * circles; a link to a file counts when the file lies within `root`. Folders that cannot be read are left out.
 *
 * @param root the folder that no link may leave; `folder` lies in it
 * @param depth how many levels to look into; 1 is the folder itself
 */
export async function walk(root: string, folder: string, depth = Infinity): Promise<string[]> {
  const found: string[] = [];
  const waiting = [{ path: '', level: 1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const entry of await entriesOf(join(folder, next.path))) {
      const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (next.level < depth && !SKIPPED.has(entry.name)) waiting.push({ path, level: next.level + 1 });
      } else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(root, join(folder, path))))) {
        found.push(path);
      }
    }
  }
  return found.sort();
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

async function leadsToFile(root: string, link: string): Promise<boolean> {
  const real = await realPathInside(root, link);
  return real !== null && (await stat(real)).isFile();
}
