import type { Command, CommandContext } from '../commands/command';
import { CommandArgument } from '../commands/command-argument';
import { annotate, createTag } from '../../core/decide';
import { isId, MANIFEST_FILE } from '../../core/entities';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import type { Archive } from '../archive/archive';
import { newStep, type Step } from '../archive/history';
import { whisper } from '../ui/say';
import { signature } from '../archive/signature';
import { chooseTags, recentTags, rememberTags } from './choose-tag';
import { passages, unsavedHint, type Passages } from '../commands/passage';
import { quoted } from '../../core/text';

/** Tags the selected passages. A key binding may name the tag: `"args": { "tag": "claim" }`. */
export const tagPassage: Command = {
  id: 'postgloss.tagPassage',
  async run(context, argument) {
    const target = await passages(context.archives);
    if (!target) return;
    const memory = context.extension.workspaceState;
    const tag = argument.text('tag');
    const named = tag !== null && isId(tag) ? tag : null;
    const title = target.spans.length === 1 ? 'Tag Passage' : `Tag ${target.spans.length} Passages`;
    const tags = named ? [named] : await chooseTags(title, target.archive.core.manifest.tags, recentTags(memory), null);
    if (tags && tags.length > 0) await tagPassages(context, target, tags);
  },
};

/** Tags the selected passages with the tag that was used last; asks for one when there is none yet. */
export const tagAgain: Command = {
  id: 'postgloss.tagAgain',
  async run(context) {
    const [last] = recentTags(context.extension.workspaceState);
    if (last === undefined) {
      await tagPassage.run(context, CommandArgument.none);
      return;
    }
    const target = await passages(context.archives);
    if (target) await tagPassages(context, target, [last]);
  },
};

/** Tags passages; a tag that the codebook does not have yet is added to it first. */
async function tagPassages({ extension }: CommandContext, target: Passages, tags: readonly string[]): Promise<void> {
  const { archive, path, text, spans, editor } = target;
  const named = tags.map((tag) => quoted(tag)).join(', ');
  const step = newStep(`Tag ${named}`);
  if (!(await addToCodebook(step, archive, tags))) return;
  const signed = await signature(editor.document.uri);
  if (!(await archive.decide(step, [path + SIDECAR_SUFFIX], () => annotate(text, spans, { tags }, signed)))) return;
  await rememberTags(extension.workspaceState, tags);
  whisper(`Tagged ${named}.${unsavedHint(editor.document)}`);
}

/** Adds the tags that the codebook lacks to it, as a part of a step. Answers whether it has all of them now. */
export async function addToCodebook(step: Step, archive: Archive, tags: readonly string[]): Promise<boolean> {
  for (const tag of tags) {
    if (archive.core.manifest.tags.some((known) => known.id === tag)) continue;
    if (!(await archive.decide(step, [MANIFEST_FILE], () => createTag(archive.core, tag)))) return false;
  }
  return true;
}
