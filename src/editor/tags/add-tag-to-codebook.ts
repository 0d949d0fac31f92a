import { quoted } from '../../core/text';
import { newStep } from '../archive/history';
import { whisper } from '../ui/say';
import type { Command } from '../commands/command';
import { missingName } from '../commands/missing-name';
import { addToCodebook } from '../annotations/tag-passage';

/** Puts a tag that annotations use into the codebook. A quick fix names it. */
export const addTagToCodebook: Command = {
  id: 'postgloss.addTagToCodebook',
  async run({ archives }, argument) {
    const missing = missingName(archives, argument);
    if (!missing) return;
    const { archive, id } = missing;
    if (await addToCodebook(newStep(`Add Tag ${quoted(id)}`), archive, [id]))
      whisper(`${quoted(id)} is in the codebook.`);
  },
};
