import * as vscode from 'vscode';
import type { Command } from '../commands/command';
import { choose } from '../ui/pick';
import { contributes, keysOfTexts, type KeyBinding } from './key-bindings';

/** Lists the keys of a text that is read, from package.json, and runs the chosen one. */
export const showKeys: Command = {
  id: 'postgloss.showKeys',
  async run({ archives, extension }) {
    const titles = new Map(contributes(extension).commands.map(({ command, title }) => [command, title]));
    const uri = vscode.window.activeTextEditor?.document.uri;
    const tags = (uri && archives.archiveOf(uri)?.core.manifest.tags) ?? [];
    const bindings = keysOfTexts(extension).filter(
      ({ command }) => !['postgloss.otherKey', 'postgloss.showKeys'].includes(command),
    );
    const items = bindings.flatMap((binding) => {
      const { command, args } = binding;
      const tag = args?.number === undefined ? null : tags[args.number - 1];
      const description = tag ? `Tag: ${tag.id}` : (titles.get(command) ?? command);
      return tag === undefined ? [] : [{ label: keyName(binding), description, binding }];
    });
    const placeHolder = 'These keys work in this text. Choose one to press it';
    const chosen = await choose(items, { title: 'Keys for Reading', placeHolder, matchOnDescription: true });
    if (chosen) await vscode.commands.executeCommand(chosen.binding.command, chosen.binding.args);
  },
};

/** A key as people write it: `Shift+A`. */
function keyName({ key }: KeyBinding): string {
  return key.replace(/(^|\+)./g, (start) => start.toUpperCase());
}
