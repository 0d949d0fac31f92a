import type * as vscode from 'vscode';
import type { Archives } from '../archive/archives';
import type { EntityPages } from '../entities/page/entity-pages';
import type { Conflicts } from '../conflicts/conflicts';
import type { HighlightSwitch } from '../reading/highlight-switch';
import type { EntitiesView } from '../entities/entities';
import type { ReviewView } from '../review/review';
import type { SuggestionsView } from '../suggestions/suggestions';

/** What a command is given to work with. */
export interface CommandContext {
  readonly archives: Archives;
  readonly conflicts: Conflicts;
  readonly highlights: HighlightSwitch;
  readonly entities: EntitiesView;
  readonly review: ReviewView;
  readonly suggestions: SuggestionsView;
  readonly pages: EntityPages;
  readonly extension: vscode.ExtensionContext;
}

/** A command: its id, and what it does with the arguments that a menu, a key or a link passes on. Each has a file of its own. */
export interface Command {
  readonly id: `postgloss.${string}`;
  readonly run: (context: CommandContext, ...args: unknown[]) => unknown;
}
