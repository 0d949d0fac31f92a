import * as vscode from 'vscode';
import { message } from './inert';
import { showInput } from './typed-ahead';

/** How long typing must pause before it takes effect, in milliseconds. */
const PAUSE_MS = 120;

/** A text that takes effect while it is typed. */
export interface LiveInput {
  readonly title: string;
  readonly placeholder: string;
  /** The text in the box at first. */
  readonly value: string;
  /** Lets the typed text take effect, and answers the words below the box. */
  readonly narrow: (value: string) => string;
  /** Takes the effect back, where the person turns away. */
  readonly giveUp: () => void;
}

/** Asks for a text, and lets it take effect whenever typing pauses. Does not wait for the answer. */
export function askLive({ title, placeholder, value, narrow, giveUp }: LiveInput): void {
  const input = vscode.window.createInputBox();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let accepted = false;
  const look = () => {
    clearTimeout(timer);
    input.prompt = message(narrow(input.value));
  };
  input.title = message(title);
  input.placeholder = message(placeholder);
  input.value = value;
  input.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE_MS);
  });
  input.onDidAccept(() => {
    accepted = true;
    look();
    input.hide();
  });
  look();
  showInput(input);
  input.onDidHide(() => {
    clearTimeout(timer);
    if (!accepted) giveUp();
    input.dispose();
  });
}
