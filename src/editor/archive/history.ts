import * as vscode from 'vscode';
import { say } from '../ui/say';
import { takeBack } from '../../core/decide';
import type { FileEdit } from '../../core/decision';
import type { Writer } from './writer';

/** The changes that one command made, in one file or several. */
export interface Step {
  /** The command as messages about undoing name it: `Tag “claim”`. */
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

/** The changes of annotations in this window, for undo and redo. Undo in a text editor still undoes changes of its text only. */
export class History {
  #done: Step[] = [];
  #undone: Step[] = [];
  readonly #listeners = new Set<(made: Made) => void>();
  readonly #followers = new Set<() => Promise<void>>();

  /** A decision changed files. Undo and redo do not fire it. */
  readonly onDidChange = (listener: (made: Made) => void): vscode.Disposable => {
    this.#listeners.add(listener);
    return new vscode.Disposable(() => this.#listeners.delete(listener));
  };

  /** A step was undone or redone. The command ends when every listener has finished. */
  readonly onDidTakeBack = (follow: () => Promise<void>): vscode.Disposable => {
    this.#followers.add(follow);
    return new vscode.Disposable(() => this.#followers.delete(follow));
  };

  /** Remembers edits as a part of a step. After that, steps that were undone before can no longer be redone. */
  remember(step: Step, archive: Writer, edits: readonly FileEdit[]): void {
    if (edits.length === 0) return;
    if (step.parts.length === 0) this.#done = [...this.#done, step].slice(-MOST);
    step.parts.push({ archive, edits });
    for (const listener of this.#listeners) listener({ archive, edits });
    this.#undone = [];
  }

  /** Undoes the last step, or the given one. Answers that step; null after telling why nothing was undone. */
  async undo(step = this.#done.at(-1)): Promise<Step | null> {
    if (!step || !this.#done.includes(step)) return say('There is no annotation change to undo.');
    const back = await reversed(step);
    if (!back) return null;
    this.#done = this.#done.filter((other) => other !== step);
    this.#undone.push(back);
    await this.#followed();
    return step;
  }

  /** Redoes the step that was undone last. Answers that step; null after telling why nothing was redone. */
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

/** Takes a step back, its last part first. Answers the reverse step, which redoes it; null after telling why it could not be taken back. */
async function reversed(step: Step): Promise<Step | null> {
  const back = newStep(step.label);
  for (const { archive, edits } of step.parts.toReversed()) {
    const paths = edits.map(({ path }) => path);
    const made = await archive.write(paths, () => takeBack(edits.toReversed(), (path) => archive.core.ownText(path)));
    if (!made) {
      // A step is taken back as a whole or not at all: restore the parts that were taken back already.
      for (const part of back.parts.toReversed()) {
        await part.archive.write([], () => takeBack(part.edits, (path) => part.archive.core.ownText(path)));
      }
      return null;
    }
    if (made.length > 0) back.parts.push({ archive, edits: made });
  }
  return back;
}
