import { unlink } from 'node:fs/promises';
import { codeOf } from '../system-error';

/** Tries to clean up three times, as another program may hold a file for a moment. After the third failure it gives up silently. */
export async function thrice(work: () => Promise<unknown>): Promise<void> {
  for (let times = 1; times <= 3; times++) {
    try {
      await work();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** Removes a file that need not be there. */
export async function removeFile(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}
