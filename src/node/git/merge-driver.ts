import { existsSync } from 'node:fs';
import { filesOfDriver } from './driver-line';
import { runGit } from './run-git';
import { findWorkTree } from './work-tree';

/**
 * Whether this clone has the program that `merge=postgloss` names: `unknown` where nobody has set it up, `gone` where it was set up with an
 * extension or a Node that lies there no more. Null where the folder is in no repository, or git is not there.
 *
 * @param folder absolute
 */
export async function mergeDriver(folder: string): Promise<'there' | 'gone' | 'unknown' | null> {
  const found = await findWorkTree(folder);
  if (!found) return null;
  const { code, stdout } = await runGit(found.top, ['config', '--get', 'merge.postgloss.driver']);
  // 1 says that there is no such setting. Other codes say that git does not answer here.
  if (code !== 0) return code === 1 ? 'unknown' : null;
  const files = filesOfDriver(stdout.toString());
  return files === null || (existsSync(files.program) && existsSync(files.bundle)) ? 'there' : 'gone';
}

/** Whether git can merge annotations record by record in this clone; null as above. */
export async function hasMergeDriver(folder: string): Promise<boolean | null> {
  const state = await mergeDriver(folder);
  return state && state === 'there';
}
