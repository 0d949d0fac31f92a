import type { Stats } from 'node:fs';
import { link, lstat, lutimes, open, rename, unlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { quoted } from '../../core/text';
import { removeAtExit } from './at-exit';
import { lockBeside, temporaryBeside } from './beside';
import { fateOf, MARK, withMark } from './mark';
import { kindOfOther, readRegular } from '../read-file';
import { codeOf, isPassing, systemError } from '../system-error';
import { removeFile, thrice } from './thrice';
import { pause } from './uninterrupted';

// One writer at a time, across processes and machines: a lock is a small file that only one process can create, and it holds the mark of
// that process. A process that is killed leaves its lock behind, and the next writer breaks it.
//
// The name of the lock may be taken by something else, which came along with the archive. A link is removed, as it holds nothing itself; no
// other thing is read or removed, and the error names it.

/** How often a holder touches its lock. All times here are in milliseconds. */
const BEAT_MS = 2_000;

/** A lock of another machine is broken when it was not touched for this long. The waiting process measures it, as clocks of machines differ. */
const SILENCE_MS = 10_000;

/** A lock of a process that lives on this machine is broken after this silence. If the process was only suspended, `isHeld` tells it. */
const LONG_SILENCE_MS = 20_000;

/** A lock without a mark is broken after this time: its process was killed between creating and writing it. */
const UNMARKED_MS = 2_000;

/**
 * A lock that was not touched for this long is broken even if its process seems alive: the system may have given the number of a killed
 * process to another one.
 */
const FORGOTTEN_MS = 300_000;

/** How long to wait for other writers. */
const PATIENCE_MS = 30_000;

/** A lock that is held. */
export interface Lock {
  /** Whether it is still held. Others may have broken it while this process was suspended, as on a laptop that sleeps. */
  isHeld(): Promise<boolean>;
}

/**
 * Does work while no other process writes the same file.
 *
 * @param target the file's real path
 * @throws Error with the code ELOCKED when others hold the lock for too long, or something else has its name; or with the system's where no
 *   lock can be created
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
  if (typeof found?.mark === 'string' && fateOf(found.mark) === 'dead') await breakLock(path, found);
}

/** A lock as it was found. */
interface Found {
  /** Null where the lock holds no whole mark, or not yet; `link` for a link. */
  readonly mark: string | null | typeof LINK;
  /** The time of the last touch, since 1970. */
  readonly touched: number;
}

/** Stands for what a link in the place of a lock may lead to: it is never followed. */
const LINK = Symbol('link');

/** The most bytes that a lock has; a mark has fewer. */
const MOST = 100;

async function acquire(path: string, mark: string): Promise<void> {
  const started = performance.now();
  let [seen, since] = ['', started];
  while (!(await create(path, mark, performance.now() - started))) {
    const found = await look(path);
    // A process that meant to break another lock had moved ours before we could confirm it, and has restored it.
    if (found?.mark === mark) return;
    const now = performance.now();
    const state = `${String(found?.mark)} ${found?.touched ?? ''}`;
    if (state !== seen) [seen, since] = [state, now];
    if (found && isStale(found, now - since)) {
      await breakLock(path, found);
      continue;
    }
    if (now - started > PATIENCE_MS) {
      const since = `Another program has kept its lock ${quoted(basename(path))} for too long`;
      throw systemError('ELOCKED', `${since}. If none is at work, remove the lock, then try again`);
    }
    // A random pause, so that waiting processes do not keep retrying all at once.
    await pause(2 + 18 * Math.random());
  }
}

/**
 * Creates the lock. Answers false where there is one already.
 *
 * @param waited the time since the first try
 */
async function create(path: string, mark: string, waited: number): Promise<boolean> {
  const file = await open(path, 'wx').catch((error: unknown) => {
    // Windows refuses with these codes while the lock is being removed.
    const passing = process.platform === 'win32' && isPassing(error) && waited < UNMARKED_MS;
    if (codeOf(error) === 'EEXIST' || passing) return null;
    throw error;
  });
  if (!file) return false;
  try {
    await file.writeFile(mark);
    if ((await file.stat()).size !== mark.length) throw systemError('ENOSPC', 'The disk took only a part of the lock');
    await file.close();
    // Another process may have broken the lock before the mark was in it, taking it for one that was left behind.
    return (await look(path))?.mark === mark;
  } catch (error) {
    await file.close().catch(() => undefined);
    await thrice(() => removeFile(path));
    throw error;
  }
}

/**
 * Removes our lock. If our lock is missing, another process may have moved it while breaking a stale one and will restore it: retry
 * briefly. If it is restored even later, the next writer breaks it, as its mark is no longer in use.
 */
async function release(path: string, mark: string): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    const found = await look(path);
    if (found?.mark === mark) return unlink(path);
    if (found) return;
    await pause(5 * tries);
  }
}

/**
 * Looks at a lock; null where there is none.
 *
 * @throws Error with the code ELOCKED for what is neither a small file nor a link
 */
async function look(path: string): Promise<Found | null> {
  try {
    const stats = await lstat(path);
    if (stats.isSymbolicLink()) return { mark: LINK, touched: stats.mtimeMs };
    refuseNoLock(path, stats);
    const text = readRegular(path, MOST, false).toString('latin1');
    return { mark: WHOLE_MARK.test(text) ? text : null, touched: stats.mtimeMs };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function refuseNoLock(path: string, stats: Stats): void {
  const kind = kindOfOther(stats) ?? (stats.size > MOST ? `a file of ${stats.size} bytes` : null);
  if (kind === null) return;
  const help = `Remove it, then try again`;
  throw systemError('ELOCKED', `${quoted(basename(path))} beside it has the name of its lock, but is ${kind}. ${help}`);
}

const WHOLE_MARK = new RegExp(`^${MARK.source}$`);

/** @param silence for how long the waiting process has seen it unchanged */
function isStale({ mark, touched }: Found, silence: number): boolean {
  if (mark === LINK) return true;
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
 * Removes a lock that was left behind. When two processes do so at once, the slower one may get hold of the new lock of the faster one. So
 * a lock is first moved to a name of its own and read there; if it is not the lock that was found, it is restored. Should a third process
 * have taken the lock in between, `isHeld` tells the faster one so before it writes.
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
    // Unlike a rename, a link fails if another process has taken the name by now.
    if (taken?.mark !== found.mark) await link(moved, path).catch(() => undefined);
    await thrice(() => removeFile(moved));
  });
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await lutimes(path, now, now).catch(() => undefined);
}
