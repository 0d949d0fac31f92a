import * as vscode from 'vscode';
import type { FileEdit } from '../../core/decision';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { newStep } from '../archive/history';

/** For each window, the wait for the change that was offered last. */
const awaited = new WeakMap<Archives, vscode.Disposable>();

/**
 * Remembers a change that the editor applies itself, once all files of the change have their new text. “Undo Annotation Change” can then
 * take it back from the text where it was asked for, although that text is not changed by it. The editor does not tell whether it applies
 * a change that it was given. A change that is declined, altered in the preview, or followed by another one is not remembered; only the
 * editor's own Undo takes it back.
 */
export function awaitChange(archives: Archives, archive: Archive, label: string, edits: readonly FileEdit[]): void {
  awaited.get(archives)?.dispose();
  if (edits.length === 0) return;
  const stop = () => {
    changes.dispose();
    others.dispose();
  };
  const changes = archives.onDidChange((changed) => {
    if (changed.archive !== archive) return;
    if (edits.some(({ path, after }) => archive.core.ownText(path) !== after)) return;
    stop();
    archives.history.remember(newStep(label), archive, edits);
  });
  const others = archives.history.onDidChange(stop);
  awaited.set(archives, new vscode.Disposable(stop));
}
