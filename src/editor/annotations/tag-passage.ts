import * as vscode from 'vscode';
import type { Command, CommandContext } from '../commands/command';
import type { CommandArgument } from '../commands/command-argument';
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
import { many } from '../ui/words';

/** Tags the selected passages. A key binding may name the tag: `"args": { "tag": "claim" }`. */
export const tagPassage: Command = {
  id: 'postgloss.tagPassage',
  async run(context, argument) {
    const tag = argument.text('tag');
    const asked = passages(context.archives, argument);
    const tags = tag !== null && isId(tag) ? [tag] : await askForTags(context, argument, asked);
    const target = await asked;
    if (target && tags && tags.length > 0) await tagPassages(context, target, tags);
  },
};

/** Asks for a tag at once, while the passages are looked for: what is typed from now on belongs to the list. */
function askForTags(
  { archives, extension }: CommandContext,
  argument: CommandArgument,
  asked: Promise<Passages | null>,
): Promise<string[] | undefined> {
  const editor = vscode.window.activeTextEditor;
  const codebook = (editor && archives.archiveOf(editor.document.uri)?.core.manifest.tags) ?? [];
  const count = editor?.selections.filter(({ isEmpty }) => !isEmpty).length ?? 0;
  const title = count < 2 ? 'Tag Passage' : `Tag ${count} Passages`;
  const until = asked.then((target) => target !== null);
  const numbered = argument.text('key') !== null;
  return chooseTags(title, codebook, recentTags(extension.workspaceState), { until, numbered });
}

/** Tags the selected passages with the tag that was used last; asks for one when there is none yet. */
export const tagAgain: Command = {
  id: 'postgloss.tagAgain',
  async run(context, argument) {
    const [last] = recentTags(context.extension.workspaceState);
    if (last === undefined) {
      await tagPassage.run(context, argument);
      return;
    }
    const target = await passages(context.archives, argument);
    if (target) await tagPassages(context, target, [last]);
  },
};

/** Tags the selected passages with a tag of the codebook by its number, from 1, in the order of the codebook: `"args": { "number": 2 }`. */
export const tagByNumber: Command = {
  id: 'postgloss.tagByNumber',
  async run(context, argument) {
    const target = await passages(context.archives, argument);
    if (!target) return;
    const number = argument.number('number') ?? 1;
    const { tags } = target.archive.core.manifest;
    const tag = tags[number - 1];
    if (tag) await tagPassages(context, target, [tag.id]);
    else whisper(`The codebook has ${many(tags.length, 'tag')}, and none has the number ${number}.`, 'info');
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
  // A selection would hide the colour of the tag.
  editor.selections = editor.selections.map(({ end }) => new vscode.Selection(end, end));
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
