import * as vscode from 'vscode';
import { kindOf, REGISTRY_FILE, type Entity } from '../../core/entities';
import { indexLines } from '../../core/text';
import type { Archives } from '../archive/archives';
import { toRange } from '../ui/convert';
import { inert } from '../ui/inert';

/** How many symbols are handed to the editor at once; the editor filters them by the typed query. */
const MOST = 2000;

/** Entities and posts in “Go to Symbol in Workspace”. */
export function registerWorkspaceSymbols(archives: Archives): vscode.Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(query) {
      const symbols: vscode.SymbolInformation[] = [];
      for (const archive of archives.all) {
        await archive.core.open();
        const { registry, registryText, texts } = archive.core;
        const lines = indexLines(registryText ?? '');
        for (const entity of registry.entities) {
          const spelling = [entity.name, ...entity.aliases].find((name) => mayMatch(name, query));
          if (spelling === undefined) continue;
          const place = new vscode.Location(archive.uriOf(REGISTRY_FILE), toRange(lines, entity.place));
          symbols.push(
            new vscode.SymbolInformation(inert(spelling), symbolKind(entity), inert(describe(entity, spelling)), place),
          );
        }
        for (const text of texts) {
          for (const post of text.posts) {
            if (post.title === null || !mayMatch(post.title, query)) continue;
            const place = new vscode.Location(
              archive.uriOf(text.path),
              toRange(text.lines, post.places.title ?? post.header),
            );
            symbols.push(
              new vscode.SymbolInformation(inert(post.title), vscode.SymbolKind.File, post.date ?? '', place),
            );
          }
        }
      }
      return symbols.slice(0, MOST);
    },
  });
}

/** The kind of symbol, and so the icon, that comes nearest to an entity's type. */
function symbolKind(entity: Entity): vscode.SymbolKind {
  switch (kindOf(entity.type)) {
    case 'person':
      return vscode.SymbolKind.Class;
    case 'organization':
    case 'group':
      return vscode.SymbolKind.Module;
    case 'place':
      return vscode.SymbolKind.Namespace;
    case 'event':
      return vscode.SymbolKind.Event;
    case 'publication':
    case 'work':
      return vscode.SymbolKind.File;
    case 'concept':
    case 'other':
      return vscode.SymbolKind.Constant;
  }
}

function describe(entity: Entity, spelling: string): string {
  return spelling === entity.name ? entity.type : `${entity.name} · ${entity.type}`;
}

/** Whether the name contains the letters of the query in their order, which the editor's own filter requires too. */
function mayMatch(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase().replace(/\s+/g, '')) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
