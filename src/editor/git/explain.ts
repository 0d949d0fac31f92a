import { GitError } from './git';
import { cut } from '../../core/text';

/** Why git failed, as a sentence, and git's full message where that says more. */
export interface Explained {
  readonly why: string;
  readonly detail: string | null;
}

/** Explains git's commonest messages for people who do not know them; other messages are passed on as they are. */
export function explainGit(error: unknown): Explained {
  const message = error instanceof Error ? error.message.trim() : String(error);
  for (const [pattern, why] of KNOWN) if (pattern.test(message)) return { why, detail: message };
  const lines = message.split(/\r?\n/).filter((line) => line.trim() !== '');
  const first = (lines[0] ?? 'no reason given').replace(/^(?:fatal|error):\s*/, '');
  const short = cut(first, 200);
  const who = error instanceof GitError ? 'Git, or one of the repository’s hooks, says' : 'The reason';
  return { why: `${who}: ${short}`, detail: lines.length > 1 || short !== first ? message : null };
}

const KNOWN: readonly (readonly [RegExp, string])[] = [
  [
    /tell me who you are|empty ident name|auto-detect email|user\.useConfigOnly/i,
    'Git does not know who you are. Tell it once in a terminal: git config --global user.name "Your Name", and the same for user.email.',
  ],
  [
    /dubious ownership/i,
    'This repository belongs to another user of the computer, and git does not trust it. Git’s own message says how to allow it.',
  ],
  [
    /index\.lock/i,
    'Another git command is at work in this repository, or one has crashed in it. Wait a moment and try again.',
  ],
];
