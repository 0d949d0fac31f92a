import type { Command } from '../commands/command';
import { removeAnnotations } from '../../core/decide';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { quoted } from '../../core/text';
import { newStep } from '../archive/history';
import { storedNow, annotationTarget } from '../commands/annotation-target';
import { say } from '../ui/say';

/** Deletes an annotation, and offers to undo that. */
export const deleteAnnotation: Command = {
  id: 'postgloss.deleteAnnotation',
  async run({ archives }, argument) {
    const target = await annotationTarget(archives, argument);
    if (!target) return;
    const { archive, path, text } = target;
    const { annotation } = target.placed;
    const step = newStep('Delete Annotation');
    const done = await archive.decide(step, [path + SIDECAR_SUFFIX], () => {
      const current = storedNow(text, annotation);
      return current ? removeAnnotations(text, [current]) : { ok: false, why: 'The annotation is no longer there.' };
    });
    if (!done) return;
    const { quote } = annotation;
    // Does not wait for an answer: the command is done while the message stays.
    void say(`The annotation of ${quoted(quote)} is deleted.`, 'Undo').then((answer) => {
      if (answer === 'Undo') void archives.history.undo(step);
    });
  },
};
