import * as vscode from 'vscode';
import type { BulkPart } from '../../core/bulk';
import { takeBack } from '../../core/decide';
import type { FileEdit } from '../../core/decision';
import type { Archive } from '../archive/archive';
import { newStep, type History, type Step } from '../archive/history';
import { many } from '../ui/words';
import type { Writer } from '../archive/writer';

/** How long something may take before it is told how far it is. */
const SLOW_MS = 700;

/** What was carried out. */
export interface CarriedOut {
  readonly step: Step;
  /** How many files were written. */
  readonly files: number;
}

/**
 * Carries out a decision about many files as one step that can be undone. Refuses before anything is written where a file cannot be;
 * what takes long shows a bar and can be cancelled. What is cancelled or fails half-way is taken back. Null after telling why nothing
 * was done.
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
    void vscode.window.showErrorMessage(decision.why);
    return null;
  }
  const written = await withBar(label, (report, token) => writeParts(archive, parts, report, token));
  if (!written) return null;
  const step = newStep(label);
  for (const edits of written) history.remember(step, archive, edits);
  return { step, files: written.length };
}

/** Writes the parts one after the other, and gives the edits of each file; or takes all back, says so, and gives null. */
export async function writeParts(
  archive: Writer,
  parts: readonly BulkPart[],
  report: (done: number, all: number) => void,
  token: Pick<vscode.CancellationToken, 'isCancellationRequested'>,
): Promise<readonly (readonly FileEdit[])[] | null> {
  const written: (readonly FileEdit[])[] = [];
  for (const [i, { path, decide }] of parts.entries()) {
    // Where it was not written, the person has been told why.
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

/** Says what was done, and offers to undo it. The command is done; the offer stays for as long as the message is there. */
export function announce(history: History, message: string, { step }: CarriedOut): void {
  void vscode.window.showInformationMessage(message, 'Undo').then((answer) => {
    if (answer === 'Undo') void history.undo(step);
  });
}

/** Takes back what was written, the last first, and says what came of it. */
async function giveBack(archive: Writer, written: readonly (readonly FileEdit[])[], cancelled: boolean): Promise<void> {
  const left: string[] = [];
  for (const edits of written.toReversed()) {
    const paths = edits.map(({ path }) => path);
    const back = await archive.write(paths, () => takeBack(edits, (path) => archive.core.ownText(path)));
    if (!back) left.push(...paths);
  }
  if (left.length > 0) {
    const files = left.length > 3 ? many(left.length, 'file') : left.join(', ');
    void vscode.window.showWarningMessage(`It was done in part. It could not be taken back in ${files}.`);
  } else if (cancelled) {
    void vscode.window.showInformationMessage('Cancelled. Nothing was changed.');
  } else if (written.length > 0) {
    void vscode.window.showInformationMessage('What had been written in other files was taken back.');
  }
}

/** Shows a bar with a button to cancel, once something takes longer than a person likes to wait. */
async function withBar<T>(
  title: string,
  work: (report: (done: number, all: number) => void, token: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  const cancel = new vscode.CancellationTokenSource();
  let bar: vscode.Progress<{ message: string; increment: number }> | undefined;
  let shown = 0;
  const report = (done: number, all: number) => {
    const share = (100 * done) / all;
    bar?.report({ message: `${done} of ${many(all, 'file')}`, increment: share - shown });
    if (bar) shown = share;
  };
  const working = work(report, cancel.token);
  const timer = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void vscode.window.withProgress(options, async (progress, token) => {
      bar = progress;
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
