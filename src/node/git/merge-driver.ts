import { existsSync } from 'node:fs';
import { filesOfDriver } from './driver-line';
import { gitBytes } from './run-git';

/**
 * Whether this clone has the program that `merge=postgloss` names: `unknown` where nobody has set it up, `gone` where it was set up with an
 * extension or a Node that lies there no more. Null where the folder is in no repository, or git is not there.
 *
 * @param folder absolute
 */
export async function mergeDriver(folder: string): Promise<'there' | 'gone' | 'unknown' | null> {
  if ((await gitBytes(folder, ['rev-parse', '--show-toplevel'])) === null) return null;
  const line = await gitBytes(folder, ['config', '--get', 'merge.postgloss.driver']);
  if (line === null) return 'unknown';
  const files = filesOfDriver(line.toString());
  return files === null || (existsSync(files.program) && existsSync(files.bundle)) ? 'there' : 'gone';
}

/** Whether git can merge annotations record by record in this clone; null as above. */
export async function hasMergeDriver(folder: string): Promise<boolean | null> {
  const state = await mergeDriver(folder);
  return state && state === 'there';
}
