import { changesByPost, fieldOf, gitLines, nameOfRecord } from '../../core/changes';
import type { FieldChange, FileChanges, FileStates, LastChange, RecordChange } from '../../core/changes';
import { readBlame } from '../../node/git/blame';
import type { GitRepository } from '../../node/git/git-repository';

/** A row of `postgloss diff --json`. */
export interface DiffRow {
  readonly file: string;
  /** Where the file was, if it was renamed, or where the annotation was, if it moved; else null. */
  readonly oldFile: string | null;
  readonly kind: 'annotation' | 'entity' | 'tag' | 'settings';
  readonly change: RecordChange['change'];
  readonly id: string | null;
  readonly post: string | null;
  /** The quote of an annotation, the name of an entity, the id of a tag; null for settings. */
  readonly name: string | null;
  /** 1-based, in the file as it is now; for a removed record, in the file as it was. */
  readonly line: number;
  readonly by: string | null;
  readonly on: string | null;
  readonly fields: readonly FieldChange[];
  /** Who last changed the lines of the record; null without `--blame`, and for a removed record. */
  readonly last: LastChange | null;
}

/** A file with its changes, ready to be shown. */
export interface ShownFile {
  readonly file: string;
  readonly changes: FileChanges;
  /** The records by post; all under null in a file without posts. */
  readonly groups: ReadonlyMap<string | null, readonly ShownRecord[]>;
  readonly rows: readonly DiffRow[];
}

export interface ShownRecord {
  readonly record: RecordChange;
  readonly row: DiffRow;
  /** The file that the record moved from; null where it did not move, or its whole file was renamed. */
  readonly from: string | null;
}

const KINDS = { sidecar: 'annotation', registry: 'entity', codebook: 'tag' } as const;

/**
 * Makes a file's changes ready to be shown.
 *
 * @param blamed whether git is asked who last changed each record
 * @param revision the later state; null for the working tree
 */
export async function showFile(
  changes: FileChanges,
  state: FileStates | undefined,
  repository: GitRepository,
  blamed: boolean,
  revision: string | null,
): Promise<ShownFile> {
  const shown = (inRepository: string) => repository.shown(inRepository);
  const { path, oldPath, kind, top, records } = changes;
  const file = shown(path);
  const asked = blamed && records.some(({ after }) => after !== null) && changes.state !== 'removed';
  const blame = asked ? await readBlame(repository, revision, path) : null;
  const linesOf = { before: gitLines(state?.before ?? ''), after: gitLines(state?.after ?? '') };
  const rowOf = async (record: RecordChange): Promise<DiffRow> => {
    const { id, change, after, span, fields, movedFrom } = record;
    const lines = linesOf[after ? 'after' : 'before'](span);
    const from = movedFrom ?? oldPath;
    return {
      file,
      oldFile: from === null ? null : shown(from),
      ...{ kind: KINDS[kind], change, id, post: kind === 'sidecar' ? fieldOf(record, 'post') : null },
      name: nameOfRecord(record, kind),
      line: lines.first,
      ...{ by: fieldOf(record, 'by'), on: fieldOf(record, 'on'), fields },
      last: after && blame ? await blame.of(lines.first, lines.last) : null,
    };
  };
  const shownRecord = async (record: RecordChange): Promise<ShownRecord> => {
    return { record, row: await rowOf(record), from: record.movedFrom === null ? null : shown(record.movedFrom) };
  };
  const settings: DiffRow[] =
    top.length === 0
      ? []
      : [
          {
            ...{ file, oldFile: oldPath === null ? null : shown(oldPath), kind: 'settings', change: changes.state },
            ...{ id: null, post: null, name: null, line: 1, by: null, on: null, fields: top, last: null },
          },
        ];
  const byPost = kind === 'sidecar' ? changesByPost(changes) : new Map([[null, records]]);
  const groups = new Map<string | null, ShownRecord[]>();
  for (const [post, group] of byPost) groups.set(post, await Promise.all(group.map(shownRecord)));
  const rows = [...settings, ...[...groups.values()].flatMap((group) => group.map(({ row }) => row))];
  return { file, changes, groups, rows };
}
