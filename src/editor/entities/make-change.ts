import * as vscode from 'vscode';
import {
  changeIdentity,
  identityParts,
  previewIdentityChange,
  refuseIdentityChange,
  type IdentityChange,
} from '../../core/identities';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { announce, carryOut } from '../commands/carry-out';
import { describeChange } from './describe-change';
import { showChanges } from './show-changes';

/** How a change is worded. */
export interface ChangeWords {
  /** What is about to be done, as a question. */
  readonly question: string;
  /** The button that does it. */
  readonly button: string;
  /** What was done, for Undo and for the message behind it. */
  readonly label: string;
  /** What becomes of so many mentions, as a sentence. */
  readonly mentions: (count: string) => string;
}

const SHOW = 'Show Changes';

/**
 * Changes who is who across an archive, after showing what that comes to: in counts, and on request each line in the editor’s refactor
 * preview. A refusal is told. A macro that says all is not asked.
 *
 * @returns whether it was done
 */
export async function makeChange(
  { history }: Archives,
  archive: Archive,
  change: IdentityChange,
  words: ChangeWords,
  asks: boolean,
): Promise<boolean> {
  const { core } = archive;
  const why = refuseIdentityChange(core, change);
  if (why !== null) return refused(why);
  let answer: string | undefined = words.button;
  if (asks) {
    const detail = describeChange(previewIdentityChange(core, change), words.mentions);
    answer = await vscode.window.showWarningMessage(words.question, { modal: true, detail }, words.button, SHOW);
  }
  if (answer === SHOW) {
    const decision = changeIdentity(core, change);
    if (!decision.ok) return refused(decision.why);
    const shown = await showChanges(history, archive, words.label, decision.edits);
    if (shown && shown.files > 0) announce(history, `${words.label}.`, shown);
    return shown !== null;
  }
  if (answer !== words.button) return false;
  const done = await carryOut(history, archive, words.label, identityParts(core, change));
  if (done && done.files > 0) announce(history, `${words.label}.`, done);
  return done !== null;
}

function refused(why: string): boolean {
  void vscode.window.showErrorMessage(why);
  return false;
}
