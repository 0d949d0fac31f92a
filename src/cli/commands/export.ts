import { basename, dirname, join, resolve } from 'node:path';
import { OpenArchive } from '../../core/archive';
import { isGlossFile, MANIFEST_FILE } from '../../core/entities';
import { exportArchive, FORMATS, packZip, type Format } from '../../core/exchange';
import { quoted } from '../../core/text';
import { wayInside } from '../../node/inside-root';
import { writeFolder } from '../../node/saving/write-folder';
import { command, type Call } from '../call/command';
import { UsageError } from '../call/usage-error';
import { lossesText } from '../exchange/losses-text';
import { findRoot } from '../files/find-root';
import { folderAround } from '../files/folder-around';
import { createHost } from '../files/host';
import { printDocument } from '../output/printer';

/** Writes the annotations of an archive for another tool, and says what that tool cannot hold. */
export const exportCommand = command({
  name: 'export',
  parameters: '[DIR]',
  summary: 'Write the annotations of an archive for another tool',
  fields: ['written', 'files', 'skipped'],
  single: true,
  flags: ['exported', 'output', 'mentions', 'per', 'dialect', 'group', 'flavour', 'strict'],
  async run(call) {
    const { format, output } = destinationOf(call);
    const root = await rootOf(call);
    const archive = new OpenArchive(createHost(root));
    await archive.open();
    await archive.lookBack(null);
    const { mentions, per, dialect, group, flavour } = call;
    const { files, annotations, losses } = exportArchive(archive, format, {
      ...(mentions && { mentions }),
      ...(per && { per }),
      ...(group && { group }),
      dialect,
      flavour,
    });
    const contents = bytesOf(files, format, output);
    const folder = format.shape === 'folder' ? output : dirname(output);
    refuseTexts(archive, root, folder, [...contents.keys()]);
    archive.dispose();
    await writeFolder(folder, contents, folderAround(call.io.cwd, output));
    if (call.json) {
      printDocument(call, { written: annotations, files: [...contents.keys()].sort(), skipped: losses });
    } else {
      const what = `${annotations} ${annotations === 1 ? 'annotation' : 'annotations'}`;
      call.io.stderr(`Exported: ${what} to ${quoted(call.output ?? '')}.\n${lossesText(losses)}`);
    }
    return call.strict && losses.length > 0 ? 1 : 0;
  },
});

function destinationOf({ exported, output, dialect, io }: Call<'exported' | 'output' | 'dialect'>): {
  readonly format: Format;
  readonly output: string;
} {
  const format = FORMATS.find(({ name }) => name === exported);
  if (!format) throw new UsageError('export needs --format, such as --format csv.');
  if (output === null || output === '') throw new UsageError('export needs --output, the path of what it writes.');
  if (dialect !== null && !format.dialects.includes(dialect)) {
    throw new UsageError(`${format.name} has no dialect ${quoted(dialect)}.`);
  }
  return { format, output: resolve(io.cwd, output) };
}

async function rootOf({ paths, io }: Call): Promise<string> {
  const [given = '.', ...more] = paths;
  if (more.length > 0) throw new UsageError('export takes one folder.');
  const root = await findRoot(resolve(io.cwd, given));
  if (root === null) throw new UsageError(`No ${MANIFEST_FILE} in ${quoted(given)} or above it.`);
  return root;
}

/** The files by their names in the folder that is written. */
function bytesOf(
  files: ReadonlyMap<string, string>,
  { shape }: Format,
  output: string,
): ReadonlyMap<string, Uint8Array> {
  const name = basename(output);
  if (shape === 'zip') return new Map([[name, packZip(files)]]);
  return new Map([...files].map(([path, text]) => [path === '' ? name : path, Buffer.from(text)]));
}

/** Refuses to write where the archive would read it as its own. */
function refuseTexts(archive: OpenArchive, root: string, folder: string, names: readonly string[]): void {
  for (const name of names) {
    const way = wayInside(root, join(folder, name));
    if (way !== null && (archive.names(way) || isGlossFile(way))) {
      throw new UsageError(`${quoted(way)} would be read as a file of the archive. Choose another folder.`);
    }
  }
}
