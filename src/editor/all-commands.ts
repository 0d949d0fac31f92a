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
import { readingModeCommands } from './reading-mode/commands';
import { setupCommands } from './setup/commands';
import type { Command } from './commands/command';
import { CommandArgument } from './commands/command-argument';
import { reveal } from './commands/reveal';
import type { AnnotationsContext } from './annotations/context';
import type { EntitiesContext } from './entities/context';
import type { ReadingContext } from './reading/context';
import type { ReadingModeContext } from './reading-mode/context';
import type { ReviewContext } from './review/context';
import type { SuggestionsContext } from './suggestions/context';
import { message } from './ui/inert';
import { awaitingList, keptForList } from './ui/typed-ahead';

/** The contexts of all subjects' commands in one. */
export type AllContexts = AnnotationsContext &
  EntitiesContext &
  ReviewContext &
  SuggestionsContext &
  ReadingContext &
  ReadingModeContext;

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
  ...readingModeCommands,
  ...setupCommands,
];

/**
 * Registers every command. Its argument is read here, once, and nowhere else. A single key passes itself as `key`, and `asks` where its
 * command opens a list: what is typed before that list has the keyboard belongs to it.
 */
export function registerCommands(context: AllContexts): vscode.Disposable {
  const registered = COMMANDS.map(({ id, run }) =>
    vscode.commands.registerCommand(id, async (...[value, others]: unknown[]) => {
      const argument = new CommandArgument(value, others);
      const key = argument.text('key');
      if (argument.flag('idle') || (key !== null && keptForList(key))) return;
      try {
        return await (argument.flag('asks') ? awaitingList(() => run(context, argument)) : run(context, argument));
      } catch (error) {
        // VS Code shows it as a message. It may name a file.
        throw new Error(message(error instanceof Error ? error.message : String(error)), { cause: error });
      }
    }),
  );
  return vscode.Disposable.from(...registered);
}
