import * as vscode from 'vscode';
import type { BulkPart } from '../../core/bulk';
import { takeBack } from '../../core/decide';
import type { FileEdit } from '../../core/decision';
import type { Archive } from '../archive/archive';
import { newStep, type History, type Step } from '../archive/history';
import { many } from '../ui/words';
import type { Writer } from '../archive/writer';
import { fail, say, warn } from '../ui/say';
import { workInMessage } from '../ui/progress';
import { pathName } from '../ui/inert';

/** How long a change may take before its progress is shown. */
const SLOW_MS = 700;

/** A change that was carried out. */
export interface CarriedOut {
  readonly step: Step;
  /** How many files were written. */
  readonly files: number;
}

/**
 * Carries out a decision about many files as one step that can be undone. If one part refuses, nothing is written. A slow change shows a
 * bar and can be cancelled. A change that is cancelled or fails half-way is taken back. Null after telling why nothing was done.
 */
export async function carryOut(
  history: History,
  archive: Archive,
  label: string,
  parts: readonly BulkPart[],
): Promise<CarriedOut | null> {
  for (const { decide } of parts) {
    const decision = decide();
    if (decision.ok) continue;
    fail(decision.why);
    return null;
  }
  const written = await withBar(label, (report, token) => writeParts(archive, parts, report, token));
  if (!written) return null;
  const step = newStep(label);
  for (const edits of written) history.remember(step, archive, edits);
  return { step, files: written.length };
}

/** Writes the parts one after the other, and answers the edits of each file; or takes all back, says so, and answers null. */
export async function writeParts(
  archive: Writer,
  parts: readonly BulkPart[],
  report: (done: number, all: number) => void,
  token: Pick<vscode.CancellationToken, 'isCancellationRequested'>,
): Promise<readonly (readonly FileEdit[])[] | null> {
  const written: (readonly FileEdit[])[] = [];
  for (const [i, { path, decide }] of parts.entries()) {
    // If the file was not written, `write` has told the person why.
    const edits = token.isCancellationRequested ? null : await archive.write([path], decide);
    if (edits === null) {
      await giveBack(archive, written, token.isCancellationRequested);
      return null;
    }
    if (edits.length > 0) written.push(edits);
    report(i + 1, parts.length);
  }
  return written;
}

/** Shows a message with an “Undo” button. Does not wait for an answer: the command is done while the message stays. */
export function announce(history: History, message: string, { step }: CarriedOut): void {
  void say(message, 'Undo').then((answer) => {
    if (answer === 'Undo') void history.undo(step);
  });
}

/** Takes back the written edits, the last first, and tells the person whether that worked. */
async function giveBack(archive: Writer, written: readonly (readonly FileEdit[])[], cancelled: boolean): Promise<void> {
  const left: string[] = [];
  for (const edits of written.toReversed()) {
    const paths = edits.map(({ path }) => path);
    const back = await archive.write(paths, () => takeBack(edits, (path) => archive.core.ownText(path)));
    if (!back) left.push(...paths.map(pathName));
  }
  if (left.length > 0) {
    const files = left.length > 3 ? many(left.length, 'file') : left.join(', ');
    warn(`The change stopped half-way, and could not be taken back in ${files}. Check what it left there.`);
  } else if (cancelled) {
    say('Cancelled. Nothing was changed.');
  } else if (written.length > 0) {
    say('The changes already written to other files were taken back.');
  }
}

/** Shows a progress bar with a button to cancel, once the work has taken `SLOW_MS`. */
async function withBar<T>(
  title: string,
  work: (report: (done: number, all: number) => void, token: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  const cancel = new vscode.CancellationTokenSource();
  let bar: ((words: string, increment?: number) => void) | undefined;
  let shown = 0;
  const report = (done: number, all: number) => {
    const share = (100 * done) / all;
    bar?.(`${done} of ${many(all, 'file')}`, share - shown);
    if (bar) shown = share;
  };
  const working = work(report, cancel.token);
  const timer = setTimeout(() => {
    void workInMessage(title, async (show, token) => {
      bar = show;
      token.onCancellationRequested(() => cancel.cancel());
      await working.catch(() => undefined);
    });
  }, SLOW_MS);
  try {
    return await working;
  } finally {
    clearTimeout(timer);
    cancel.dispose();
  }
}
