import type { Command, CommandContext } from '../commands/command';
import { annotate, createTag } from '../../core/decide';
import { isId, MANIFEST_FILE } from '../../core/entities';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import type { Archive } from '../archive/archive';
import { newStep, type Step } from '../archive/history';
import { whisper } from '../archive/say';
import { signature } from '../archive/signature';
import { chooseTags, recentTags, rememberTags } from './choose-tag';
import { passages, unsavedHint, type Passages } from '../commands/passage';

/** Tags the selected passages. A key binding may name the tag: `"args": { "tag": "claim" }`. */
export const tagPassage: Command = {
  id: 'postgloss.tagPassage',
  async run(context, argument) {
    const target = await passages(context.archives);
    if (!target) return;
    const memory = context.extension.workspaceState;
    const named = tagArgument(argument);
    const title = target.spans.length === 1 ? 'Tag Passage' : `Tag ${target.spans.length} Passages`;
    const tags = named ? [named] : await chooseTags(title, target.archive.core.manifest.tags, recentTags(memory), null);
    if (tags && tags.length > 0) await tagPassages(context, target, tags);
  },
};

/** Tags passages; a tag that the codebook does not have yet is added to it first. */
export async function tagPassages(
  { extension }: CommandContext,
  target: Passages,
  tags: readonly string[],
): Promise<void> {
  const { archive, path, text, spans, editor } = target;
  const step = newStep(`Tag ${tags.join(', ')}`);
  if (!(await addToCodebook(step, archive, tags))) return;
  const signed = await signature(editor.document.uri);
  if (!(await archive.decide(step, [path + SIDECAR_SUFFIX], () => annotate(text, spans, { tags }, signed)))) return;
  await rememberTags(extension.workspaceState, tags);
  whisper(`Tagged ${tags.join(', ')}.${unsavedHint(editor.document)}`);
}

/** Puts tags into the codebook that it does not have, as a part of a step. Answers whether all are there now. */
export async function addToCodebook(step: Step, archive: Archive, tags: readonly string[]): Promise<boolean> {
  for (const tag of tags) {
    if (archive.core.manifest.tags.some((known) => known.id === tag)) continue;
    if (!(await archive.decide(step, [MANIFEST_FILE], () => createTag(archive.core, tag)))) return false;
  }
  return true;
}

function tagArgument(argument: unknown): string | null {
  if (typeof argument !== 'object' || argument === null || !('tag' in argument)) return null;
  return typeof argument.tag === 'string' && isId(argument.tag) ? argument.tag : null;
}
