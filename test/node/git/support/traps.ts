import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from '../../../git/support/repository';

// Repositories of a stranger, whose settings name programs wherever git would run one. Each program leaves a file when it is run.

export const TEXT = 'a.txt';
export const SIDECAR = 'a.txt.gloss.yaml';
const note = (text: string) =>
  `postgloss: 1\nannotations:\n  - id: aaaaaaaa\n    quote: word\n    note: ${text}\n    by: jo\n`;

/** Two commits and a branch, with a passage that only the first commit has, and what is not committed yet. */
export function tellStory(repository: Repository, prefix: string): void {
  repository.write(`${prefix}postgloss.yaml`, 'postgloss: 1\narchives:\n  - files: "*.txt"\n');
  repository.write(prefix + TEXT, 'A first wording.\n');
  repository.write(prefix + SIDECAR, `${note('one')}  - id: gone\n    quote: first\n`);
  repository.commit('one');
  repository.git('branch', 'other');
  repository.write(prefix + TEXT, 'A word.\n');
  repository.write(prefix + SIDECAR, note('two'));
  repository.commit('two');
  repository.write(prefix + SIDECAR, note('three'));
}

/**
 * Has a repository's own configuration name a program of its author wherever git would run one.
 *
 * @param way the folder in which the repository keeps its configuration
 */
export function setTraps(folder: string, way: string, traces: string): void {
  const home = join(folder, way);
  const trap = (name: string, rest = 'exit 1', path = `trap-${name}`) => {
    writeFileSync(join(home, path), `#!/bin/sh\ntouch '${traces}/${name}'\n${rest}\n`);
    chmodSync(join(home, path), 0o755);
    return join(home, path);
  };
  const filter = (name: string) => trap(name, 'cat "$@"');
  for (const hook of ['post-index-change', 'pre-commit', 'post-checkout', 'reference-transaction', 'post-commit']) {
    trap('hook', 'exit 0', hook);
  }
  // A commit that says it is signed, so that showing it asks for the signature.
  const git = (...args: string[]) => {
    const { stdout, stderr, status } = spawnSync('git', ['--git-dir', home, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n';
  writeFileSync(join(home, 'signed'), git('cat-file', 'commit', 'HEAD').replace('\n\n', `\n${signature}\n`));
  git('update-ref', 'refs/heads/main', git('hash-object', '-t', 'commit', '-w', join(home, 'signed')).trim());
  writeFileSync(join(home, 'info/attributes'), '* diff=trap filter=trap merge=trap\n');
  for (const [key, value] of Object.entries({
    'core.repositoryFormatVersion': '1',
    'extensions.partialClone': 'origin',
    'remote.origin.url': 'ssh://nowhere.invalid/x',
    'remote.origin.promisor': 'true',
    'protocol.allow': 'always',
    'protocol.ssh.allow': 'always',
    'core.sshCommand': trap('ssh'),
    'core.gitProxy': trap('proxy'),
    'core.alternateRefsCommand': trap('alternates'),
    'core.askPass': trap('ask-pass'),
    'core.pager': trap('pager'),
    'pager.log': trap('pager'),
    'core.editor': trap('editor'),
    'sequence.editor': trap('editor'),
    'core.hooksPath': home,
    'log.showSignature': 'true',
    'gpg.program': trap('gpg'),
    'gpg.ssh.program': trap('gpg'),
    'diff.external': trap('diff'),
    'diff.trap.command': trap('diff'),
    'diff.trap.textconv': filter('textconv'),
    'filter.trap.clean': filter('clean'),
    'filter.trap.smudge': filter('smudge'),
    'filter.trap.required': 'true',
    'merge.trap.driver': trap('merge'),
    'credential.helper': `!${trap('credential')}`,
    'alias.log': `!${trap('alias')}`,
    'alias.status': `!${trap('alias')}`,
    'alias.trap': `!${trap('alias')}`,
    'core.fsmonitor': trap('fsmonitor'),
  })) {
    git('config', key, value);
  }
}

/** Takes a text of the first commit away, which the remote is said to have. */
export function hideAnObject(repository: Repository): void {
  const old = repository.git('rev-parse', `HEAD~1:${TEXT}`).trim();
  rmSync(join(repository.folder, '.git/objects', old.slice(0, 2), old.slice(2)), { force: true });
}

/** Lays the parts of a repository of their own among the files of another one, as a commit can bring them along. */
export function embed(repository: Repository, inner: Repository): void {
  for (const part of readdirSync(join(inner.folder, '.git'))) {
    cpSync(join(inner.folder, '.git', part), join(repository.folder, 'archives', part), { recursive: true });
  }
  const config = join(repository.folder, 'archives/config');
  const git = (...args: string[]) => spawnSync('git', ['config', '--file', config, ...args]);
  git('core.bare', 'false');
  git('core.worktree', '.');
}
