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
import { confirm, fail } from '../ui/say';

/** The words of a change in questions and messages. */
export interface ChangeWords {
  /** The question before the change. */
  readonly question: string;
  /** The button that does it. */
  readonly button: string;
  /** The name of the change, for Undo and for the message after it. */
  readonly label: string;
  /** The effect on mentions, as a sentence; gets `3 mentions`. */
  readonly mentions: (count: string) => string;
}

const SHOW = 'Show Changes';

/**
 * Changes the identities of entities across an archive. First shows the effects in a question: in counts, and on request each line in the
 * editor’s refactor preview. Shows a message where the change is refused.
 *
 * @param asks whether to ask; not so for a macro that passed all values
 * @returns whether the change was made
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
    answer = await confirm(words.question, detail, words.button, SHOW);
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
  fail(why);
  return false;
}
