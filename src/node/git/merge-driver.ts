import { runGit } from './run-git';
import { findWorkTree } from './work-tree';

/**
 * Whether this clone knows the program that `merge=postgloss` names. Null where the folder is in no repository, or git is not there.
 *
 * @param folder absolute
 */
export async function hasMergeDriver(folder: string): Promise<boolean | null> {
  const found = await findWorkTree(folder);
  if (!found) return null;
  const { code } = await runGit(found.top, ['config', '--get', 'merge.postgloss.driver']);
  // 1 says that there is no such setting. Other codes say that git does not answer here.
  return code === 0 ? true : code === 1 ? false : null;
}
