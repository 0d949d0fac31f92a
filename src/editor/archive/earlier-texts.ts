import * as vscode from 'vscode';
import type { Platform } from './platform';
import type { TextCopies } from './text-copies';

/** Earlier contents of a text, newest first: our copies, then git's versions. Git is asked only where the person trusts the folder. */
export async function* earlierContents(
  uri: vscode.Uri,
  copies: TextCopies,
  platform: Platform,
): AsyncGenerator<Uint8Array> {
  yield* copies.of(uri);
  if (vscode.workspace.isTrusted && uri.scheme === 'file') yield* platform.earlierTexts?.(uri) ?? [];
}
