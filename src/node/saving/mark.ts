import { createHash, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { codeOf } from '../system-error';

/** The state of the process that a mark stands for; `unknown` for processes of other machines. */
export type Fate = 'alive' | 'dead' | 'unknown';

/** The form of a mark: a hash of the machine, the number of the process, and eight random hexadecimal digits. */
export const MARK = /[0-9a-f]{8}-[1-9]\d{0,9}-[0-9a-f]{8}/;

/** Machines are told apart by a hash, so that a shared folder does not reveal their names. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** The marks that this process uses now. Global, as this module may be loaded twice, for example by a test beside the extension. */
const inUse = ((globalThis as Record<symbol, Set<string> | undefined>)[Symbol.for('postgloss.marks')] ??= new Set());

/**
 * Does work under a mark of its own, such as `1f2e3d4c-4711-0a1b2c3d`. While the work lasts, `fateOf` answers `alive` for the mark; after
 * that, or when the process is killed, any process can tell that files with the mark are left over.
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

/** Tells whether the work under a mark may still go on. */
export function fateOf(mark: string): Fate {
  const [machine, pid] = mark.split('-');
  if (machine !== MACHINE || pid === undefined || !MARK.test(mark)) return 'unknown';
  // This process may have the number of one that was killed; in a container that is even the rule.
  if (Number(pid) === process.pid) return inUse.has(mark) ? 'alive' : 'dead';
  try {
    process.kill(Number(pid), 0);
    return 'alive';
  } catch (error) {
    // A process of another user refuses the question, so it exists.
    return codeOf(error) === 'ESRCH' ? 'dead' : 'alive';
  }
}
