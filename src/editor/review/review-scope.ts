import type * as vscode from 'vscode';
import { remembered, type Choice } from '../ui/choice';

/** What the review queue shows: all archives that are open, or the text that is being read. */
export type ReviewScope = 'archive' | 'file';

export function reviewScope(extension: vscode.ExtensionContext): Choice<ReviewScope> {
  return remembered<ReviewScope>(
    extension,
    'review.scope',
    'archive',
    (value): value is ReviewScope => value === 'archive' || value === 'file',
  );
}
