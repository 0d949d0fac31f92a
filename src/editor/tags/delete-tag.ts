import * as vscode from 'vscode';
import { previewTagChange, type TagChange } from '../../core/bulk';
import { changeTagAcross, named, saysNothing, touched } from './change-tag';
import { tagTarget } from './pick-tag';
import { many } from '../ui/words';
import type { Command } from '../commands/command';
import { choose } from '../ui/pick';

/**
 * Deletes a tag with its kinds: from the codebook only, or from the annotations too. A macro may say which:
 * `{ "tag": "claim", "annotations": true }`.
 */
export const deleteTag: Command = {
  id: 'postgloss.deleteTag',
  async run({ archives }, argument) {
    const target = await tagTarget(archives, argument, 'Delete Tag');
    if (!target) return;
    const { archive, tag } = target;
    const deletion = (annotations: boolean): TagChange => ({ kind: 'delete', tag, annotations });
    const annotations = argument.flag('annotations') ?? (await askHow());
    if (annotations === undefined) return;
    const words = { question: `Delete ${named(tag)}?`, button: 'Delete', label: `Delete Tag ${named(tag)}` };
    await changeTagAcross(archives, target, deletion(annotations), words, false);

    /** Asks from where to delete the tag. Each choice shows its effect, so that no second question is needed. */
    async function askHow(): Promise<boolean | undefined> {
      const all = previewTagChange(archive.core, deletion(true));
      const everywhere = {
        label: all.annotations > 0 ? 'Everywhere' : 'From the codebook',
        iconPath: new vscode.ThemeIcon('trash'),
        description: touched(all),
        detail: all.removed > 0 ? saysNothing(all.removed) : 'No annotation is removed.',
        annotations: true,
      };
      const codebook = {
        iconPath: new vscode.ThemeIcon('book'),
        label: 'From the codebook only',
        description: many(all.tags, 'tag'),
        detail: `${many(all.annotations, 'annotation')} ${all.annotations === 1 ? 'keeps' : 'keep'} it, as a tag that the codebook does not have.`,
        annotations: false,
      };
      const items = all.tags > 0 && all.annotations > 0 ? [everywhere, codebook] : [everywhere];
      const options = { title: `Delete Tag ${named(tag)}`, placeHolder: 'From where? It can be undone.' };
      return (await choose(items, options))?.annotations;
    }
  },
};
