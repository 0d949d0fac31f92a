import { changeTagFields } from '../../core/bulk';
import { MANIFEST_FILE } from '../../core/entities';
import { named } from './change-tag';
import { tagTarget } from './pick-tag';
import { newStep } from '../archive/history';
import { whisper } from '../ui/say';
import type { Command } from '../commands/command';
import { askInput } from '../ui/pick';

/** Changes the description of a tag in the codebook. A macro may pass it: `{ "tag": "claim", "description": "…" }`. */
export const describeTag: Command = {
  id: 'postgloss.describeTag',
  async run({ archives }, argument) {
    const target = await tagTarget(archives, argument, 'Describe Tag');
    if (!target) return;
    const { archive, tag } = target;
    const { core } = archive;
    const now = core.manifest.tags.find(({ id }) => id === tag)?.description ?? '';
    const given = argument.text('description');
    const description =
      given ??
      (await askInput({
        title: `Describe Tag ${named(tag)}`,
        prompt: 'What the tag is for. Leave it empty to remove the description.',
        value: now,
      }));
    if (description === undefined) return;
    const done = await archive.decide(newStep(`Describe Tag ${named(tag)}`), [MANIFEST_FILE], () =>
      changeTagFields(core, tag, { description: description.trim() }),
    );
    if (done) whisper(`The description of ${named(tag)} is changed.`);
  },
};
