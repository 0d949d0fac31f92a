import * as vscode from 'vscode';
import { MAIL_FILES } from '../../core/posts';
import type { Archives } from '../archive/archives';
import { toRange } from '../ui/convert';
import { inert } from '../ui/inert';

/** The posts of a text in Outline, breadcrumbs and sticky scroll. */
export function registerOutline(archives: Archives): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    [{ language: 'post-archive' }, { pattern: MAIL_FILES }],
    {
      async provideDocumentSymbols(document) {
        const found = await archives.read(document);
        if (!found) return undefined;
        const { lines, posts } = found.text;
        return posts.map((post) => {
          const title = inert(post.title ?? post.date ?? 'Untitled');
          const detail = [post.date, post.source].filter((part) => part !== null).join(' · ');
          const name = toRange(lines, post.places.title ?? { start: post.span.start, end: post.span.start });
          return new vscode.DocumentSymbol(
            title,
            inert(detail),
            vscode.SymbolKind.File,
            toRange(lines, post.span),
            name,
          );
        });
      },
    },
    { label: 'Posts' },
  );
}
