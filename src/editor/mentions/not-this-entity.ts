import type { Command } from '../commands/command';
import { annotate } from '../../core/decide';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { newStep } from '../archive/history';
import { whisper } from '../ui/say';
import { signature } from '../archive/signature';
import { mentionTarget } from './mention-target';
import { quoted } from '../../core/text';

/** Says that a computed mention is not the entity: it is no longer highlighted, counted or listed. */
export const notThisEntity: Command = {
  id: 'postgloss.notThisEntity',
  async run({ archives }, argument) {
    const target = await mentionTarget(archives, argument);
    if (!target) return;
    const { archive, path, text, mention } = target;
    const signed = await signature(archive.uriOf(path));
    const statement = { not: mention.entity.id };
    if (
      await archive.decide(newStep(`Not ${quoted(mention.entity.name)}`), [path + SIDECAR_SUFFIX], () =>
        annotate(text, [mention.span], statement, signed),
      )
    ) {
      whisper(`Not ${quoted(mention.entity.name)}.`);
    }
  },
};
