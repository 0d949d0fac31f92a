import * as vscode from 'vscode';
import { message } from './inert';

/** A button in the status bar. */
export interface StatusButton {
  /**
   * Shows it.
   *
   * @param icon the name of a codicon, as in `sync~spin`
   * @param command runs when the button is pressed
   */
  show(icon: string, text: string, tooltip: string, command: string): void;
  hide(): void;
  dispose(): void;
}

/** @param name what the status bar’s menu calls the button */
export function statusButton(id: string, name: string): StatusButton {
  const item = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Left, 0);
  item.name = message(name);
  return {
    show(icon, text, tooltip, command) {
      item.text = `$(${icon}) ${message(text)}`;
      item.tooltip = message(tooltip);
      item.accessibilityInformation = { label: item.tooltip, role: 'button' };
      item.command = command;
      item.show();
    },
    hide: () => item.hide(),
    dispose: () => item.dispose(),
  };
}
