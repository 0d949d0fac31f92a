import type { Command, CommandContext } from '../commands/command';
import { CommandArgument } from '../commands/command-argument';
import { annotate, changeStatement } from '../../core/decide';
import type { Decision } from '../../core/decision';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { visible } from '../../core/text';
import type { TextInArchive } from '../archive/archives';
import { newStep } from '../archive/history';
import { whisper } from '../ui/say';
import { signature } from '../archive/signature';
import { openAnnotationRecord } from './open-annotation-record';
import { passages, unsavedHint } from '../commands/passage';
import { storedNow, annotationsAt, annotationTarget, type AnnotationTarget } from '../commands/annotation-target';
import { askInput } from '../ui/pick';

/** Writes a note on the selected passage, or edits the note that it has. A macro may pass the note: `"args": { "note": "…" }`. */
export const writeNote: Command = {
  id: 'postgloss.writeNote',
  async run(context, argument) {
    const { archives } = context;
    const given = argument.text('note')?.trim() ?? null;
    if (given === null && argument.given && argument.text('key') === null) {
      const target = await annotationTarget(archives, argument);
      if (target) await editNote(context, target);
      return;
    }
    const target = await passages(archives, argument);
    if (!target) return;
    const [span] = target.spans;
    const existing = annotationsAt(target.text.annotations, span ?? { start: 0, end: 0 }).find(
      ({ anchor }) => anchor.span?.start === span?.start && anchor.span?.end === span?.end,
    );
    if (existing && given === null) {
      await editNote(context, { ...target, placed: existing });
      return;
    }
    const note = given ?? (await askForNote('Write Note', ''));
    if (note === undefined || note === '') return;
    const signed = await signature(target.editor.document.uri);
    await save(
      target,
      () => annotate(target.text, target.spans, { note }, signed),
      `The note is saved.${unsavedHint(target.editor.document)}`,
    );
  },
};

async function editNote(context: CommandContext, target: AnnotationTarget): Promise<void> {
  const { annotation } = target.placed;
  // An input box has one line; a longer note would lose the others. The sidecar shows the whole note.
  if (annotation.note?.includes('\n')) {
    const { archive, path } = target;
    const { id, index } = annotation;
    await openAnnotationRecord.run(context, new CommandArgument({ kind: 'annotation', archive, path, id, index }));
    return;
  }
  const note = await askForNote(annotation.note ? 'Edit Note' : 'Write Note', annotation.note ?? '');
  if (note === undefined) return;
  const decide = (): Decision => {
    const current = storedNow(target.text, annotation);
    if (!current) return { ok: false, why: 'The annotation is no longer there.' };
    return changeStatement(target.text, current, { note: note === '' ? null : note });
  };
  await save(target, decide, note === '' ? 'The note was removed.' : 'The note is saved.');
}

async function askForNote(title: string, value: string): Promise<string | undefined> {
  const prompt = value === '' ? 'Your note about the passage' : 'Leave it empty to remove the note.';
  const note = await askInput({
    title,
    prompt,
    value: visible(value) === value ? value : '',
    ignoreFocusOut: true,
  });
  return note?.trim();
}

async function save({ archive, path }: TextInArchive, decide: () => Decision, done: string): Promise<void> {
  if (await archive.decide(newStep('Write Note'), [path + SIDECAR_SUFFIX], decide)) whisper(done);
}
