import * as vscode from 'vscode';
import type { FileEdit } from '../../core/decision';
import type { Archive } from '../archive/archive';
import type { CarriedOut } from '../commands/carry-out';
import { newStep, type History } from '../archive/history';
import { toWorkspaceEdit } from './workspace-edit';

/**
 * Shows a change in the editor’s refactor preview, and makes the parts that the person leaves ticked, as one step that can be undone.
 * Null when it was discarded.
 */
export async function showChanges(
  history: History,
  archive: Archive,
  label: string,
  edits: readonly FileEdit[],
): Promise<CarriedOut | null> {
  const applied = await vscode.workspace.applyEdit(toWorkspaceEdit(archive, edits, label, true), {
    isRefactoring: true,
  });
  if (!applied) return null;
  const paths = edits.map(({ path }) => path);
  await saveAll(paths.map((path) => archive.uriOf(path)));
  await archive.core.refresh(paths);
  const made = edits.flatMap(({ path, before }): FileEdit[] => {
    const after = archive.core.ownText(path);
    return after === null || after === before ? [] : [{ path, before, after }];
  });
  const step = newStep(label);
  history.remember(step, archive, made);
  return { step, files: made.length };
}

/** Saves files. The editor saves the files of a refactoring, unless a setting forbids it; but others see only the files on the disk. */
async function saveAll(uris: readonly vscode.Uri[]): Promise<void> {
  const wanted = new Set(uris.map((uri) => uri.toString()));
  const dirty = vscode.workspace.textDocuments.filter(({ uri, isDirty }) => isDirty && wanted.has(uri.toString()));
  for (const document of dirty) await document.save();
}
