import * as vscode from 'vscode';
import { gitCommands } from './git/commands';
import { annotationCommands } from './annotations/commands';
import { tagCommands } from './tags/commands';
import { mentionCommands } from './mentions/commands';
import { entityCommands } from './entities/commands';
import { occurrenceCommands } from './occurrences/commands';
import { postCommands } from './posts/commands';
import { reviewCommands } from './review/commands';
import { suggestionCommands } from './suggestions/commands';
import { readingCommands } from './reading/commands';
import { setupCommands } from './setup/commands';
import type { Command } from './commands/command';
import { CommandArgument } from './commands/command-argument';
import { reveal } from './commands/reveal';
import type { EntitiesContext } from './entities/context';
import type { ReadingContext } from './reading/context';
import type { ReviewContext } from './review/context';
import type { SuggestionsContext } from './suggestions/context';

/** The contexts of all subjects' commands in one. */
export type AllContexts = EntitiesContext & ReviewContext & SuggestionsContext & ReadingContext;

const COMMANDS: readonly Command<AllContexts>[] = [
  reveal,
  ...gitCommands,
  ...annotationCommands,
  ...tagCommands,
  ...mentionCommands,
  ...entityCommands,
  ...occurrenceCommands,
  ...postCommands,
  ...reviewCommands,
  ...suggestionCommands,
  ...readingCommands,
  ...setupCommands,
];

/** Registers every command. Its argument is read here, once, and nowhere else. */
export function registerCommands(context: AllContexts): vscode.Disposable {
  const registered = COMMANDS.map(({ id, run }) =>
    vscode.commands.registerCommand(id, (...[value, others]: unknown[]) =>
      run(context, new CommandArgument(value, others)),
    ),
  );
  return vscode.Disposable.from(...registered);
}
