import { link, open, readFile, rename, stat, unlink, utimes } from 'node:fs/promises';
import { removeAtExit } from './at-exit';
import { lockBeside, temporaryBeside } from './beside';
import { fateOf, MARK, withMark } from './mark';
import { codeOf, isPassing, systemError } from '../system-error';
import { removeFile, thrice } from './thrice';
import { pause } from './uninterrupted';

// One writer at a time, across processes and machines, by a file that only one of them can create. In it stands the mark of the one
// who did. A writer who was killed leaves it, and the next one breaks it.

/** How often a holder touches its lock. */
const BEAT_MS = 2_000;

/** A lock of another machine that nobody touches for so long is broken. Counted by the one who waits, as clocks of machines differ. */
const SILENCE_MS = 10_000;

/** One of a process that lives here is broken after so long: it may be held up, but then finds out by `isHeld`. */
const LONG_SILENCE_MS = 20_000;

/** A lock without a mark, by somebody killed between creating and writing it, is broken after this time. */
const UNMARKED_MS = 2_000;

/** The number of a process that was killed may go to another, so being alive is no proof for a lock that was not touched for so long. */
const FORGOTTEN_MS = 300_000;

/** How long others are waited for. */
const PATIENCE_MS = 30_000;

/** A lock that is held. */
export interface Lock {
  /** Whether it still is: who sleeps too long, as a laptop does, may find it broken. */
  isHeld(): Promise<boolean>;
}

/**
 * Does work while no other writer of the same file does any.
 *
 * @param target the file's real path
 * @throws Error with the code ELOCKED when others hold the lock for too long, or with the system's where none can be made
 */
export function withLock<T>(target: string, work: (lock: Lock) => Promise<T>): Promise<T> {
  return withMark(async (mark) => {
    const path = lockBeside(target);
    await acquire(path, mark);
    const removed = removeAtExit(path);
    const beat = setInterval(() => void touch(path), BEAT_MS).unref();
    try {
      return await work({ isHeld: async () => (await look(path))?.mark === mark });
    } finally {
      clearInterval(beat);
      await thrice(() => release(path, mark));
      removed();
    }
  });
}

/** Breaks a lock if the process that made it is gone. */
export async function breakIfDead(path: string): Promise<void> {
  const found = await look(path);
  if (found?.mark !== undefined && found.mark !== null && fateOf(found.mark) === 'dead') await breakLock(path, found);
}

/** A lock as it was found. */
interface Found {
  /** Null where there is none in it, or not yet. */
  readonly mark: string | null;
  readonly touched: number;
}

async function acquire(path: string, mark: string): Promise<void> {
  const started = performance.now();
  let [seen, since] = ['', started];
  while (!(await create(path, mark, performance.now() - started))) {
    const found = await look(path);
    // Somebody who broke another lock had taken ours by mistake, before we saw it, and has put it back.
    if (found?.mark === mark) return;
    const now = performance.now();
    const state = `${found?.mark ?? ''} ${found?.touched ?? ''}`;
    if (state !== seen) [seen, since] = [state, now];
    if (found && isStale(found, now - since)) {
      await breakLock(path, found);
      continue;
    }
    if (now - started > PATIENCE_MS) throw systemError('ELOCKED', 'Another program is saving it all the time');
    // At random, so that those who wait do not come all at once again and again.
    await pause(2 + 18 * Math.random());
  }
}

/**
 * Creates the lock. Answers false where there is one.
 *
 * @param waited for how long it has been tried, in milliseconds
 */
async function create(path: string, mark: string, waited: number): Promise<boolean> {
  const file = await open(path, 'wx').catch((error: unknown) => {
    // Windows refuses so where the lock is just being removed.
    const passing = process.platform === 'win32' && isPassing(error) && waited < UNMARKED_MS;
    if (codeOf(error) === 'EEXIST' || passing) return null;
    throw error;
  });
  if (!file) return false;
  try {
    await file.writeFile(mark);
    if ((await file.stat()).size !== mark.length) throw systemError('ENOSPC', 'The disk took only a part of the lock');
    await file.close();
    // Somebody who took it for one that was left behind may have broken it before the mark was in it.
    return (await look(path))?.mark === mark;
  } catch (error) {
    await file.close().catch(() => undefined);
    await thrice(() => removeFile(path));
    throw error;
  }
}

/**
 * Removes our lock. Where there is none, somebody who broke another one may have taken it by mistake and be about to put it back: it is
 * waited for shortly. What still is not removed is broken by whoever comes next, since its mark is no longer in use and nobody touches it.
 */
async function release(path: string, mark: string): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    const found = await look(path);
    if (found?.mark === mark) return unlink(path);
    if (found) return;
    await pause(5 * tries);
  }
}

/** What a lock says; null where there is none. */
async function look(path: string): Promise<Found | null> {
  try {
    const [text, { mtimeMs }] = [await readFile(path, 'latin1'), await stat(path)];
    return { mark: WHOLE_MARK.test(text) ? text : null, touched: mtimeMs };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

const WHOLE_MARK = new RegExp(`^${MARK.source}$`);

/** @param silence for how long it has been seen unchanged, in milliseconds */
function isStale({ mark, touched }: Found, silence: number): boolean {
  if (mark === null) return silence > UNMARKED_MS;
  switch (fateOf(mark)) {
    case 'dead':
      return true;
    case 'alive':
      return silence > LONG_SILENCE_MS || Date.now() - touched > FORGOTTEN_MS;
    case 'unknown':
      return silence > SILENCE_MS;
  }
}

/**
 * Takes a lock away that was left behind. Two may do so at once: the slower one then takes away the new lock of the faster one. So a
 * lock is moved to a name of its own, where it can be looked at, and one that is not the one that was found is put back. Should a third
 * have come in between, the faster one finds out by `isHeld`, before it writes.
 */
function breakLock(path: string, found: Found): Promise<void> {
  return withMark(async (mark) => {
    if ((await look(path))?.mark !== found.mark) return;
    const moved = temporaryBeside(path, mark);
    try {
      await rename(path, moved);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return;
      throw error;
    }
    const taken = await look(moved);
    // A link takes the name only if nobody has it by now.
    if (taken?.mark !== found.mark) await link(moved, path).catch(() => undefined);
    await thrice(() => removeFile(moved));
  });
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined);
}
