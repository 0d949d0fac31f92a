import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { quoted } from '../../core/index';
import { findRivals, withAttributes } from '../attributes';
import type { Call, Command } from '../command';
import { driverLine } from '../driver-line';
import { askGit, readIfThere } from '../git';
import { createPrinter } from '../output';
import { UsageError } from '../usage-error';
import { writeSafely } from '../write-safely';

/** A row of `postgloss setup-git --json`. */
interface Row {
  /** The file, or the setting of this clone. */
  readonly what: string;
  readonly state: 'written' | 'unchanged' | 'error';
  readonly message: string;
}

const ATTRIBUTES = '.gitattributes';

/**
 * Makes a clone merge our files record by record. What belongs to the repository goes into `.gitattributes`, to be committed; what
 * belongs to this machine, the program to run, goes into the clone's own settings, which never travel.
 */
export const setupGit: Command = {
  name: 'setup-git',
  parameters: '[DIR]',
  summary: 'Make this clone merge sidecars and registries record by record',
  fields: 'what state message'.split(' '),
  flags: [],
  run(call) {
    const root = findRepository(call);
    const path = join(root, ATTRIBUTES);
    const text = readIfThere(path) ?? '';
    const errors = findRivals(text).map(({ line, value }) => rival(`${ATTRIBUTES}:${line}`, value));
    // Nothing is added to lines that contradict it: whoever wrote them should know.
    const rows =
      errors.length > 0 ? errors : [writeAttributes(path, text), ...writeSettings(root), ...findOverruled(root)];
    const printer = createPrinter<Row>(call);
    const told = rows.filter(({ state }) => call.json || state !== 'error');
    printer.print(told, ({ what, state, message }) => [what, state, message]);
    printer.end();
    for (const { what, message } of rows.filter((row) => !told.includes(row))) {
      call.io.stderr(`postgloss: ${quoted(what)}: ${message}\n`);
    }
    return Promise.resolve(rows.some(({ state }) => state === 'error') ? 1 : 0);
  },
};

function findRepository({ paths, io }: Call): string {
  const [given = '.', ...more] = paths;
  if (more.length > 0) throw new UsageError('setup-git takes one folder.');
  const folder = resolve(io.cwd, given);
  const root = given === '' ? null : askGit(folder, ['rev-parse', '--show-toplevel']);
  if (root === null) throw new UsageError(`${quoted(given)} is in no git repository, or git is not there.`);
  return root.replace(/\n$/, '');
}

function writeAttributes(path: string, text: string): Row {
  const after = withAttributes(text);
  if (after === text) return { what: ATTRIBUTES, state: 'unchanged', message: 'names the merge driver already' };
  writeSafely(path, Buffer.from(after));
  return { what: ATTRIBUTES, state: 'written', message: 'names the merge driver; commit it' };
}

function writeSettings(root: string): Row[] {
  const runtime = {
    program: process.execPath,
    bundle: realpathSync(process.argv[1] ?? ''),
    electron: 'electron' in process.versions,
  };
  const settings = {
    'merge.postgloss.name': 'Postgloss: record by record',
    'merge.postgloss.driver': driverLine(runtime),
  };
  return Object.entries(settings).map(([what, value]) => {
    const old = askGit(root, ['config', '--local', '--get', what]);
    if (old === `${value}\n`) return { what, state: 'unchanged', message: 'set in this clone already' };
    const done = askGit(root, ['config', '--local', '--replace-all', what, value]) !== null;
    return done
      ? { what, state: 'written', message: 'set in this clone' }
      : { what, state: 'error', message: 'git could not write the settings of this clone.' };
  });
}

/** Files that are tracked and that another rule, of a folder or of this machine, has merged otherwise all the same. */
function findOverruled(root: string): Row[] {
  const listed = askGit(root, ['ls-files', '-z', '--', '*.gloss.yaml', 'postgloss.yaml', '*/postgloss.yaml']) ?? '';
  const files = [...new Set([...listed.split('\0').filter(Boolean), 'new.gloss.yaml', 'postgloss.yaml'])];
  const answer = askGit(root, ['check-attr', '-z', '--stdin', 'merge'], `${files.join('\0')}\0`) ?? '';
  const parts = answer.split('\0');
  return files.flatMap((_, i) => {
    const [file = '', , value = ''] = parts.slice(3 * i, 3 * i + 3);
    return value === 'postgloss' || value === '' ? [] : [rival(file, value)];
  });
}

function rival(what: string, value: string): Row {
  const message =
    value === 'union'
      ? 'merge=union mixes the lines of two annotations without a conflict. Remove it.'
      : `It is merged by ${quoted(value)} and not by postgloss. Remove that.`;
  return { what, state: 'error', message };
}
