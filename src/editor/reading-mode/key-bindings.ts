import type * as vscode from 'vscode';

/** A key binding of package.json, as far as it is read here. */
export interface KeyBinding {
  readonly command: string;
  readonly key: string;
  readonly when: string;
  readonly args?: { readonly number?: number };
}

/** What package.json says of keys and commands. */
export interface Contributes {
  readonly keybindings: readonly KeyBinding[];
  readonly commands: readonly { readonly command: string; readonly title: string }[];
}

export function contributes({ extension }: vscode.ExtensionContext): Contributes {
  return (extension.packageJSON as { contributes: Contributes }).contributes;
}

/** The keys that work in a text which is locked for reading, and only there. */
export function keysOfTexts(extension: vscode.ExtensionContext): KeyBinding[] {
  return contributes(extension).keybindings.filter(({ when }) => when.includes('postgloss.readingTexts'));
}
