import { changeTagFields, knownTags } from '../../core/bulk';
import { createTag } from '../../core/decide';
import { isId, MANIFEST_FILE, TAG_COLORS } from '../../core/entities';
import { named } from './change-tag';
import { currentArchive } from '../archive/current-archive';
import { newStep } from '../archive/history';
import { whisper } from '../ui/say';
import type { Command } from '../commands/command';
import { askInput } from '../ui/pick';

/**
 * Adds a new tag to the codebook; from the row of a tag, a kind of that tag. A macro may say all: `{ "tag": "claim/unsourced",
 * "description": "…", "color": "red" }`.
 */
export const newTag: Command = {
  id: 'postgloss.newTag',
  async run({ archives }, argument) {
    const node = argument.rowOf('tag');
    const archive = node?.archive ?? (await currentArchive(archives, 'New Tag'));
    if (!archive) return;
    const { core } = archive;
    await core.open();
    const given = argument.text('tag');
    const tag = (given ?? (await askForName()))?.trim();
    if (!tag) return;
    const description = given === null ? await askForDescription(tag) : (argument.text('description') ?? '').trim();
    if (description === undefined) return;
    const color = TAG_COLORS.find((one) => one === argument.text('color'));
    const step = newStep(`New Tag ${named(tag)}`);
    if (!(await archive.decide(step, [MANIFEST_FILE], () => createTag(core, tag)))) return;
    const fields = { ...(description === '' ? {} : { description }), ...(color ? { color } : {}) };
    if (Object.keys(fields).length > 0) {
      await archive.decide(step, [MANIFEST_FILE], () => changeTagFields(core, tag, fields));
    }
    whisper(`${named(tag)} is in the codebook now.`);

    function askForName(): Thenable<string | undefined> {
      const codebook = new Set(knownTags(core).flatMap(({ id, inCodebook }) => (inCodebook ? [id] : [])));
      const value = node ? `${node.tag}/` : '';
      return askInput({
        title: 'New Tag (1/2)',
        prompt: 'Letters, digits and hyphens; “/” makes it a kind of another tag, as in claim/unsourced.',
        value,
        valueSelection: [value.length, value.length],
        validateInput: (text) => {
          const id = text.trim();
          if (id === '' || text === value) return null;
          if (codebook.has(id)) return `There is a tag ${named(id)} already.`;
          return isId(id) ? null : `${named(id)} cannot be a tag. Use letters, digits, hyphens, and “/” for kinds.`;
        },
      });
    }
  },
};

function askForDescription(tag: string): Thenable<string | undefined> {
  return askInput({
    title: 'New Tag (2/2)',
    prompt: `What ${named(tag)} is for. May stay empty.`,
  });
}
