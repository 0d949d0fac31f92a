import { refuseTagChange, type TagChange } from '../../core/bulk';
import { changeTagAcross, named } from './change-tag';
import { tagTarget } from './pick-tag';
import type { Command } from '../commands/command';
import { askInput } from '../ui/pick';

/** Renames a tag with its kinds, in the codebook and in all annotations. A macro may say both: `{ "tag": "claim", "to": "assertion" }`. */
export const renameTag: Command = {
  id: 'postgloss.renameTag',
  async run({ archives }, argument) {
    const target = await tagTarget(archives, argument, 'Rename Tag');
    if (!target) return;
    const { archive, tag } = target;
    const given = argument.text('to');
    const changeTo = (to: string): TagChange => ({ kind: 'rename', tag, to: to.trim() });
    const to =
      given ??
      (await askInput({
        title: `Rename Tag ${named(tag)}`,
        prompt: 'The new name. “/” makes it a kind of another tag. Its own kinds are renamed with it.',
        value: tag,
        // People mostly change the last part.
        valueSelection: [tag.lastIndexOf('/') + 1, tag.length],
        validateInput: (value) => (value.trim() === tag ? null : refuseTagChange(archive.core, changeTo(value))),
      }));
    if (to === undefined || (given === null && to.trim() === tag)) return;
    const words = {
      question: `Rename ${named(tag)} to ${named(to.trim())}?`,
      button: 'Rename',
      label: `Rename Tag ${named(tag)}`,
    };
    await changeTagAcross(archives, target, changeTo(to), words, given === null);
  },
};
