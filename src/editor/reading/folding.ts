import * as vscode from 'vscode';
import { MAIL_FILES } from '../../core/posts';
import type { Archives } from '../archive/archives';

/** Folds a text by its posts. */
export function registerFolding(archives: Archives): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider([{ language: 'post-archive' }, { pattern: MAIL_FILES }], {
    async provideFoldingRanges(document) {
      const found = await archives.read(document);
      if (!found) return undefined;
      const { lines, posts } = found.text;
      return posts.map(({ span }) => new vscode.FoldingRange(lines.lineAt(span.start), lines.lineAt(span.end)));
    },
  });
}
