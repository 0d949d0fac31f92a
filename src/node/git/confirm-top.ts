import { realpath } from 'node:fs/promises';
import { quoted, visible } from '../../core/text';
import { GitRefusal } from './refusal';
import { reasonOf, runGit } from './run-git';

/**
 * Makes sure that git answers for the files below a folder that holds `.git`. Throws a `GitRefusal` with git's reason where it does not
 * answer, and where the repository's settings say that its files lie elsewhere.
 */
export async function confirmTop(top: string, program?: string): Promise<void> {
  const answer = await runGit(top, ['rev-parse', '--show-toplevel'], { program });
  if (answer.code !== 0)
    throw new GitRefusal(`git refuses the repository in ${quoted(top)}: ${visible(reasonOf(answer))}.`);
  const told = answer.stdout.toString().replace(/\r?\n$/, '');
  if ((await realpath(told).catch(() => null)) === top) return;
  const where = `The settings of the repository in ${quoted(top)} say that its files lie in ${quoted(told)}`;
  throw new GitRefusal(`${where} (core.worktree). Postgloss does not look there.`);
}
