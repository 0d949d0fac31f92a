import type { Command } from '../commands/command';
import { changeStatement } from '../../core/decide';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { newStep } from '../archive/history';
import { whisper } from '../ui/say';
import { chooseTags, recentTags, rememberTags } from './choose-tag';
import { addToCodebook } from './tag-passage';
import { storedNow, annotationTarget } from '../commands/annotation-target';
import { quoted } from '../../core/text';

/** Ticks and unticks the tags of an annotation. */
export const changeTags: Command = {
  id: 'postgloss.changeTags',
  async run({ archives, extension }, argument) {
    const target = await annotationTarget(archives, argument);
    if (!target) return;
    const { archive, path, text, placed } = target;
    const { annotation } = placed;
    const memory = extension.workspaceState;
    const codebook = archive.core.manifest.tags;
    const tags = await chooseTags('Change Tags', codebook, recentTags(memory), { chosen: annotation.tags });
    if (!tags) return;
    const step = newStep('Change Tags');
    if (!(await addToCodebook(step, archive, tags))) return;
    const done = await archive.decide(step, [path + SIDECAR_SUFFIX], () => {
      const current = storedNow(text, annotation);
      return current
        ? changeStatement(text, current, { tags })
        : { ok: false, why: 'The annotation is no longer there.' };
    });
    if (!done) return;
    await rememberTags(memory, tags);
    whisper(tags.length > 0 ? `Tags: ${tags.map((tag) => quoted(tag)).join(', ')}.` : 'All tags were removed.');
  },
};
