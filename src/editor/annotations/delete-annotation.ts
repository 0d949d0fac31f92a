import { removeAnnotations } from '../../core/decide';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { quoted } from '../../core/text';
import { newStep } from '../archive/history';
import { annotationTarget, storedNow, type AnnotationTarget } from '../commands/annotation-target';
import type { Command } from '../commands/command';
import { CommandArgument } from '../commands/command-argument';
import { say } from '../ui/say';
import { many } from '../ui/words';
import type { AnnotationsContext } from './context';

/** Deletes annotations, and offers to undo that: those of the rows, or the one of a link or at the cursor. */
export const deleteAnnotation: Command<AnnotationsContext> = {
  id: 'postgloss.deleteAnnotation',
  async run(context, argument) {
    const { archives } = context;
    const targets = await meant(context, argument);
    const [first] = targets;
    if (!first) return;
    const what = targets.length === 1 ? 'Annotation' : many(targets.length, 'Annotation');
    const step = newStep(`Delete ${what}`);
    for (const ofText of byText(targets)) {
      const [{ archive, path, text }] = ofText;
      const done = await archive.decide(step, [path + SIDECAR_SUFFIX], () => {
        const current = ofText.flatMap(({ placed }) => storedNow(text, placed.annotation) ?? []);
        return current.length === ofText.length
          ? removeAnnotations(text, current)
          : { ok: false, why: 'The annotation is no longer there.' };
      });
      if (!done) return;
    }
    const { quote } = first.placed.annotation;
    const which = targets.length === 1 ? `The annotation of ${quoted(quote)} is` : `${what} are`;
    // Does not wait for an answer: the command is done while the message stays.
    void say(`${which} deleted.`, 'Undo').then((answer) => {
      if (answer === 'Undo') void archives.history.undo(step);
    });
  },
};

/** The annotations that the command means; none after telling why. */
async function meant(
  { archives, annotations }: AnnotationsContext,
  argument: CommandArgument,
): Promise<AnnotationTarget[]> {
  const rows = argument.focused ? await annotations.focused() : argument.rowsOf('annotation');
  if (argument.focused && rows.length === 0) say('Choose an annotation in the view “Annotations” first.');
  const named = rows.map((row) => new CommandArgument(row));
  const targets: AnnotationTarget[] = [];
  for (const one of argument.focused || named.length > 0 ? named : [argument]) {
    const target = await annotationTarget(archives, one);
    if (!target) return [];
    // By tag, an annotation with two tags has two rows.
    if (!targets.some(({ placed }) => placed === target.placed)) targets.push(target);
  }
  return targets;
}

/** The annotations of each text together: a sidecar is written once. */
function byText(targets: readonly AnnotationTarget[]): [AnnotationTarget, ...AnnotationTarget[]][] {
  const groups = new Map<unknown, [AnnotationTarget, ...AnnotationTarget[]]>();
  for (const target of targets) {
    const group = groups.get(target.text);
    if (group) group.push(target);
    else groups.set(target.text, [target]);
  }
  return [...groups.values()];
}
