import { createHash, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { codeOf } from '../system-error';

/** What is known of the process that a mark stands for. Of another machine's processes nothing is known. */
export type Fate = 'alive' | 'dead' | 'unknown';

/** The form of a mark: the machine, the process, and eight digits at random. */
export const MARK = /[0-9a-f]{8}-[1-9]\d{0,9}-[0-9a-f]{8}/;

/** Machines are told apart by a hash: a folder that people share need not say what their machines are called. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** The marks of this process. One set even where this module is loaded twice, as by a test beside the extension. */
const inUse = ((globalThis as Record<symbol, Set<string> | undefined>)[Symbol.for('postgloss.marks')] ??= new Set());

/**
 * Gives work a mark while it is done, so that what it leaves on the disk can be told from what it still needs, by this process and by
 * others: `1f2e3d4c-4711-0a1b2c3d`.
 */
export async function withMark<T>(work: (mark: string) => Promise<T>): Promise<T> {
  const mark = [MACHINE, process.pid, randomUUID().slice(0, 8)].join('-');
  inUse.add(mark);
  try {
    return await work(mark);
  } finally {
    inUse.delete(mark);
  }
}

/** Whether the work of a mark may still go on. */
export function fateOf(mark: string): Fate {
  const [machine, pid] = mark.split('-');
  if (machine !== MACHINE || pid === undefined || !MARK.test(mark)) return 'unknown';
  // A process may get the number of one that was killed, in a container even as a rule.
  if (Number(pid) === process.pid) return inUse.has(mark) ? 'alive' : 'dead';
  try {
    process.kill(Number(pid), 0);
    return 'alive';
  } catch (error) {
    // A process of somebody else may not be asked, but is there.
    return codeOf(error) === 'ESRCH' ? 'dead' : 'alive';
  }
}
