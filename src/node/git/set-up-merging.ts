import { lstat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { SetUpStep } from '../../core/changes';
import { findRivals, withAttributes } from '../../core/merge';
import { decodeText, quoted, whyNoText } from '../../core/text';
import { saveTarget } from '../inside-root';
import { LIMITS, readIfThere } from '../read-file';
import { confirmTop } from './confirm-top';
import { gitBytes } from './run-git';
import { whyFileError } from '../system-error';
import { findWorkTree } from './work-tree';
import { writeSafely } from '../saving/write-safely';
import { driverLine, type Runtime } from './driver-line';
import { hasMergeDriver, mergeDriver } from './merge-driver';
import { GitRefusal } from './refusal';

const ATTRIBUTES = '.gitattributes';

/**
 * Makes a clone merge our files record by record. The rule for all clones goes into `.gitattributes`, to be committed; the program to run
 * on this machine goes into the clone's own settings, which never travel. Nothing is written if `.gitattributes` has lines that contradict
 * the rule.
 *
 * @param folder any folder of the repository, absolute; throws a `GitRefusal` where it is in none, and where `.gitattributes` cannot be written
 * @param shown how the caller named it
 */
export async function setUpMerging(folder: string, runtime: Runtime, shown = folder): Promise<SetUpStep[]> {
  const root = (await findWorkTree(folder))?.top;
  if (root === undefined) throw new GitRefusal(`${quoted(shown)} is in no git repository.`);
  await confirmTop(root);
  const text = await readAttributes(root);
  const errors = findRivals(text).map(({ line, value }) => rival(`${ATTRIBUTES}:${line}`, value));
  // Those lines were written on purpose, so a person decides.
  if (errors.length > 0) return errors;
  return [await writeAttributes(root, text), ...(await writeSettings(root, runtime)), ...(await findOverruled(root))];
}

/**
 * Whether git can merge annotations record by record in this clone, as `hasMergeDriver` says. A clone that was set up with a program that is
 * gone gets this one: each version of an extension lies in a folder of its own, which goes with the next version.
 *
 * @param folder absolute
 */
export async function keepMergeDriver(folder: string, runtime: Runtime): Promise<boolean | null> {
  if ((await mergeDriver(folder)) === 'gone') await writeSettings(folder, runtime);
  return hasMergeDriver(folder);
}

async function writeAttributes(root: string, text: string): Promise<SetUpStep> {
  const after = withAttributes(text);
  if (after === text) return { what: ATTRIBUTES, state: 'unchanged', message: 'names the merge driver already' };
  await writeSafely(join(root, ATTRIBUTES), Buffer.from(after), root);
  return { what: ATTRIBUTES, state: 'written', message: 'names the merge driver; commit it' };
}

async function writeSettings(root: string, runtime: Runtime): Promise<SetUpStep[]> {
  const settings = {
    'merge.postgloss.name': 'Postgloss: record by record',
    'merge.postgloss.driver': driverLine(runtime),
  };
  const steps: SetUpStep[] = [];
  if (await hasLinkedSettings(root)) {
    return [{ what: '.git/config', state: 'error', message: 'It is a link, and nothing is written through a link.' }];
  }
  for (const [what, value] of Object.entries(settings)) {
    const old = await gitBytes(root, ['config', '--local', '--get', what]);
    if (old?.toString() === `${value}\n`) {
      steps.push({ what, state: 'unchanged', message: 'set in this clone already' });
    } else if ((await gitBytes(root, ['config', '--local', '--replace-all', what, value])) !== null) {
      steps.push({ what, state: 'written', message: 'set in this clone' });
    } else steps.push({ what, state: 'error', message: 'git could not write the settings of this clone.' });
  }
  return steps;
}

/** Tracked files for which another rule, of a folder or of this machine, still overrules ours. */
async function findOverruled(root: string): Promise<SetUpStep[]> {
  const tracked = ['ls-files', '-z', '--', '*.gloss.yaml', 'postgloss.yaml', '*/postgloss.yaml'];
  const listed = (await gitBytes(root, tracked))?.toString();
  if (listed === undefined) return [UNKNOWN];
  const files = [...new Set([...listed.split('\0').filter(Boolean), 'new.gloss.yaml', 'postgloss.yaml'])];
  const input = `${files.join('\0')}\0`;
  const answer = (await gitBytes(root, ['check-attr', '-z', '--stdin', 'merge'], { input }))?.toString();
  if (answer === undefined) return [UNKNOWN];
  const parts = answer.split('\0');
  return files.flatMap((_, i) => {
    const [file = '', , value = ''] = parts.slice(3 * i, 3 * i + 3);
    return value === 'postgloss' || value === '' ? [] : [rival(file, value)];
  });
}

const UNKNOWN: SetUpStep = {
  what: ATTRIBUTES,
  state: 'error',
  message: 'git could not tell whether another rule overrules this one.',
};

function rival(what: string, value: string): SetUpStep {
  const message =
    value === 'union'
      ? 'merge=union mixes the lines of two annotations without a conflict. Remove it.'
      : `Another rule has it merged by ${quoted(value)} and not by postgloss. Remove that rule.`;
  return { what, state: 'error', message };
}

/** The text of the file, empty where there is none. Throws a `GitRefusal` where it could not be written, or is no text. */
async function readAttributes(root: string): Promise<string> {
  try {
    const bytes =
      readIfThere(await saveTarget(root, join(root, ATTRIBUTES)), LIMITS.settings, false) ?? Buffer.alloc(0);
    if (decodeText(bytes) === null) throw new GitRefusal(`${ATTRIBUTES}: ${whyNoText(bytes)}.`);
    return bytes.toString();
  } catch (error) {
    const why = whyFileError(error);
    throw why === null ? error : new GitRefusal(`${ATTRIBUTES}: ${why}.`);
  }
}

/** Whether the file of the clone's settings is a link: git would write what the link leads to, which may be anybody's settings. */
async function hasLinkedSettings(root: string): Promise<boolean> {
  const path = (await gitBytes(root, ['rev-parse', '--git-path', 'config']))?.toString().replace(/\r?\n$/, '') ?? '';
  return (await lstat(resolve(root, path)).catch(() => null))?.isSymbolicLink() === true;
}
