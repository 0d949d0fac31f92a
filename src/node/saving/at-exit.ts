import { unlinkSync } from 'node:fs';

/** The files that must not outlive this process. */
const transient = new Set<string>();

/** Has a file removed if the process ends by itself before the returned function is called. Of a kill it cannot know. */
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
      // It was not there yet, or is gone already; what is left is cleared at the next save.
    }
  }
}
