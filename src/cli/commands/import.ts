import { dirname, join, resolve } from 'node:path';
import { MANIFEST_FILE, REGISTRY_FILE } from '../../core/entities';
import {
  formatOfName,
  meaningsOf,
  previewImport,
  readEntries,
  readTable,
  summarizeImport,
  type ImportEntry,
  type ImportPlan,
  type ImportProblem,
} from '../../core/registry-import';
import { decodeAs, quoted, whyNotAs } from '../../core/text';
import { LIMITS } from '../../node/read-file';
import { changeText } from '../../node/saving/change-text';
import { command, type Call } from '../call/command';
import { findRoot } from '../files/find-root';
import { folderAround } from '../files/folder-around';
import { readBytes } from '../files/host';
import { createPrinter } from '../output/printer';
import { UsageError } from '../call/usage-error';

/** A row of `postgloss import --json`. */
interface Row {
  /** `kept`: the registry says otherwise and stays as it is, or the row may mean several entities. `skipped`: the row could not be read. */
  readonly action: 'added' | 'extended' | 'kept' | 'skipped';
  /** Null where the row became no entity. */
  readonly entity: string | null;
  /** The 1-based line of the imported file; null where several lines may be the source. */
  readonly line: number | null;
  readonly message: string;
}

/** Imports entities into the registry; the exit code is 1 when a row was left out or says otherwise than the registry. */
export const importCommand = command({
  name: 'import',
  parameters: 'FILE',
  summary: `Add the entities of a table to ${REGISTRY_FILE}; nothing there is overwritten`,
  fields: 'action entity line message'.split(' '),
  flags: ['table', 'entities', 'dryRun'],
  async run(call) {
    const { entries, problems } = await readFileOf(call);
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
  },
});

async function readFileOf({ paths, io, table: format }: Call<'table'>): Promise<{
  readonly entries: readonly ImportEntry[];
  readonly problems: readonly ImportProblem[];
}> {
  const [given, ...more] = paths;
  if (given === undefined || more.length > 0) throw new UsageError('import takes one file.');
  const bytes = await readBytes(resolve(io.cwd, given), LIMITS.table);
  if (bytes === null) throw new UsageError(`There is no file ${quoted(given)}.`);
  const text = decodeAs(bytes);
  if (text === null) throw new UsageError(`${quoted(given)}: ${whyNotAs(bytes)}.`);
  const known = format ?? formatOfName(given);
  if (!known) throw new UsageError(`The name ${quoted(given)} tells no format. Add --format csv, tsv or jsonl.`);
  const read = readTable(text, known);
  if (!read.ok) throw new UsageError(`${quoted(given)}: ${read.why}`);
  const meanings = meaningsOf(read.table.columns);
  if (!meanings.includes('name')) throw new UsageError(`No column of ${quoted(given)} is called “name”.`);
  return readEntries(read.table, meanings);
}

/** The registry that is named, else the one of the archive around the file, or around the folder of the call. */
async function registryOf({ paths: [given = '.'], entities, io }: Call<'entities'>): Promise<string> {
  if (entities !== null) return resolve(io.cwd, entities);
  const root = (await findRoot(dirname(resolve(io.cwd, given)))) ?? (await findRoot(io.cwd));
  if (root === null) throw new UsageError(`No ${MANIFEST_FILE} here or above. Add --entities ${REGISTRY_FILE}.`);
  return join(root, REGISTRY_FILE);
}

function report(call: Call<'dryRun'>, plan: ImportPlan, problems: readonly ImportProblem[]): number {
  const rows: Row[] = [
    ...plan.added.map(({ id, name, type }): Row => {
      return { action: 'added', entity: id, line: null, message: `${name} (${type})` };
    }),
    ...plan.gains.map(({ entity, aliases, links }): Row => {
      const message = [...aliases, ...[...links].map(([name, target]) => `${name}: ${target}`)].join(', ');
      return { action: 'extended', entity: entity.id, line: null, message };
    }),
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
