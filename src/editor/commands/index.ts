import * as vscode from 'vscode';
import type { Archives } from '../archives';

/** What a command is given to work with. */
export interface CommandContext {
  readonly archives: Archives;
  readonly extension: vscode.ExtensionContext;
}

/** A command: its id, and what it does with the arguments that a menu, a key or a link passes on. Each has a file of its own. */
export interface Command {
  readonly id: `postgloss.${string}`;
  run(context: CommandContext, ...args: unknown[]): unknown;
}

const COMMANDS: readonly Command[] = [];

/** Registers every command. The manifest test holds the list against package.json. */
export function registerCommands(archives: Archives, extension: vscode.ExtensionContext): vscode.Disposable {
  const context = { archives, extension };
  return vscode.Disposable.from(
    ...COMMANDS.map((command) => vscode.commands.registerCommand(command.id, (...args: unknown[]) => command.run(context, ...args))),
  );
}
