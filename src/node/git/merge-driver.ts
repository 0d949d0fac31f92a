import { gitBytes } from './run-git';

/**
 * Whether this clone knows the program that `merge=postgloss` names. Null where the folder is in no repository, or git is not there.
 *
 * @param folder absolute
 */
export async function hasMergeDriver(folder: string): Promise<boolean | null> {
  if ((await gitBytes(folder, ['rev-parse', '--show-toplevel'])) === null) return null;
  return (await gitBytes(folder, ['config', '--get', 'merge.postgloss.driver'])) !== null;
}
