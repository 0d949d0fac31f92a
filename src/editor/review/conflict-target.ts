import * as vscode from 'vscode';
import type { Solution, Conflict, ConflictedFile } from '../../core/conflicts';
import { visible } from '../../core/text';
import type { Archive } from '../archive/archive';
import { whisper } from '../archive/say';
import type { ConflictFileNode, ConflictNode, ViewNode } from '../rows/nodes';
import type { CommandContext } from '../commands/command';
import { isFocusArgument } from './review-target';

/** A conflicted file to act on. */
export interface ConflictFileTarget {
  readonly archive: Archive;
  readonly path: string;
  readonly file: ConflictedFile;
  /** The row, where it was one. */
  readonly node: ViewNode | null;
  /** Whether the keyboard is in the view. */
  readonly keyboard: boolean;
}

/** A conflict to decide about. */
export interface ConflictTarget extends ConflictFileTarget {
  readonly conflict: Conflict;
}

/** What a macro or another extension may name a conflict by: the address of the archive, a path in it, and the conflict's key. */
interface ConflictLink {
  readonly archive: string;
  readonly path: string;
  readonly conflict?: string;
}

/**
 * The conflicted file that a command means: of a key, a row, or a link; without any, the only one there is. Null after saying why none is.
 */
export async function conflictFileTarget(
  context: CommandContext,
  argument: unknown,
): Promise<ConflictFileTarget | null> {
  const { archives, conflicts, review } = context;
  const keyboard = isFocusArgument(argument);
  const meant: unknown = keyboard ? await review.focused() : argument;
  const node = asNode(meant);
  const link = node ? null : asLink(meant);
  const owner = archives.all.find(({ root }) => root.toString() === link?.archive);
  // Whoever names a file from outside may know more of it than has been read.
  if (owner && link) await owner.core.refresh([link.path]);
  await conflicts.look();
  const all = archives.all.flatMap((archive) => conflicts.of(archive).map((file) => ({ archive, file })));
  const found = all.filter(({ archive, file: { path } }) =>
    node
      ? archive === node.archive && path === node.path
      : !link || (archive.root.toString() === link.archive && path === link.path),
  );
  const [only, ...more] = found;
  if (keyboard && !node) return say('This is no conflict.');
  if (!only) return say(all.length === 0 ? 'No annotations are in conflict.' : 'This file is in no conflict any more.');
  if (more.length > 0) return say('Several files are in conflict. Choose one in the Review view.');
  return { ...only, path: only.file.path, node, keyboard: keyboard || node !== null };
}

/** The conflict that a command means. Null after saying why none is. */
export async function conflictTarget(context: CommandContext, argument: unknown): Promise<ConflictTarget | null> {
  const target = await conflictFileTarget(context, argument);
  if (!target) return null;
  const { file, node } = target;
  if (file.why !== null) return say(`${file.why} Solve the conflict in the file.`);
  const key = node?.kind === 'conflict' ? node.key : (asLink(argument)?.conflict ?? null);
  const conflict = file.conflicts.find((candidate) => candidate.key === key);
  if (conflict) return { ...target, conflict };
  return say(key === null ? 'This is a file. Choose one of its conflicts.' : 'This conflict is no longer there.');
}

/** Takes a side of a conflict, says what was done, and goes on to the next. */
export async function takeSide(context: CommandContext, argument: unknown, choice: Solution): Promise<void> {
  const target = await conflictTarget(context, argument);
  if (!target) return;
  const { conflict } = target;
  if (choice === 'both' && conflict.both === null) {
    void vscode.window.showInformationMessage('These two cannot both be had. Take ours or theirs, or edit the record.');
    return;
  }
  const label = `${LABELS[choice]} of “${shortName(conflict)}”`;
  await settle(context, target, label, new Map([[conflict.key, choice]]));
}

const LABELS: Record<Solution, string> = { ours: 'Take Ours', theirs: 'Take Theirs', both: 'Take Both' };

/** Writes what was decided, says what is left, and goes on. */
export async function settle(
  { conflicts, review }: CommandContext,
  { archive, path, node, keyboard }: ConflictFileTarget,
  label: string,
  choices: ReadonlyMap<string, Solution>,
): Promise<void> {
  const goOn = node && review.leaving(node, keyboard);
  const settled = await conflicts.decide(archive, path, label, choices);
  if (!settled) return;
  const name = visible(path.slice(path.lastIndexOf('/') + 1));
  const { left, staged } = settled;
  whisper(
    left > 0
      ? `${name}: ${left} ${left === 1 ? 'conflict is' : 'conflicts are'} left.`
      : `${name}: all conflicts are solved${staged ? ', and the file is staged' : ''}.`,
  );
  await goOn?.();
}

function shortName({ name }: Conflict): string {
  const line = name.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

function asNode(value: unknown): ConflictNode | ConflictFileNode | null {
  const node = typeof value === 'object' && value !== null && 'kind' in value ? (value as ViewNode) : null;
  return node?.kind === 'conflict' || node?.kind === 'conflict-file' ? node : null;
}

function asLink(value: unknown): ConflictLink | null {
  if (typeof value !== 'object' || value === null || 'kind' in value) return null;
  const { archive, path, conflict } = value as Partial<Record<keyof ConflictLink, unknown>>;
  if (typeof archive !== 'string' || typeof path !== 'string') return null;
  return { archive, path, ...(typeof conflict === 'string' ? { conflict } : {}) };
}

function say(message: string): null {
  void vscode.window.showInformationMessage(message);
  return null;
}
