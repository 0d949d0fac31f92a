import type { Solution, Conflict, ConflictedFile } from '../../core/conflicts';
import type { Archive } from '../archive/archive';
import { say, whisper } from '../ui/say';
import type { ViewNode } from '../rows/nodes';
import { CommandArgument } from '../commands/command-argument';
import type { ReviewContext } from './context';
import { pathName } from '../ui/inert';

/** A conflicted file to act on. */
export interface ConflictFileTarget {
  readonly archive: Archive;
  readonly path: string;
  readonly file: ConflictedFile;
  /** The row that the command was called on; null for a link, or for none. */
  readonly node: ViewNode | null;
  /** Whether the keyboard is in the view. */
  readonly keyboard: boolean;
}

/** A conflict to decide about. */
export interface ConflictTarget extends ConflictFileTarget {
  readonly conflict: Conflict;
}

/**
 * The conflicted file that a command means: that of the focused row, the clicked row or the link; without any of these, the only
 * conflicted file. Null after a message that tells why there is none.
 */
export async function conflictFileTarget(
  context: ReviewContext,
  argument: CommandArgument,
): Promise<ConflictFileTarget | null> {
  const { archives, conflicts, review } = context;
  const keyboard = argument.focused;
  const meant = keyboard ? new CommandArgument(await review.focused()) : argument;
  const node = meant.rowOf('conflict', 'conflict-file');
  const [root, path] = [meant.text('archive'), meant.text('path')];
  const link = root !== null && path !== null ? { root, path } : null;
  // The file of a link may have changed since it was read.
  if (link) await meant.archiveIn(archives)?.core.refresh([link.path]);
  await conflicts.look();
  const all = archives.all.flatMap((archive) => conflicts.of(archive).map((file) => ({ archive, file })));
  const found = all.filter(({ archive, file: { path } }) =>
    node
      ? archive === node.archive && path === node.path
      : !link || (archive.root.toString() === link.root && path === link.path),
  );
  const [only, ...more] = found;
  if (keyboard && !node) return say('This row is no conflict. Choose a conflict in the Review view.');
  if (!only) return say(all.length === 0 ? 'No annotations are in conflict.' : 'This file is in no conflict any more.');
  if (more.length > 0) return say('Several files are in conflict. Choose one in the Review view.');
  return { ...only, path: only.file.path, node, keyboard: keyboard || node !== null };
}

/** The conflict that a command means. Null after a message that tells why there is none. */
export async function conflictTarget(
  context: ReviewContext,
  argument: CommandArgument,
): Promise<ConflictTarget | null> {
  const target = await conflictFileTarget(context, argument);
  if (!target) return null;
  const { file, node } = target;
  if (file.why !== null) return say(`${file.why} Solve the conflict in the file.`);
  const key = node?.kind === 'conflict' ? node.key : argument.text('conflict');
  const conflict = file.conflicts.find((candidate) => candidate.key === key);
  if (conflict) return { ...target, conflict };
  return say(key === null ? 'This is a file. Choose one of its conflicts.' : 'This conflict is no longer there.');
}

/** Writes the choices, tells how many conflicts of the file are left, and goes to the next item of the queue. */
export async function decideConflicts(
  { conflicts, review }: ReviewContext,
  { archive, path, node, keyboard }: ConflictFileTarget,
  label: string,
  choices: ReadonlyMap<string, Solution>,
): Promise<void> {
  const goOn = node && review.leaving(node, keyboard);
  const solved = await conflicts.decide(archive, path, label, choices);
  if (!solved) return;
  const name = pathName(path.slice(path.lastIndexOf('/') + 1));
  const { left, staged } = solved;
  whisper(
    left > 0
      ? `${name}: ${left} ${left === 1 ? 'conflict is' : 'conflicts are'} left.`
      : `${name}: all conflicts are solved${staged ? ', and the file is staged' : ''}.`,
  );
  await goOn?.();
}
