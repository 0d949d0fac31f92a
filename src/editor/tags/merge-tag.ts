import { knownTags, type TagChange } from '../../core/bulk';
import { changeTagAcross, named } from './change-tag';
import { tagItems, tagTarget } from './pick-tag';
import type { Command } from '../commands/command';
import { choose } from '../ui/pick';
import { say } from '../ui/say';

/** Puts one tag into another. A macro may say both: `{ "tag": "assertion", "into": "claim" }`. */
export const mergeTag: Command = {
  id: 'postgloss.mergeTag',
  async run({ archives }, argument) {
    const target = await tagTarget(archives, argument, 'Merge Tag into Another');
    if (!target) return;
    const { archive, tag } = target;
    const others = knownTags(archive.core).filter(({ id }) => id !== tag);
    if (others.length === 0) {
      say(`There is no other tag that ${named(tag)} could be merged into.`);
      return;
    }
    const given = argument.text('into');
    const into =
      given ??
      (
        await choose(tagItems(archive, others), {
          title: `Merge Tag ${named(tag)} into`,
          placeHolder: `The tag that stays; it replaces ${named(tag)} in all annotations`,
          matchOnDescription: true,
        })
      )?.tag;
    if (into === undefined) return;
    const change: TagChange = { kind: 'merge', tag, into };
    const words = {
      question: `Merge ${named(tag)} into ${named(into)}? In the codebook only ${named(into)} stays, with its own description and colour.`,
      button: 'Merge',
      label: `Merge Tag ${named(tag)} into ${named(into)}`,
    };
    await changeTagAcross(archives, target, change, words, given === null);
  },
};
