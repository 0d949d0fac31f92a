import * as vscode from 'vscode';
import type { FileEdit } from '../../core/decision';
import type { Archive } from '../archive/archive';
import type { CarriedOut } from '../commands/carry-out';
import { newStep, type History } from '../archive/history';
import { toWorkspaceEdit } from './workspace-edit';

/**
 * Shows a change in the editor’s refactor preview, where the person can untick parts, and makes the rest as one step that can be undone.
 * Null when the person discarded it.
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

/** Saves the changed documents that the editor has not saved itself (a setting can turn that off): other people see only the files. */
async function saveAll(uris: readonly vscode.Uri[]): Promise<void> {
  const wanted = new Set(uris.map((uri) => uri.toString()));
  const dirty = vscode.workspace.textDocuments.filter(({ uri, isDirty }) => isDirty && wanted.has(uri.toString()));
  for (const document of dirty) await document.save();
}
