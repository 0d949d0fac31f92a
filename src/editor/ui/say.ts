import * as vscode from 'vscode';
import { cut } from '../../core/text';
import { inertLines, message } from './inert';

/**
 * Shows a message, and answers null for the caller to return. With buttons it answers the chosen one, or undefined where the person closed
 * the message; that may come late, or never while the message stays.
 */
interface Speaker {
  (text: string): null;
  <B extends string>(text: string, ...buttons: readonly [B, ...B[]]): Promise<B | undefined>;
}

/** Tells what was done, or why there is nothing to do. */
export const say = speaker((text, buttons) => vscode.window.showInformationMessage(text, ...buttons));

/** Tells what a person should look after. */
export const warn = speaker((text, buttons) => vscode.window.showWarningMessage(text, ...buttons));

/** Tells that something could not be done. */
export const fail = speaker((text, buttons) => vscode.window.showErrorMessage(text, ...buttons));

/** Asks before a change, in the middle of the window. Answers the chosen button; undefined where the person turned away. */
export async function confirm<B extends string>(
  question: string,
  detail: string,
  ...buttons: readonly [B, ...B[]]
): Promise<B | undefined> {
  const options = { modal: true, detail: long(detail) };
  return chosen(buttons, (shown) => vscode.window.showWarningMessage(message(question), options, ...shown));
}

/** Shows a long text of several lines in the middle of the window. */
export function showAll(title: string, text: string): void {
  void vscode.window.showErrorMessage(message(title), { modal: true, detail: long(text) });
}

/** Shows a short message in the status bar after a command has worked: it needs no click. */
export function whisper(text: string, icon: 'check' | 'info' = 'check'): void {
  // What should be known for the next step is read for longer than that the last one worked.
  vscode.window.setStatusBarMessage(`$(${icon}) ${message(text)}`, icon === 'info' ? 8000 : 4000);
}

type Show = (text: string, buttons: readonly string[]) => Thenable<string | undefined>;

function speaker(show: Show): Speaker {
  function speak(text: string): null;
  function speak<B extends string>(text: string, ...buttons: readonly [B, ...B[]]): Promise<B | undefined>;
  function speak(text: string, ...buttons: readonly string[]): Promise<string | undefined> | null {
    const answer = chosen(buttons, (shown) => show(message(text), shown));
    return buttons.length === 0 ? null : answer;
  }
  return speak;
}

/** The chosen one of several buttons, whose labels are made inert as the message is. */
async function chosen<B extends string>(
  buttons: readonly B[],
  show: (shown: readonly string[]) => Thenable<string | undefined>,
): Promise<B | undefined> {
  const shown = buttons.map(message);
  const answer = await show(shown);
  return answer === undefined ? undefined : buttons[shown.indexOf(answer)];
}

/** The most code units that fit into the middle of a window. */
const LONG = 5000;

function long(text: string): string {
  return inertLines(cut(text, LONG));
}
