import type { Conflict, ConflictedFile } from '../../core/conflicts';
import { shortened, visible } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { Conflicts } from '../conflicts/conflicts';
import { allOf, saidBy, SIDES, whatDiffers } from '../conflicts/conflict-words';
import type { ConflictNode } from '../rows/nodes';
import type { Row } from '../rows/rows';
import { joined, many } from '../ui/words';

/** How many code units of a quote a row shows; the rest is in the tooltip. */
const QUOTE = 22;

/** Up to how many conflicts of a file are unfolded from the start. */
const UNFOLDED = 8;

/** The files of archives that git could not merge: file → record → what each side says. */
export function conflictRows(archives: readonly Archive[], conflicts: Conflicts): Row[] {
  return archives.flatMap((archive) => conflicts.of(archive).map((file) => conflictFileRow(archive, file)));
}

/** The number of items of a conflicted file: its conflicts; without any, one, because a person must still merge the file. */
export function countConflicts({ conflicts }: ConflictedFile): number {
  return Math.max(1, conflicts.length);
}

/** A file, and its conflicts. */
export function conflictFileRow(archive: Archive, file: ConflictedFile): Row {
  const { path, conflicts, why } = file;
  const name = visible(path.slice(path.lastIndexOf('/') + 1));
  const state =
    why !== null
      ? 'conflict to be solved in the file'
      : conflicts.length === 0
        ? 'can be merged record by record'
        : many(conflicts.length, 'conflict');
  const id = `${archive.root.toString()}\nconflicts\n${path}`;
  return {
    id,
    node: { kind: 'conflict-file', archive, path },
    label: name,
    description: state,
    spoken: joined([name, state], ', '),
    icon: 'git-merge',
    color: 'list.warningForeground',
    menu: why === null ? 'conflict-file' : 'conflict-unread',
    opens: 'review',
    unfolded: true,
    tooltip: () => joined([visible(path), why ?? explain(file)], '\n'),
    ...(why === null && conflicts.length === 0
      ? {}
      : {
          children: () =>
            why === null
              ? conflicts.map((conflict) => conflictRow(archive, file, conflict, id))
              : [reasonRow(archive, file, why, id)],
        }),
  };
}

function explain({ conflicts }: ConflictedFile): string {
  return conflicts.length === 0
    ? 'git merged this file line by line and found conflicts; record by record there are none. Use “Merge Record by Record”.'
    : 'The two sides contradict each other. Take ours, theirs or both of each conflict; everything else is merged without a question.';
}

function reasonRow(archive: Archive, { path }: ConflictedFile, why: string, above: string): Row {
  return {
    id: `${above}\nwhy`,
    node: { kind: 'conflict-file', archive, path },
    label: why,
    spoken: `Cannot be merged record by record: ${why}`,
    icon: 'error',
    color: 'list.errorForeground',
    menu: 'conflict-unread',
    opens: 'review',
    tooltip: () => `${why}\nSolve the conflict in the file.`,
  };
}

function conflictRow(archive: Archive, file: ConflictedFile, conflict: Conflict, above: string): Row {
  const { key, name, both } = conflict;
  const node: ConflictNode = { kind: 'conflict', archive, path: file.path, key, side: null };
  const label = shortened(name, QUOTE) || 'Empty quote';
  const what = whatDiffers(file, conflict);
  const id = `${above}\n${key}`;
  return {
    id,
    node,
    label,
    description: what,
    spoken: joined([`Conflict: ${label}`, what], ', '),
    icon: 'git-compare',
    color: 'list.warningForeground',
    menu: both === null ? 'conflict' : 'conflict-both',
    opens: 'review',
    unfolded: file.conflicts.length <= UNFOLDED,
    tooltip: () => joined([`“${shortened(name, 400)}”`, what], '\n'),
    children: () => (['ours', 'theirs'] as const).map((side) => sideRow(file, conflict, side, node, id)),
  };
}

function sideRow(
  file: ConflictedFile,
  conflict: Conflict,
  side: 'ours' | 'theirs',
  above: ConflictNode,
  id: string,
): Row {
  const { said, who } = saidBy(file, conflict, side);
  const label = `${SIDES[side]}: ${said}`;
  return {
    id: `${id}\n${side}`,
    node: { ...above, side },
    label,
    description: who,
    spoken: joined([label, who && `by ${who.replaceAll(' · ', ', of ')}`], ', '),
    icon: side === 'ours' ? 'arrow-small-left' : 'arrow-small-right',
    menu: side === 'ours' ? 'conflict-ours' : 'conflict-theirs',
    opens: 'review',
    tooltip: () => joined([`${SIDES[side]}${who && ` (${who})`}`, ...allOf(conflict, side)], '\n'),
  };
}
