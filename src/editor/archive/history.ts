import * as vscode from 'vscode';
import { say } from '../ui/say';
import { takeBack } from '../../core/decide';
import type { FileEdit } from '../../core/decision';
import type { Writer } from './writer';

/** What one command did, be it in several files. */
export interface Step {
  /** What it did, as in `Tag “claim”`. */
  readonly label: string;
  /** The edits, in the order in which they were made. */
  readonly parts: { readonly archive: Writer; readonly edits: readonly FileEdit[] }[];
}

/** The edits of one archive. */
export interface Made {
  readonly archive: Writer;
  readonly edits: readonly FileEdit[];
}

/** A step that has not done anything yet. */
export function newStep(label: string): Step {
  return { label, parts: [] };
}

/** How many steps are remembered. */
const MOST = 100;

/** The changes of annotations in this window, to be undone and done again. Undo in a text editor keeps meaning its text. */
export class History {
  #done: Step[] = [];
  #undone: Step[] = [];
  readonly #listeners = new Set<(made: Made) => void>();
  readonly #followers = new Set<() => Promise<void>>();

  /** Files were changed by a decision; taking one back is none. */
  readonly onDidChange = (listener: (made: Made) => void): vscode.Disposable => {
    this.#listeners.add(listener);
    return new vscode.Disposable(() => this.#listeners.delete(listener));
  };

  /** A step was undone, or done again. The command ends when each listener has followed. */
  readonly onDidTakeBack = (follow: () => Promise<void>): vscode.Disposable => {
    this.#followers.add(follow);
    return new vscode.Disposable(() => this.#followers.delete(follow));
  };

  /** Remembers edits as a part of a step. Whatever is new makes what was undone before unreachable. */
  remember(step: Step, archive: Writer, edits: readonly FileEdit[]): void {
    if (edits.length === 0) return;
    if (step.parts.length === 0) this.#done = [...this.#done, step].slice(-MOST);
    step.parts.push({ archive, edits });
    for (const listener of this.#listeners) listener({ archive, edits });
    this.#undone = [];
  }

  /** Undoes a step: the last, or the one given. Answers what was undone; null after telling why nothing was. */
  async undo(step = this.#done.at(-1)): Promise<Step | null> {
    if (!step || !this.#done.includes(step)) return say('There is no annotation change to undo.');
    const back = await reversed(step);
    if (!back) return null;
    this.#done = this.#done.filter((other) => other !== step);
    this.#undone.push(back);
    await this.#followed();
    return step;
  }

  /** Does again what was undone last. */
  async redo(): Promise<Step | null> {
    const step = this.#undone.at(-1);
    if (!step) return say('There is no annotation change to redo.');
    const again = await reversed(step);
    if (!again) return null;
    this.#undone.pop();
    this.#done.push(again);
    await this.#followed();
    return step;
  }

  async #followed(): Promise<void> {
    await Promise.all([...this.#followers].map((follow) => follow()));
  }
}

/** Takes a step back, its last part first, and gives the step that this was. Null after the person was told why not. */
async function reversed(step: Step): Promise<Step | null> {
  const back = newStep(step.label);
  for (const { archive, edits } of step.parts.toReversed()) {
    const paths = edits.map(({ path }) => path);
    const made = await archive.write(paths, () => takeBack(edits.toReversed(), (path) => archive.core.ownText(path)));
    if (!made) {
      // All of a step or nothing of it.
      for (const part of back.parts.toReversed()) {
        await part.archive.write([], () => takeBack(part.edits, (path) => part.archive.core.ownText(path)));
      }
      return null;
    }
    if (made.length > 0) back.parts.push({ archive, edits: made });
  }
  return back;
}
