import type * as vscode from 'vscode';
import { Archives } from './archives';
import { registerCommands } from './commands';
import { registerContextKeys } from './context-keys';
import { registerDiagnostics } from './features/diagnostics';
import { registerDocumentHighlights } from './features/document-highlights';
import { registerDefinitions } from './features/definitions';
import { registerFolding } from './features/folding';
import { registerHighlights } from './features/highlights';
import { registerHover } from './features/hover';
import { registerOutline } from './features/outline';
import { registerReferences } from './features/references';
import { registerWorkspaceSymbols } from './features/workspace-symbols';
import { HighlightSwitch } from './highlight-switch';
import type { Platform } from './platform';
import { registerAnnotationsView } from './views/annotations';
import { registerEntitiesView } from './views/entities';
import { registerPostsView } from './views/posts';

/** Starts Postgloss: finds the archives of the window, and registers each feature. Reads no text before somebody looks at one. */
export function start(context: vscode.ExtensionContext, platform: Platform): void {
  const archives = new Archives(platform);
  const highlights = new HighlightSwitch(context.workspaceState);
  context.subscriptions.push(
    archives,
    highlights,
    registerContextKeys(archives),
    registerPostsView(archives, context),
    registerEntitiesView(archives),
    registerAnnotationsView(archives, context),
    registerHighlights(archives, highlights, context.extensionUri),
    registerHover(archives),
    registerDefinitions(archives),
    registerReferences(archives),
    registerDocumentHighlights(archives),
    registerWorkspaceSymbols(archives),
    registerOutline(archives),
    registerFolding(archives),
    registerDiagnostics(archives),
    registerCommands({ archives, highlights, extension: context }),
  );
  void archives.search();
}
