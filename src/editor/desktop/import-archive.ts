import type { ArchiveImporter } from '../archive/platform';

/** Brings archives in. The bundle with the libraries for them is loaded when it is first asked for. */
export const importArchive: ArchiveImporter = async (files, to, dryRun, onProgress, signal) => {
  const { importArchive: run } = await import('../../node/importing/import-archive');
  const given = files.map(({ fsPath }) => fsPath);
  return run({ given, cwd: to.fsPath, to: to.fsPath, format: null, dryRun, onProgress, signal });
};
