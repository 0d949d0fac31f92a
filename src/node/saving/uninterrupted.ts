import { systemError } from '../system-error';

/** The signals by which people and systems ask a process to end. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let running = 0;
let asked: NodeJS.Signals | null = null;

/**
 * Does work that a signal must not interrupt: the signal is obeyed when the work is done. A second signal does not wait and is obeyed at
 * once.
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
 * Waits, within uninterrupted work.
 *
 * @throws Error with the code EINTR when the process is asked to end: a signal need not wait for a pause
 */
export async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  if (asked !== null) throw systemError('EINTR', 'The program was asked to end before it could save');
}

/** Starts to listen, and never stops: a signal that arrives while listeners are being replaced would be lost. */
function listen(): void {
  for (const signal of SIGNALS) if (!process.listeners(signal).includes(hear)) process.on(signal, hear);
}

function hear(signal: NodeJS.Signals): void {
  if (running > 0 && asked === null) asked = signal;
  else obey(signal);
}

/** Ends the process as the signal would have without us. If others listen too, as in an editor, they have heard it, and decide. */
function obey(signal: NodeJS.Signals): void {
  asked = null;
  for (const other of SIGNALS) process.off(other, hear);
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
