import { stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { AttributesFile } from '../../core/merge';
import { LIMITS, readRegular } from '../read-file';

/**
 * The `.gitattributes` of folders in an archive, of its root, and of the folders above it up to the top of the repository. None where the
 * archive is in no repository, as git then merges nothing there.
 *
 * @param root the archive's root, absolute
 * @param folders relative to the root
 */
export async function attributesFiles(root: string, folders: readonly string[]): Promise<AttributesFile[]> {
  const above = await foldersAbove(root);
  const found: AttributesFile[] = [];
  for (const folder of above === null ? [] : [...above, ...folders.map((name) => join(root, name))]) {
    const path = join(folder, '.gitattributes');
    const text = readAttributes(path);
    if (text !== null)
      found.push({ path: relative(root, path).split(sep).join('/'), text: text.replace(/^\ufeff/, '') });
  }
  return found;
}

/** Null where git reads none: where there is no such file, or it is a link. */
function readAttributes(path: string): string | null {
  try {
    return readRegular(path, LIMITS.settings, false).toString();
  } catch {
    return null;
  }
}

/** The folders from the repository's top down to one of its folders; null outside of a repository. */
async function foldersAbove(root: string): Promise<string[] | null> {
  const folders: string[] = [];
  for (let folder = root; ; folder = dirname(folder)) {
    folders.unshift(folder);
    // In a linked worktree, `.git` is a file.
    if (await stat(join(folder, '.git')).catch(() => null)) return folders;
    if (folder === dirname(folder)) return null;
  }
}
