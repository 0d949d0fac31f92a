import { systemError } from '../system-error';

/** By these, people and systems ask a program to end. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let running = 0;
let asked: NodeJS.Signals | null = null;

/**
 * Does work that a signal must not cut in two: the signal is obeyed when the work is done. Whoever asks twice does not want to wait, and
 * is obeyed at once.
 */
export async function uninterrupted<T>(work: () => Promise<T>): Promise<T> {
  listen();
  running++;
  try {
    return await work();
  } finally {
    running--;
    if (running === 0 && asked !== null) obey(asked);
  }
}

/**
 * Waits, within work that is not interrupted.
 *
 * @throws Error with the code EINTR when the process is asked to end: waiting is no work
 */
export async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  if (asked !== null) throw systemError('EINTR', 'The program was asked to end before it could save');
}

/** Once for all: a signal that comes while a listener is being taken away is heard by nobody. */
function listen(): void {
  for (const signal of SIGNALS) if (!process.listeners(signal).includes(hear)) process.on(signal, hear);
}

function hear(signal: NodeJS.Signals): void {
  if (running > 0 && asked === null) asked = signal;
  else obey(signal);
}

/** Does what would have been done without us. Where others listen, as an editor does, the signal is theirs, and they have heard it. */
function obey(signal: NodeJS.Signals): void {
  asked = null;
  for (const other of SIGNALS) process.off(other, hear);
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
