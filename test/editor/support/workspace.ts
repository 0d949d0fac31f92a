import { Uri, workspace, type WorkspaceFolder } from 'vscode';

/** The folder that the tests run in: a fresh copy of the fixture, which is a git repository with one commit. */
export function folder(): WorkspaceFolder {
  const first = workspace.workspaceFolders?.[0];
  if (!first) throw new Error('The tests need an open folder.');
  return first;
}

/** The address of a file in the workspace. */
export function file(path: string): Uri {
  return Uri.joinPath(folder().uri, path);
}
