import type { Scope, Subject } from '../../core/bulk';
import { namedScope, type Look } from './look';
import type { Answers } from './questions';
import { askInTurn, type Turn } from '../ui/steps';
import { subjectsAt, type SubjectItem } from './subject';
import type { CommandArgument } from '../commands/command-argument';

// The beginning of Tag All Occurrences and of Remove from All Occurrences: with the selection, or with the argument of a macro.

/** The subject and the scope that a macro names. The selection is the subject if it names none; null where it names no scope. */
export function namedOccurrences(where: Look, argument: CommandArgument): { subject: Subject; scope: Scope } | null {
  const subject = where.subject ?? itemsAt(where)[0]?.subject ?? null;
  const scope = subject && namedScope(where, subject, argument);
  return subject && scope ? { subject, scope } : null;
}

/** The answers to begin with, and the subjects to choose from where the selection leaves several. */
export function firstAnswers(where: Look): { answers: Answers; items: readonly SubjectItem[] } {
  const items = itemsAt(where);
  // The selected text is the subject, unless an entity is mentioned in it: then either may be meant.
  const selected = where.active !== null && !where.active.editor.selection.isEmpty;
  const clear = selected && items.length === 1 ? items[0]?.subject : undefined;
  return { items, answers: { subject: where.subject ?? clear ?? null, scope: { kind: 'archive' }, untagged: false } };
}

/** One of several questions. */
export type Step = (title: string, back: boolean) => Promise<Turn>;

/** Asks one question after the other, with their number in the title. */
export function askSteps(title: string, steps: readonly Step[]): Promise<boolean> {
  return askInTurn(steps.map((step, i) => () => step(`${title} (${i + 1}/${steps.length})`, i > 0)));
}

function itemsAt({ active }: Look): SubjectItem[] {
  return active ? subjectsAt(active.text, active.editor) : [];
}
