import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareGloss } from '../../core/changes';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { quoted, visible } from '../../core/text';
import { openRepository, type GitRepository } from '../../node/git/git-repository';
import type { RawChange } from '../../node/git/raw-change';
import { changedFiles, readStates } from '../../node/git/raw-diff';
import { readRange, type Range } from '../../node/git/revisions';
import { command, type Call } from '../call/command';
import { diffMarkdown } from '../reports/diff-markdown';
import { showFile, type DiffRow, type ShownFile } from '../reports/diff-rows';
import { diffSummary, diffText } from '../reports/diff-text';
import { createPrinter } from '../output/printer';
import { UsageError } from '../call/usage-error';

/**
 * Lists which decisions differ between two states of the repository: annotations, entities and tags, and not lines. The exit code is 0,
 * with or without differences, and 1 where a file cannot be compared.
 */
export const diff = command({
  name: 'diff',
  parameters: '[A..B | A...B | A] [PATH…]',
  summary: 'List the annotations, entities and tags that were added, changed or removed',
  fields: 'file oldFile kind change id post name line by on fields last'.split(' '),
  flags: ['since', 'blame', 'markdown'],
  async run(call) {
    if (call.json && call.markdown) throw new UsageError('diff prints either --json or --markdown.');
    const repository = await openRepository(call.io.cwd);
    const range = await readRange(repository, { paths: call.paths, since: call.since, cwd: call.io.cwd });
    const wanted = await pathFilter(repository, range);
    const states = await readStates(repository, (await changedFiles(repository, range.from, range.to)).filter(wanted));
    const changes = compareGloss(states);
    const files: ShownFile[] = [];
    for (const file of changes.filter(({ problem }) => problem === null)) {
      const state = states.find(({ path }) => path === file.path);
      files.push(await showFile(file, state, repository, call.blame, range.to));
    }
    if (call.json) {
      const printer = createPrinter<DiffRow>(call);
      for (const { rows } of files) printer.print(rows, () => []);
      printer.end();
    } else if (call.markdown) call.io.stdout(diffMarkdown(files, commandOf(call)));
    else {
      call.io.stdout(diffText(files));
      call.io.stderr(`${diffSummary(files)}\n`);
    }
    const broken = changes.filter(({ problem }) => problem !== null);
    for (const { path, problem } of broken) {
      call.io.stderr(`postgloss: ${visible(repository.shown(path))}: ${visible(problem ?? '')}\n`);
    }
    return broken.length > 0 ? 1 : 0;
  },
});

/** Which files the caller asks about: all, or those named, those in folders named, and the sidecars of texts named. */
async function pathFilter(
  repository: GitRepository,
  { paths, from, to }: Range,
): Promise<(change: RawChange) => boolean> {
  if (paths.length === 0) return () => true;
  const named: string[] = [];
  for (const given of paths) {
    const path = repository.pathOf(given);
    let known = false;
    for (const state of [from, to]) {
      known ||= state !== null && (await repository.attempt(['cat-file', '-e', `${state}:${path}`])) !== null;
    }
    if (path !== '' && !known && !existsSync(join(repository.root, path))) {
      throw new UsageError(`There is no file or folder ${quoted(given)}, now or then.`);
    }
    named.push(path);
  }
  const fits = (path: string) =>
    named.some((name) => {
      return name === '' || path === name || path === name + SIDECAR_SUFFIX || path.startsWith(`${name}/`);
    });
  return ({ path, oldPath }) => fits(path) || (oldPath !== null && fits(oldPath));
}

function commandOf({ paths, since }: Call<'since'>): string {
  return ['postgloss diff', ...(since === null ? [] : [`--since ${since}`]), ...paths].join(' ');
}
