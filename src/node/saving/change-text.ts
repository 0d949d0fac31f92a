import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { decodeText } from '../../core/text';
import { saveTarget } from '../inside-root';
import { clearLeftovers } from './leftovers';
import { withLock } from './lock';
import { codeOf, systemError } from '../system-error';
import { uninterrupted } from './uninterrupted';
import { replaceFile } from './write-safely';

/** What a change of a text file found, and what it wrote; the same where there was nothing to do. */
export interface ChangedText {
  /** Null where there was no file. */
  readonly before: string | null;
  readonly after: string;
}

/** How often it is begun anew when programs that know nothing of our locks write the same file. */
const ATTEMPTS = 10;

/**
 * Changes a text file, alone among all who use this function, and in view of what others have just written: `change` gets the text as it
 * is on the disk, and answers with what it should be. When the file became another one meanwhile, it is asked again. A byte order mark
 * stays.
 *
 * @param path the file; a link is followed as long as it stays inside `root`
 * @param change gets null where there is no file, and answers null to leave all as it is
 * @returns what was found and written; null when all was left as it is
 * @throws Error with the system's code, or EILSEQ for a file that is not UTF-8 text; the file is then untouched
 */
export function changeText(
  path: string,
  root: string,
  change: (now: string | null) => string | null,
): Promise<ChangedText | null> {
  return uninterrupted(async () => {
    const target = await saveTarget(root, path);
    await clearLeftovers(dirname(target));
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const changed = await withLock(target, async (lock) => {
        const found = await readIfThere(target);
        const before = found && decode(found);
        const after = change(before);
        if (after === null) return null;
        if (after === before) return { before, after };
        const mark = found?.subarray(0, 3).equals(BYTE_ORDER_MARK) === true ? '\ufeff' : '';
        const mayStill = async () => (await lock.isHeld()) && sameBytes(await readIfThere(target), found);
        return (await replaceFile(target, Buffer.from(mark + after), mayStill)) ? { before, after } : AGAIN;
      });
      if (changed !== AGAIN) return changed;
    }
    throw systemError('EBUSY', 'Another program changes it all the time');
  });
}

const AGAIN = Symbol('to be begun anew');
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function decode(bytes: Buffer): string {
  const text = decodeText(bytes);
  if (text === null) throw systemError('EILSEQ', 'It is not UTF-8 text');
  return text;
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function sameBytes(a: Buffer | null, b: Buffer | null): boolean {
  return a === b || (a !== null && b !== null && a.equals(b));
}
