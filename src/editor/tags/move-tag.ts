import * as vscode from 'vscode';
import { isKindOf, knownTags, movedTag, type TagChange } from '../../core/bulk';
import { changeTagAcross, named } from './change-tag';
import { tagItems, tagTarget, type TagItem } from './pick-tag';
import type { Command } from '../commands/command';
import { choose } from '../ui/pick';
import { say } from '../ui/say';

interface ParentItem extends vscode.QuickPickItem {
  /** Null for the top. */
  readonly parent: string | null;
}

/** Makes a tag a kind of another one, or puts it at the top. A macro may say both, with "" for the top: `{ "tag": "claim", "under": "" }`. */
export const moveTag: Command = {
  id: 'postgloss.moveTag',
  async run({ archives }, argument) {
    const target = await tagTarget(archives, argument, 'Move Tag');
    if (!target) return;
    const { archive, tag } = target;
    const given = argument.text('under');
    const parent = given === null ? await askForParent() : given === '' ? null : given;
    if (parent === undefined) return;
    const change: TagChange = { kind: 'rename', tag, to: movedTag(tag, parent) };
    const where = parent === null ? 'to the top' : `under ${named(parent)}`;
    const words = {
      question: `Move ${named(tag)} ${where}? It is then called ${named(change.to)}.`,
      button: 'Move',
      label: `Move Tag ${named(tag)} ${where}`,
    };
    await changeTagAcross(archives, target, change, words, given === null);

    async function askForParent(): Promise<string | null | undefined> {
      const others = knownTags(archive.core).filter(({ id }) => !isKindOf(id, tag) && movedTag(tag, id) !== tag);
      const under = (item: TagItem): ParentItem => ({ ...item, parent: item.tag });
      const top: ParentItem = {
        iconPath: new vscode.ThemeIcon('list-tree'),
        label: 'The top',
        description: 'not a kind of another tag',
        parent: null,
      };
      const items = [...(tag.includes('/') ? [top] : []), ...tagItems(archive, others).map(under)];
      if (items.length === 0) {
        say(`There is no other tag that ${named(tag)} could be a kind of.`);
        return undefined;
      }
      const options = { title: `Move Tag ${named(tag)} under`, placeHolder: 'Which tag should it be a kind of?' };
      return (await choose(items, options))?.parent;
    }
  },
};
