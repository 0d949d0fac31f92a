import { unlinkSync } from 'node:fs';

/** The files to remove when this process exits. */
const transient = new Set<string>();

/**
 * Removes a file when the process exits before the returned function is called. A kill skips this: `clearLeftovers` removes the file then.
 */
export function removeAtExit(path: string): () => void {
  if (transient.size === 0) process.on('exit', removeAll);
  transient.add(path);
  return () => {
    transient.delete(path);
    if (transient.size === 0) process.off('exit', removeAll);
  };
}

function removeAll(): void {
  for (const path of transient) {
    try {
      unlinkSync(path);
    } catch {
      // The file was not there yet, or is gone already. The next save clears anything that is left.
    }
  }
}
