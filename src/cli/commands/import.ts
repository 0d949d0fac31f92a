import { REGISTRY_FILE } from '../../core/entities';
import { FORMATS, holdsAnnotations } from '../../core/exchange';
import { formatOfName, TABLE_FORMATS } from '../../core/tables';
import { quoted } from '../../core/text';
import { command } from '../call/command';
import { UsageError } from '../call/usage-error';
import { readExchange } from '../exchange/given-exchange';
import { importAnnotations } from '../exchange/import-annotations';
import { importRegistry } from '../exchange/import-registry';

/**
 * Imports annotations of another tool, or entities of a table. A table holds annotations if it has a column `quote`, JSON Lines if a line
 * has `text` with `spans`, `label` or `entities`.
 */
export const importCommand = command({
  name: 'import',
  parameters: 'FILE',
  summary: `Add the annotations of another tool, or the entities of a table to ${REGISTRY_FILE}`,
  fields: ['action', 'id', 'file', 'post', 'message'],
  flags: ['imported', 'entities', 'dryRun', 'strict'],
  async run(call) {
    const [given, ...more] = call.paths;
    if (given === undefined || more.length > 0) throw new UsageError('import takes one file.');
    const { files, format: known } = await readExchange(given, call.io.cwd);
    const named = FORMATS.find(({ name }) => name === call.imported) ?? known;
    const table = TABLE_FORMATS.find((one) => one === (call.imported ?? formatOfName(given)));
    if (!named && !table) {
      throw new UsageError(
        `The name ${quoted(given)} tells no format. Add --format csv, tsv, jsonl or lst, for example.`,
      );
    }
    const bytes = files.get('');
    if (table && bytes && !(named && holdsAnnotations(files, named))) return importRegistry(call, given, bytes, table);
    if (!named) throw new UsageError(`${quoted(given)} is a folder in which no export is recognized. Import a file.`);
    if (call.entities !== null) throw new UsageError('--entities is for tables of entities.');
    return importAnnotations(call, given, files, named);
  },
});
