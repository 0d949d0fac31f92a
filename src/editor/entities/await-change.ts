import * as vscode from 'vscode';
import type { FileEdit } from '../../core/decision';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { newStep } from '../archive/history';

/** The listeners for the last offered change of each window, until that change is seen. */
const awaited = new WeakMap<Archives, vscode.Disposable>();

/**
 * Remembers a change that the editor makes itself, as for Rename Symbol, so that “Undo Annotation Change” can take it back. The editor
 * does not tell whether it made the edits, so the change is remembered once all of its files have the content after it. A change that the
 * person discards, alters in the preview, or follows with another one is not remembered; the editor's own Undo takes it back.
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
