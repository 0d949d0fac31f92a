import { describeFields, fieldOf, nameOfRecord } from '../../core/changes';
import { isGlossFile } from '../../core/entities';
import { textIn } from '../../core/merge';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { shortened, visible } from '../../core/text';
import type { FieldChange, RecordVersion } from '../../core/changes';
import { findRecord } from '../../node/git/find-record';
import { openRepository, type GitRepository } from '../../node/git/git-repository';
import { lastChanges, type LastChanged } from '../../node/git/last-changes';
import { recordHistory } from '../../node/git/record-history';
import { GitRefusal } from '../../node/git/refusal';
import { requireCommit } from '../../node/git/revisions';
import { command } from '../call/command';
import { shownDetail } from '../reports/diff-text';
import { createPrinter } from '../output/printer';
import { UsageError } from '../call/usage-error';

/** A row of `postgloss history --json`. */
interface Row {
  /** The file that the record was in then. */
  readonly file: string;
  /** Where the record begins in a list of a file, 1-based; null in the history of one record. */
  readonly line: number | null;
  readonly id: string | null;
  /** Null for a change that is not committed yet. */
  readonly commit: string | null;
  readonly author: string | null;
  /** ISO 8601, in the author's zone. */
  readonly date: string | null;
  readonly subject: string | null;
  /** Null in a list of a file, which only tells who changed each record last; the subject is null and the fields are empty there too. */
  readonly change: string | null;
  /** The quote of an annotation, the name of an entity, the id of a tag. */
  readonly name: string;
  readonly by: string | null;
  readonly on: string | null;
  readonly fields: readonly FieldChange[];
}

/** Lists the commits that changed one record, newest first, and what they changed; or who changed each record of a file last. */
export const history = command({
  name: 'history',
  parameters: 'ID | FILE:LINE | FILE',
  summary: 'List the commits that changed one annotation, entity or tag; of a file, who last changed each record',
  fields: 'file line id commit author date subject change name by on fields'.split(' '),
  flags: [],
  async run(call) {
    const [given, ...more] = call.paths;
    if (given === undefined || more.length > 0) throw new UsageError('history takes one ID, FILE:LINE or FILE.');
    const repository = await openRepository(call.io.cwd);
    await requireCommit(repository, 'HEAD');
    const printer = createPrinter<Row>(call);
    const file = await glossFile(repository, given);
    if (file !== null) {
      printer.print((await lastChanges(repository, file)).map(rowOfLast(repository.shown(file))), cellsOfLast);
    } else {
      const { path, name } = await findRecord(repository, given);
      const versions = await recordHistory(repository, path, name);
      const shown = (inRepository: string) => repository.shown(inRepository);
      if (call.json) {
        printer.print(
          versions.map((version) => rowOf(version, shown)),
          () => [],
        );
      } else call.io.stdout(versions.flatMap((version) => linesOf(version, shown)).join(''));
    }
    printer.end();
    return 0;
  },
});

/** The gloss file that the caller names, or the sidecar of the text that the caller names; null where the name is neither. */
async function glossFile(repository: GitRepository, given: string): Promise<string | null> {
  if (/:\d{1,9}$/.test(given) || given.includes('\0')) return null;
  const isThere = async (name: string) => (await repository.onDisk(name)) !== null;
  try {
    const path = repository.pathOf(given);
    if (!(await isThere(path))) return null;
    return isGlossFile(path) ? path : (await isThere(path + SIDECAR_SUFFIX)) ? path + SIDECAR_SUFFIX : null;
  } catch (error) {
    // The name is no file of this repository, but it may be an id.
    if (error instanceof GitRefusal) return null;
    throw error;
  }
}

function rowOfLast(file: string): (last: LastChanged) => Row {
  return ({ record: { fields }, line, change }) => ({
    ...{ file, line, id: textIn(fields, 'id'), ...change, subject: null, change: null },
    name: textIn(fields, 'quote') ?? textIn(fields, 'name') ?? textIn(fields, 'id') ?? '',
    ...{ by: textIn(fields, 'by'), on: textIn(fields, 'on'), fields: [] },
  });
}

/** `entities.gloss.yaml:4  2026-03-05  Ann Oran  1a2b3c4d  “Qasim Oran”, by jo` */
function cellsOfLast({ file, line, commit, author, date, name, by }: Row): string[] {
  const signed = by === null || by === author ? '' : `, by ${by}`;
  const last =
    commit === null ? ['not committed', '', ''] : [date?.slice(0, 10) ?? '', author ?? '', commit.slice(0, 8)];
  return [`${file}:${line ?? 0}`, ...last, `“${shortened(name, 80)}”${signed}`];
}

function rowOf(
  { commit, author, date, subject, path, kind, record }: RecordVersion,
  shown: (path: string) => string,
): Row & { readonly change: string } {
  const { id, change, fields } = record;
  const signature = { by: fieldOf(record, 'by'), on: fieldOf(record, 'on') };
  const about = { file: shown(path), line: null, id, commit, author, date, subject, change };
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
