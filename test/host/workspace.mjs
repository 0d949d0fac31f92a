// The folders that are opened: always copies in temp folders, each a git repository, so that nothing in the checkout is edited.
import { cpSync, existsSync, mkdirSync, realpathSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { runQuietly } from './processes.mjs';

const sample = join(root, 'media', 'sample');
const fixture = join(root, 'test', 'fixtures', 'workspace');

/** Writes a copy of the sample archive into a new temp folder that stays: a person may want to keep what they tried. */
export async function copySample() {
  const folder = join(mkdtempSync(join(realpathSync(tmpdir()), 'postgloss-')), 'sample');
  await fill(folder, sample);
  return folder;
}

/** Writes a copy of the sample archive into a folder. */
export const fillWithSample = (/** @type {string} */ folder) => fill(folder, sample);

/** Writes a copy of the tests' workspace into a folder. */
export const fillWithFixture = (/** @type {string} */ folder) => fill(folder, fixture);

async function fill(/** @type {string} */ folder, /** @type {string} */ source) {
  mkdirSync(folder, { recursive: true });
  if (existsSync(source)) cpSync(source, folder, { recursive: true });
  else writeFileSync(join(folder, 'postgloss.yaml'), '# An archive with nothing in it yet.\n');
  const git = (/** @type {string[]} */ ...args) => runQuietly('git', args, { cwd: folder });
  await git('init', '--quiet', '--initial-branch=main');
  // A machine that runs tests may have no identity, or one that signs its commits.
  await git('config', 'user.name', 'Postgloss Sample');
  await git('config', 'user.email', 'sample@postgloss.invalid');
  await git('config', 'commit.gpgsign', 'false');
  await git('add', '--all');
  await git('commit', '--quiet', '--no-verify', '--message', 'Add the archive');
}
