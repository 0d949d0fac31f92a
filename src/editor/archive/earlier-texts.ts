import * as vscode from 'vscode';
import type { EarlierText } from '../../core/host';
import type { Platform } from './platform';
import type { TextCopies } from './text-copies';

/** Earlier contents of a text, newest first: our copies, then git's versions. Git is asked only where the person trusts the folder. */
export async function* earlierContents(
  root: vscode.Uri,
  uri: vscode.Uri,
  copies: TextCopies,
  platform: Platform,
): AsyncGenerator<EarlierText> {
  for await (const bytes of copies.of(uri)) yield { bytes };
  if (vscode.workspace.isTrusted && uri.scheme === 'file') yield* platform.earlierTexts?.(root, uri) ?? [];
}
