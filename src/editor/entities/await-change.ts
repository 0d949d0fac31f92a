import * as vscode from 'vscode';
import type { FileEdit } from '../../core/decision';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { newStep } from '../archive/history';

/** The change of each window that was offered last and has not been seen yet. */
const awaited = new WeakMap<Archives, vscode.Disposable>();

/**
 * Remembers a change that the editor makes, and not we, once all of its files read as it leaves them: so “Undo Annotation Change” can
 * take it back from the text where it was asked for, which has no part in it. The editor does not say whether it makes what it was
 * given; what is only offered, changed in its preview, or followed by another change, is not remembered, and is undone by its own Undo.
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
