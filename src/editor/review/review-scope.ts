import type * as vscode from 'vscode';
import { remembered, type Choice } from '../ui/choice';

/** The extent of the review queue: all open archives, or the text in front. */
export type ReviewScope = 'archive' | 'file';

export function reviewScope(extension: vscode.ExtensionContext): Choice<ReviewScope> {
  return remembered<ReviewScope>(
    extension,
    'review.scope',
    'archive',
    (value): value is ReviewScope => value === 'archive' || value === 'file',
  );
}
