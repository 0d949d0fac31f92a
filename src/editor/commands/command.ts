import type * as vscode from 'vscode';
import type { Archives } from '../archives';
import type { HighlightSwitch } from '../highlight-switch';

/** What a command is given to work with. */
export interface CommandContext {
  readonly archives: Archives;
  readonly highlights: HighlightSwitch;
  readonly extension: vscode.ExtensionContext;
}

/** A command: its id, and what it does with the arguments that a menu, a key or a link passes on. Each has a file of its own. */
export interface Command {
  readonly id: `postgloss.${string}`;
  readonly run: (context: CommandContext, ...args: unknown[]) => unknown;
}
