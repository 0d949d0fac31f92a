import { dirname } from 'node:path';
import { decodeText, whyNoText } from '../../core/text';
import { saveTarget } from '../inside-root';
import { LIMITS, readIfThere } from '../read-file';
import { clearLeftovers } from './leftovers';
import { withLock } from './lock';
import { systemError, workOn } from '../system-error';
import { uninterrupted } from './uninterrupted';
import { replaceFile } from './write-safely';

/** The text of a file before and after a change; equal where there was nothing to do. */
export interface ChangedText {
  /** Null where there was no file. */
  readonly before: string | null;
  readonly after: string;
}

/** How often a change starts again because a program without our locks has written the file meanwhile. */
const ATTEMPTS = 10;

/**
 * Changes a text file. Only one caller at a time does so, across processes, and `change` gets the text that is on the disk at that moment;
 * it answers with the new text. If the file has changed before that can be written, `change` is called again with the newer text. A byte
 * order mark stays.
 *
 * @param path the file; `saveTarget` says which may be written
 * @param change gets null where there is no file, and answers null to leave the file as it is
 * @returns the text before and after; null when `change` left the file as it is
 * @throws Error with the system's code and the path, or EILSEQ for a file that is not UTF-8 text; the file is then untouched
 */
export function changeText(
  path: string,
  root: string,
  change: (now: string | null) => string | null,
): Promise<ChangedText | null> {
  const work = async () => {
    const target = await saveTarget(root, path);
    await clearLeftovers(dirname(target));
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const changed = await withLock(target, async (lock) => {
        const found = readIfThere(target, LIMITS.gloss, false);
        const before = found && decode(found);
        const after = change(before);
        if (after === null) return null;
        if (after === before) return { before, after };
        const mark = found?.subarray(0, 3).equals(BYTE_ORDER_MARK) === true ? '\ufeff' : '';
        const mayStill = async () =>
          (await lock.isHeld()) && sameBytes(readIfThere(target, LIMITS.gloss, false), found);
        return (await replaceFile(target, Buffer.from(mark + after), mayStill)) ? { before, after } : AGAIN;
      });
      if (changed !== AGAIN) return changed;
    }
    throw systemError('EBUSY', 'Another program keeps changing the file');
  };
  return uninterrupted(() => workOn(path, work));
}

const AGAIN = Symbol('start again');
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function decode(bytes: Buffer): string {
  const text = decodeText(bytes);
  if (text === null) throw systemError('EILSEQ', whyNoText(bytes));
  return text;
}

function sameBytes(a: Buffer | null, b: Buffer | null): boolean {
  return a === b || (a !== null && b !== null && a.equals(b));
}
