import type * as vscode from 'vscode';
import type { Archives } from '../archive/archives';
import type { CommandArgument } from './command-argument';

/** The services that every command gets. A subject whose commands need a view or a service of its own extends it in its `context.ts`. */
export interface CommandContext {
  readonly archives: Archives;
  readonly extension: vscode.ExtensionContext;
}

/** A command: its id, and what it does with the argument that a menu, a key, a link or a macro passes on. */
export interface Command<Context extends CommandContext = CommandContext> {
  readonly id: `postgloss.${string}`;
  /** Answers when the command is done; macros are given the answer. */
  readonly run: (context: Context, argument: CommandArgument) => unknown;
}
