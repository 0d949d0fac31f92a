import type * as vscode from 'vscode';
import { Archives } from './archives';
import { registerCommands } from './commands';
import { registerContextKeys } from './context-keys';
import { EntityPages } from './entity-page/entity-pages';
import { registerLookBack } from './evidence/look-back';
import { TextCopies } from './evidence/text-copies';
import { registerCompletion } from './features/completion';
import { registerSourceRenames } from './features/source-renames';
import { registerDiagnostics } from './features/diagnostics';
import { registerDocumentHighlights } from './features/document-highlights';
import { registerDefinitions } from './features/definitions';
import { registerFolding } from './features/folding';
import { registerHighlights } from './features/highlights';
import { registerHover } from './features/hover';
import { registerIdHover } from './features/id-hover';
import { registerLastChangeHover } from './features/last-change-hover';
import { registerOutline } from './features/outline';
import { registerQuickFixes } from './features/quick-fixes';
import { registerReferences } from './features/references';
import { registerRename } from './features/rename';
import { registerReviewProblems } from './features/review-problems';
import { registerSuggestActions } from './features/suggest-actions';
import { registerWorkspaceSymbols } from './features/workspace-symbols';
import { Conflicts } from './git/conflicts';
import { HighlightSwitch } from './highlight-switch';
import type { Platform } from './platform';
import { registerReadingStatus } from './reading-status';
import { registerAnnotationsView } from './views/annotations';
import { EntitiesView } from './views/entities';
import { registerPostsView } from './views/posts';
import { ReviewView } from './views/review';
import { SuggestionsView } from './views/suggestions';

/** Starts Postgloss: finds the archives of the window, and registers each feature. Reads no text before somebody looks at one. */
export function start(context: vscode.ExtensionContext, platform: Platform): void {
  const archives = new Archives(platform, new TextCopies(context.storageUri));
  const highlights = new HighlightSwitch(context.workspaceState);
  const conflicts = new Conflicts(archives);
  const review = new ReviewView(archives, conflicts, context);
  const suggestions = new SuggestionsView(archives);
  const entities = new EntitiesView(archives);
  const pages = new EntityPages(archives, context.extensionUri);
  context.subscriptions.push(
    archives,
    conflicts,
    pages,
    entities,
    highlights,
    review,
    suggestions,
    registerContextKeys(archives),
    registerReadingStatus(archives),
    registerPostsView(archives, context),
    registerAnnotationsView(archives, context),
    registerHighlights(archives, highlights, context.extensionUri),
    registerHover(archives, conflicts),
    registerIdHover(archives),
    registerLastChangeHover(archives),
    registerCompletion(archives),
    registerDefinitions(archives),
    registerReferences(archives),
    registerRename(archives),
    registerDocumentHighlights(archives),
    registerWorkspaceSymbols(archives),
    registerOutline(archives),
    registerFolding(archives),
    registerDiagnostics(archives),
    registerReviewProblems(archives),
    registerQuickFixes(archives),
    registerSuggestActions(archives, suggestions),
    registerLookBack(archives),
    registerSourceRenames(archives),
    registerCommands({ archives, entities, conflicts, pages, highlights, review, suggestions, extension: context }),
  );
  void archives.search();
}
