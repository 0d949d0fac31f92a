import type * as vscode from 'vscode';
import { Archives } from './archive/archives';
import { registerCommands } from './all-commands';
import { registerContextKeys } from './archive/context-keys';
import { EntityPages } from './entities/page/entity-pages';
import { registerLookBack } from './archive/look-back';
import { TextCopies } from './archive/text-copies';
import { registerCompletion } from './reading/completion';
import { registerSourceRenames } from './setup/source-renames';
import { registerDiagnostics } from './reading/diagnostics';
import { registerDocumentHighlights } from './reading/document-highlights';
import { registerDefinitions } from './entities/definitions';
import { registerFolding } from './reading/folding';
import { registerHighlights } from './reading/highlights';
import { registerHover } from './reading/hover';
import { registerIdHover } from './reading/id-hover';
import { registerLastChangeHover } from './git/last-change-hover';
import { registerOutline } from './reading/outline';
import { registerQuickFixes } from './reading/quick-fixes';
import { registerReferences } from './reading/references';
import { registerRename } from './reading/rename';
import { registerReviewProblems } from './review/review-problems';
import { registerShownEncoding } from './reading/shown-encoding';
import { registerSuggestActions } from './suggestions/suggest-actions';
import { registerWorkspaceSymbols } from './reading/workspace-symbols';
import { Conflicts } from './conflicts/conflicts';
import { HighlightSwitch } from './reading/highlight-switch';
import type { Platform } from './archive/platform';
import { registerReadingStatus } from './reading/reading-status';
import { registerModeStatus } from './reading-mode/mode-status';
import { ProtectedTexts } from './reading-mode/protected-texts';
import { registerSelectionRanges } from './reading-mode/selection-ranges';
import { registerUndoStatus } from './reading-mode/undo-status';
import { registerWarmKeys } from './reading-mode/warm-keys';
import { AnnotationsView } from './annotations/annotations';
import { EntitiesView } from './entities/entities';
import { registerPostsView } from './posts/posts';
import { ReviewView } from './review/review';
import { SuggestionsView } from './suggestions/suggestions';
import { ReadOnlyDocuments } from './archive/read-only-documents';

/** Starts Postgloss: finds the archives of the window, and registers each feature. Reads no text before somebody looks at one. */
export function start(context: vscode.ExtensionContext, platform: Platform): void {
  const archives = new Archives(platform, new TextCopies(context.storageUri));
  const highlights = new HighlightSwitch(context.workspaceState);
  const documents = new ReadOnlyDocuments();
  const conflicts = new Conflicts(archives);
  const review = new ReviewView(archives, conflicts, context);
  const suggestions = new SuggestionsView(archives);
  const annotations = new AnnotationsView(archives, context);
  const entities = new EntitiesView(archives);
  const texts = new ProtectedTexts(archives, context.workspaceState);
  const pages = new EntityPages(archives, context.extensionUri);
  context.subscriptions.push(
    archives,
    documents,
    conflicts,
    pages,
    annotations,
    entities,
    highlights,
    review,
    suggestions,
    texts,
    registerContextKeys(archives),
    registerReadingStatus(archives),
    registerModeStatus(archives, texts),
    registerWarmKeys(texts, context),
    registerUndoStatus(archives),
    registerSelectionRanges(archives),
    registerPostsView(archives, context),
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
    registerShownEncoding(archives),
    registerReviewProblems(archives),
    registerQuickFixes(archives),
    registerSuggestActions(archives, suggestions),
    registerLookBack(archives),
    registerSourceRenames(archives),
    registerCommands({
      archives,
      extension: context,
      ...{ documents, conflicts, annotations, entities, pages, review, suggestions, highlights, texts },
    }),
  );
  void archives.search();
}
