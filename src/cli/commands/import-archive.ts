import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describeReport } from '../../core/imported';
import { quoted } from '../../core/text';
import { command, type Call } from '../call/command';
import { UsageError } from '../call/usage-error';
import { printDocument } from '../output/printer';

/** Brings archives of other programs in; the exit code is 1 where something could not be read, or a file that people have edited stayed. */
export const importArchiveCommand = command({
  name: 'import-archive',
  parameters: 'FILE…',
  summary: 'Bring in posts of other programs, one file a post; again for what has changed since',
  fields: 'read written changed unchanged edited gone skipped notes problems cancelled'.split(' '),
  flags: ['to', 'importFormat', 'dryRun'],
  single: true,
  async run(call) {
    const { paths, io, dryRun, importFormat: format } = call;
    if (paths.length === 0) throw new UsageError('No FILE is given: a file or a folder of the archive.');
    const to = await folderOf(call);
    // Its libraries are large, and no other command needs them.
    const { importArchive } = await import('../../node/importing/import-archive');
    const report = await importArchive({ given: paths, cwd: io.cwd, to, format, dryRun });
    if (call.json) printDocument(call, report);
    else io.stdout(`${describeReport(report, !dryRun).join('\n')}\n`);
    return report.problems.length > 0 || report.edited.length > 0 ? 1 : 0;
  },
});

async function folderOf({ to, io }: Call<'to'>): Promise<string> {
  if (to === null || to === '') throw new UsageError('Add --to DIR, the folder that gets the posts.');
  const folder = resolve(io.cwd, to);
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => true,
  );
  if (!isFolder) throw new UsageError(`${quoted(to)} is no folder.`);
  return folder;
}
