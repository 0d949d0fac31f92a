import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Content } from './case';

/** Makes a folder with files for as long as `use` runs. */
export async function withFolder<T>(
  files: Readonly<Record<string, Content>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'postgloss-cli-')));
  try {
    for (const [path, content] of Object.entries(files)) {
      const absolute = join(folder, path);
      await mkdir(dirname(absolute), { recursive: true });
      if (typeof content === 'object' && 'link' in content) await symlink(content.link, absolute);
      else await writeFile(absolute, content);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
