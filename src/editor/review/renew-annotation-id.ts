import { renewId } from '../../core/review';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { newStep } from '../archive/history';
import { whisper } from '../ui/say';
import type { Command } from '../commands/command';
import { annotationTarget } from '../commands/annotation-target';

/** Gives a new id to an annotation that shares its id with another. The quick fix therefore names the annotation by its index. */
export const renewAnnotationId: Command = {
  id: 'postgloss.renewAnnotationId',
  async run({ archives }, argument) {
    const target = await annotationTarget(archives, argument);
    if (!target) return;
    const { archive, path, text, placed } = target;
    const done = await archive.decide(newStep('New Annotation Id'), [path + SIDECAR_SUFFIX], () =>
      renewId(text, placed.annotation),
    );
    if (done) whisper('The annotation has an id of its own.');
  },
};
