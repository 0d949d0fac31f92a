import { dirname, join, resolve } from 'node:path';
import { OpenArchive } from '../../core/archive';
import { MANIFEST_FILE } from '../../core/entities';
import {
  planAnnotations,
  type AnnotationImport,
  type ByteFiles,
  type Format,
  type ImportRow,
} from '../../core/exchange';
import { quoted } from '../../core/text';
import { changeText } from '../../node/saving/change-text';
import type { Call } from '../call/command';
import { UsageError } from '../call/usage-error';
import { findRoot } from '../files/find-root';
import { createHost } from '../files/host';
import { createPrinter } from '../output/printer';
import { lossesText } from './losses-text';

/** Imports annotations into the archive around the file, or around the folder of the call. The exit code is 1 where some have no place. */
export async function importAnnotations(
  call: Call<'dryRun' | 'strict'>,
  given: string,
  files: ByteFiles,
  format: Format,
): Promise<number> {
  const read = format.read?.(files) ?? { ok: false, why: `${format.name} is written only.` };
  if (!read.ok) throw new UsageError(`${quoted(given)}: ${read.why}`);
  const { cwd } = call.io;
  const root = (await findRoot(dirname(resolve(cwd, given)))) ?? (await findRoot(cwd));
  if (root === null) throw new UsageError(`No ${MANIFEST_FILE} here or above. Call it in the folder of an archive.`);
  const archive = new OpenArchive(createHost(root));
  await archive.open();
  await archive.lookBack(null);
  const planned = planAnnotations(archive, read.reading);
  archive.dispose();
  if (!planned.ok) throw new UsageError(planned.why);
  if (!call.dryRun) await write(planned.plan, root);
  return report(call, planned.plan);
}

async function write({ edits }: AnnotationImport, root: string): Promise<void> {
  for (const { path, before, after } of edits) {
    await changeText(join(root, path), root, (now) => {
      if (now === before) return after;
      throw new UsageError(
        `${quoted(path)} has changed meanwhile. Import again: what is done already is not done twice.`,
      );
    });
  }
}

function report(call: Call<'dryRun' | 'strict'>, { rows, tags, skipped }: AnnotationImport): number {
  const printer = createPrinter<ImportRow>(call);
  const shown = call.json ? rows : rows.filter(({ action }) => action !== 'same');
  printer.print(shown, ({ action, id, file, message }) => [action, id ?? '', file ?? '', message]);
  printer.end();
  if (!call.json) {
    const counts = ACTIONS.flatMap((action) => {
      const count = rows.filter((row) => row.action === action).length;
      return count === 0 ? [] : [`${count} ${action}`];
    });
    const done = call.dryRun ? 'Nothing was written' : 'Imported';
    const added = tags.length === 0 ? '' : `Tags added to the codebook: ${tags.join(', ')}.\n`;
    call.io.stderr(`${done}: ${counts.join(', ') || 'no annotations'}.\n${added}${lossesText(skipped)}`);
  }
  const isOpen = rows.some(({ action }) => action === 'unplaced' || action === 'skipped');
  return isOpen || (call.strict && skipped.length > 0) ? 1 : 0;
}

const ACTIONS = ['new', 'changed', 'same', 'unplaced', 'skipped'] as const;
