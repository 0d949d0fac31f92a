import type * as vscode from 'vscode';
import { message } from './inert';

/** What a view or a tab shows beside its content. */
interface Labelled {
  title?: string;
  message?: string;
  description?: string;
}

/** Sets the title, the message or the description of a view or a tab; what is left out stays. */
export function label(target: Labelled, texts: Labelled): void {
  for (const part of ['title', 'message', 'description'] as const) {
    const text = texts[part];
    // VS Code draws anew what is set anew.
    if (text !== undefined && target[part] !== message(text)) target[part] = message(text);
  }
}

/** Shows a number on a view’s icon, or takes it away. */
export function setBadge(view: vscode.TreeView<unknown>, value: number, tooltip: string): void {
  view.badge = value === 0 ? undefined : { value, tooltip: message(tooltip) };
}
