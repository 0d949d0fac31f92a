import type { ExtensionContext } from 'vscode';

/** Starts Postgloss. */
export function activate(_context: ExtensionContext): void {}
