import { gitLines, recordsOf, type FoundRecord, type LastChange } from '../../core/changes';
import { quoted } from '../../core/text';
import { readBlame } from './blame';
import { textOf, type GitRepository } from './git-repository';
import { GitRefusal } from './refusal';

/** A record of a file, and who changed it last. */
export interface LastChanged {
  readonly record: FoundRecord;
  /** Where it begins, 1-based. */
  readonly line: number;
  readonly change: LastChange;
}

/**
 * The records of a gloss file in the working tree, in its order, each with the latest change of any of its lines. Throws a `GitRefusal`
 * where the file is not there or has no records that can be read.
 */
export async function lastChanges(repository: GitRepository, path: string): Promise<LastChanged[]> {
  const text = textOf(await repository.onDisk(path));
  const shown = quoted(repository.shown(path));
  if (text === null) throw new GitRefusal(`There is no file ${shown}.`);
  const records = recordsOf(text, path);
  if (records.length === 0) throw new GitRefusal(`There are no records in ${shown}, or none that can be read.`);
  const blame = await readBlame(repository, null, path);
  const linesOf = gitLines(text);
  const found: LastChanged[] = [];
  for (const record of records) {
    const { first, last } = linesOf(record);
    found.push({ record, line: first, change: await blame.of(first, last) });
  }
  return found;
}
