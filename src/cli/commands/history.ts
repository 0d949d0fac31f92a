import { describeFields, fieldOf, nameOfRecord, shortened, visible, type FieldChange } from '../../core/index';
import { findRecord } from '../../node/git/find-record';
import { openRepository } from '../../node/git/git-repository';
import { recordHistory, type RecordVersion } from '../../node/git/record-history';
import { requireCommit } from '../../node/git/revisions';
import type { Command } from '../command';
import { shownDetail } from '../diff-text';
import { createPrinter } from '../output';
import { UsageError } from '../usage-error';

/** A row of `postgloss history --json`. */
interface Row {
  /** The file that the record was in then. */
  readonly file: string;
  readonly id: string | null;
  /** Null for what is not committed yet. */
  readonly commit: string | null;
  readonly author: string | null;
  /** ISO 8601, in the author's zone. */
  readonly date: string | null;
  readonly subject: string | null;
  readonly change: string;
  /** The quote of an annotation, the name of an entity, the id of a tag. */
  readonly name: string;
  readonly by: string | null;
  readonly on: string | null;
  readonly fields: readonly FieldChange[];
}

/** Lists the commits that changed one record, newest first, and what they changed. */
export const history: Command = {
  name: 'history',
  parameters: 'ID | FILE:LINE',
  summary: 'List the commits that changed one annotation, entity or tag, newest first',
  fields: 'file id commit author date subject change name by on fields'.split(' '),
  flags: [],
  async run(call) {
    const [given, ...more] = call.paths;
    if (given === undefined || more.length > 0) throw new UsageError('history takes one ID, or FILE:LINE.');
    const repository = await openRepository(call.io.cwd);
    await requireCommit(repository, 'HEAD');
    const { path, name } = await findRecord(repository, given);
    const versions = await recordHistory(repository, path, name);
    const shown = (file: string) => repository.shown(file);
    if (call.json) {
      const printer = createPrinter<Row>(call);
      printer.print(
        versions.map((version) => rowOf(version, shown)),
        () => [],
      );
      printer.end();
    } else call.io.stdout(versions.flatMap((version) => linesOf(version, shown)).join(''));
    return 0;
  },
};

function rowOf(
  { commit, author, date, subject, path, kind, record }: RecordVersion,
  shown: (path: string) => string,
): Row {
  const { id, change, fields } = record;
  const signature = { by: fieldOf(record, 'by'), on: fieldOf(record, 'on') };
  const about = { file: shown(path), id, commit, author, date, subject, change };
  return { ...about, name: nameOfRecord(record, kind), ...signature, fields };
}

function linesOf(version: RecordVersion, shown: (path: string) => string): string[] {
  const { change, name, by, file } = rowOf(version, shown);
  const { commit, author, date, subject, record, kind } = version;
  const when =
    commit === null ? 'not committed yet' : `${date?.slice(0, 16).replace('T', ' ') ?? ''}  ${commit.slice(0, 8)}`;
  const who = commit === null ? '' : `  ${visible(author ?? '')}`;
  const signed = by === null || by === author ? '' : `, by ${visible(by)}`;
  return [
    `${when}${who}  ${change}  “${shortened(name, 80)}”${signed}\n`,
    `    ${visible(file)}${subject === null ? '' : `: ${shortened(subject, 100)}`}\n`,
    ...describeFields(record, kind).map((detail) => `    ${shownDetail(detail)}\n`),
  ];
}
