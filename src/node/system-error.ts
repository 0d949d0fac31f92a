import { quoted } from '../core/text';

/** The name that the system gives an error, as in `ENOSPC`; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/**
 * An error with a code, as the system's own errors have.
 *
 * @param message a sentence without its full stop, which says all that a person needs to know
 */
export function systemError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code, [OWN]: true });
}

const OWN = Symbol('the message says it all');

/** Does work on a file, and notes the file in an error of that work: the system's own errors name another file, or none. */
export async function workOn<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw noteFile(error, path);
  }
}

/** Notes in an error which file it is about, unless it has such a note. */
export function noteFile(error: unknown, path: string): unknown {
  return codeOf(error) === '' || (error as Noted).file !== undefined
    ? error
    : Object.assign(error as Error, { file: path });
}

interface Noted {
  readonly file?: string;
  readonly path?: string;
}

/**
 * Why a file or the file system has caused an error, as a sentence without its full stop: `The disk is full`. Null for any other error,
 * which is a mistake in the program.
 */
export function whyFileError(error: unknown): string | null {
  if (error instanceof RangeError && TOO_LONG.test(error.message)) return TOO_LARGE;
  const code = codeOf(error);
  if (['ERR_STRING_TOO_LONG', 'ERR_FS_FILE_TOO_LARGE', 'ERR_MEMORY_ALLOCATION_FAILED'].includes(code)) return TOO_LARGE;
  if ((error as { [OWN]?: boolean } | null)?.[OWN] === true) return (error as Error).message;
  return /^E[A-Z0-9]+$/.test(code) ? (WHY[code] ?? `The system refuses it with the error ${code}`) : null;
}

/** The same as a whole sentence, with the file where it is known: `“a.txt”: The disk is full.` */
export function explainFileError(error: unknown, shown: (path: string) => string): string | null {
  const why = whyFileError(error);
  const { file, path } = error as Noted;
  const about = file ?? path;
  return why === null ? null : about === undefined ? `${why}.` : `${quoted(shown(about))}: ${why}.`;
}

const TOO_LONG = /^Invalid (?:string|array|typed array) length|^Array buffer allocation failed/;
const TOO_LARGE = 'A file is too large to be held in memory, or what would be printed about it is';

/** What the errors of system calls mean, as sentences without their full stops. */
const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder',
  EACCES: 'You may not read or write it',
  EPERM: 'The system does not permit that',
  EROFS: 'The disk is read-only',
  ENOSPC: 'The disk is full',
  EDQUOT: 'Your share of the disk is used up',
  EFBIG: 'The disk takes no file as large',
  EIO: 'The disk has an error',
  EISDIR: 'It is a folder and not a file',
  ENOTDIR: 'A part of its path is a file and not a folder',
  ENOTEMPTY: 'It is a folder with files in it',
  EEXIST: 'There is a file of that name already',
  ELOOP: 'Its path goes through a link, or through links in a circle',
  ENAMETOOLONG: 'Its name is too long for this disk',
  EMFILE: 'This program has too many files open',
  ENFILE: 'The computer has too many files open',
  ENOMEM: 'There is not enough memory',
  ETXTBSY: 'It is a program that is running',
  EBUSY: 'Another program keeps it busy',
  EXDEV: 'It lies on another disk',
  EMLINK: 'It has too many links',
  EINVAL: 'The disk does not take such a name or such a file',
  ENXIO: 'It is a pipe or a device and not a file',
  ENODEV: 'Its device is not there',
  ESTALE: 'The server that holds it has lost it; open the folder again',
  ETIMEDOUT: 'The server that holds it does not answer',
};

/** Whether an error is one that may pass: another program, such as a virus scanner or a cloud folder, holds the file for a moment. */
export function isPassing(error: unknown): boolean {
  return ['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error));
}
