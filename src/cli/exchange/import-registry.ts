import { dirname, join, resolve } from 'node:path';
import { MANIFEST_FILE, REGISTRY_FILE } from '../../core/entities';
import {
  meaningsOf,
  previewImport,
  readEntries,
  summarizeImport,
  type ImportEntry,
  type ImportPlan,
} from '../../core/registry-import';
import { readTable, type RowProblem, type TableFormat } from '../../core/tables';
import { decodeAs, quoted, visible, whyNotAs } from '../../core/text';
import { changeText } from '../../node/saving/change-text';
import type { Call } from '../call/command';
import { findRoot } from '../files/find-root';
import { folderAround } from '../files/folder-around';
import { createPrinter } from '../output/printer';
import { UsageError } from '../call/usage-error';

/** A row of `postgloss import --json`. */
interface Row {
  /** `joined`: the row means an entity that the registry or an earlier row has. `kept`: the registry says otherwise and stays as it is, or the row may mean several entities. `skipped`: the row could not be read. */
  readonly action: 'added' | 'extended' | 'joined' | 'kept' | 'skipped';
  /** Null where the row became no entity. */
  readonly entity: string | null;
  /** The 1-based line of the imported file; null where several lines may be the source. */
  readonly line: number | null;
  readonly message: string;
}

/**
 * Imports entities into the registry; the exit code is 1 when a row was left out or says otherwise than the registry.
 *
 * @param bytes the content of the file
 */
export async function importRegistry(
  call: Call<'entities' | 'dryRun'>,
  given: string,
  bytes: Uint8Array,
  format: TableFormat,
): Promise<number> {
  const { entries, problems } = readFileOf(call, given, bytes, format);
  const registry = await registryOf(call);
  // Computed again for each attempt to write, from the registry on the disk at that moment.
  const plans: ImportPlan[] = [];
  const work = (now: string | null) => {
    const made = previewImport(now, entries);
    if (!made.ok) throw new UsageError(made.why);
    plans.push(made.preview.plan);
    return call.dryRun ? null : made.preview.after;
  };
  await changeText(registry, folderAround(call.io.cwd, registry), work);
  const plan = plans.at(-1);
  return plan ? report(call, plan, problems) : 0;
}

function readFileOf(
  { io }: Call<'entities'>,
  given: string,
  bytes: Uint8Array,
  format: TableFormat,
): { readonly entries: readonly ImportEntry[]; readonly problems: readonly RowProblem[] } {
  const text = decodeAs(bytes);
  if (text === null) throw new UsageError(`${quoted(given)}: ${whyNotAs(bytes)}.`);
  const read = readTable(text, format);
  if (!read.ok) throw new UsageError(`${quoted(given)}: ${read.why}`);
  const { columns } = read.table;
  const meanings = meaningsOf(columns);
  const unused = columns.filter((column, i) => meanings[i] === null && column !== '');
  if (!meanings.includes('name')) throw new UsageError(`No column of ${quoted(given)} is called “name”.`);
  if (unused.length > 0) io.stderr(`Columns that are not imported: ${unused.map(visible).join(', ')}.\n`);
  return readEntries(read.table, meanings);
}

/** The registry that is named, else the one of the archive around the file, or around the folder of the call. */
async function registryOf({ paths: [given = '.'], entities, io }: Call<'entities'>): Promise<string> {
  if (entities !== null) return resolve(io.cwd, entities);
  const root = (await findRoot(dirname(resolve(io.cwd, given)))) ?? (await findRoot(io.cwd));
  if (root === null) throw new UsageError(`No ${MANIFEST_FILE} here or above. Add --entities ${REGISTRY_FILE}.`);
  return join(root, REGISTRY_FILE);
}

function report(call: Call<'dryRun'>, plan: ImportPlan, problems: readonly RowProblem[]): number {
  const rows: Row[] = [
    ...plan.added.map(({ id, name, type }): Row => {
      return { action: 'added', entity: id, line: null, message: `${name} (${type})` };
    }),
    ...plan.gains.map(({ entity, aliases, links }): Row => {
      const message = [...aliases, ...[...links].map(([name, target]) => `${name}: ${target}`)].join(', ');
      return { action: 'extended', entity: entity.id, line: null, message };
    }),
    ...plan.joins.map((join): Row => ({ action: 'joined', entity: null, ...join })),
    ...plan.conflicts.map((problem): Row => ({ action: 'kept', entity: null, ...problem })),
    ...problems.map((problem): Row => ({ action: 'skipped', entity: null, ...problem })),
  ];
  const printer = createPrinter<Row>(call);
  printer.print(rows, ({ action, entity, line, message }) => [
    action,
    entity ?? (line === null ? '' : `line ${line}`),
    message,
  ]);
  printer.end();
  const done = call.dryRun ? 'Nothing was written' : 'Imported';
  if (!call.json) call.io.stderr(`${done}: ${summarizeImport(plan)}.\n`);
  return plan.conflicts.length > 0 || problems.length > 0 ? 1 : 0;
}
