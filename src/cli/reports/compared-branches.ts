import { MANIFEST_FILE } from '../../core/entities';
import { compareBranches } from '../../node/git/compare-branches';
import { openRepository } from '../../node/git/git-repository';
import type { Call } from '../call/command';
import type { Compared } from './compared';
import { findRoot } from '../files/find-root';
import { UsageError } from '../call/usage-error';

/** Reads the annotations of several branches; see `compareBranches`. */
export async function readBranches(call: Call<'format'>, names: readonly string[]): Promise<Compared> {
  const repository = await openRepository(call.io.cwd);
  const root = await findRoot(call.io.cwd);
  if (root === null) throw new UsageError(`No ${MANIFEST_FILE} here or above.`);
  const folder = repository.pathOf(root);
  const inRepository = (path: string) => (folder === '' ? path : `${folder}/${path}`);
  const wanted = call.paths.map((given) => repository.pathOf(given));
  const { texts, warnings, ...compared } = await compareBranches(repository, {
    folder,
    names,
    format: call.format,
    shown: (path) => repository.shown(inRepository(path)),
    fits: (path) =>
      wanted.length === 0 ||
      wanted.some((name) => name === '' || inRepository(path) === name || inRepository(path).startsWith(`${name}/`)),
  });
  for (const warning of warnings) call.io.stderr(`postgloss: ${warning}\n`);
  const lines = new Map([...texts].map(([file, { lines: index }]) => [file, index]));
  return { ...compared, lines, unsigned: 0, code: 0 };
}
