import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { wayInside } from '../inside-root';
import { noteFile } from '../system-error';
import { walk } from '../walk';

/** A file that is brought in. */
export interface FoundInput {
  /** As a person named it; for a file of a folder, below the folder that was named. */
  readonly shown: string;
  readonly path: string;
  /** Whether it was found in a folder, and not named itself. */
  readonly isInFolder: boolean;
}

/**
 * The files that paths name: files themselves, and all files of folders, sorted. Left out in folders: hidden files, the parts of saved
 * pages (`page_files`), mail that is being delivered (`tmp` of a Maildir), and the folder that is written to.
 *
 * @throws Error with the system's code and the path where one is not there
 */
export async function findInputs(given: readonly string[], cwd: string, to: string): Promise<FoundInput[]> {
  const found = new Map<string, FoundInput>();
  for (const shown of given) {
    const path = resolve(cwd, shown);
    const add = (input: FoundInput) => !found.has(input.path) && found.set(input.path, input);
    if (!(await isFolder(path))) {
      add({ shown, path, isInFolder: false });
      continue;
    }
    const prefix = shown.replace(/[/\\]*$/, '/');
    for (const way of await walk(path, path)) {
      const file = join(path, way);
      const isPart = /(?:^|\/)(?:\.[^/]*|[^/]*_files(?=\/)|tmp(?=\/))/.test(way);
      if (!isPart && wayInside(to, file) === null) add({ shown: prefix + way, path: file, isInFolder: true });
    }
  }
  return [...found.values()];
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw noteFile(error, path);
  }
}
