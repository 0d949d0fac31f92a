import * as vscode from 'vscode';
import { keysOfTexts } from './key-bindings';
import type { ProtectedTexts } from './protected-texts';

/**
 * Runs the commands of the single keys once, without effect, when the first text is locked. VS Code runs a command for the first time
 * later than one that it knows: without this, keys that follow each other quickly would come in another order.
 */
export function registerWarmKeys(texts: ProtectedTexts, extension: vscode.ExtensionContext): vscode.Disposable {
  const listener = texts.onDidChange(() => {
    listener.dispose();
    const commands = new Set(keysOfTexts(extension).map(({ command }) => command));
    const idle = [...commands].map((command) => ({ command, args: { idle: true } }));
    void vscode.commands.executeCommand('runCommands', { commands: idle });
  });
  return listener;
}
