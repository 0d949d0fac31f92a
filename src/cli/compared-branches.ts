import {
  ArchiveText,
  compareGloss,
  MANIFEST_FILE,
  markingsOf,
  quoted,
  readManifest,
  readRegistry,
  REGISTRY_FILE,
  ruleFor,
  SIDECAR_SUFFIX,
  visible,
  type FileStates,
  type LineIndex,
  type Marking,
  type PostUnit,
} from '../core/index';
import { openRepository } from '../node/git/git-repository';
import { readTree, type GitTree } from '../node/git/git-tree';
import { requireCommit } from '../node/git/revisions';
import type { Call } from './command';
import type { Compared } from './compared';
import { findRoot } from './find-root';
import { NO_LEXICON } from './lexicons';
import { refuseBroken } from './understood';
import { UsageError } from './usage-error';

/** A branch that stands for an annotator. */
interface Branch {
  readonly name: string;
  readonly tree: GitTree;
  /** Where in each sidecar the records begin that were made or changed on the branch. */
  readonly own: ReadonlyMap<string, ReadonlySet<number>>;
}

/**
 * Reads what was annotated on each of several branches. All places are found in one text, that of the first branch that has the file;
 * and what the branches had in common when they parted is left out, since it is nobody's own answer.
 */
export async function compareBranches(call: Call, names: readonly string[]): Promise<Compared> {
  const repository = await openRepository(call.io.cwd);
  const root = await findRoot(call.io.cwd);
  if (root === null) throw new UsageError(`No ${MANIFEST_FILE} here or above.`);
  const folder = repository.pathOf(root);
  const commits: string[] = [];
  for (const name of names) commits.push(await requireCommit(repository, name));
  const base = (await repository.ask(['merge-base', '--octopus', ...commits]))?.trim() ?? '';
  const origin = base === '' ? null : await readTree(repository, base, folder);
  const branches: Branch[] = [];
  for (const [i, name] of names.entries()) {
    const tree = await readTree(repository, commits[i] ?? '', folder);
    branches.push({ name, tree, own: await ownRecords(name, tree, origin) });
  }
  const [first] = branches;
  if (!first) throw new UsageError('No branch is named.');
  const manifest = refuseBroken(
    `${first.name}:${MANIFEST_FILE}`,
    readManifest((await first.tree.read(MANIFEST_FILE)) ?? ''),
  );
  const rule = ruleFor(manifest);
  const wanted = call.paths.map((given) => repository.pathOf(given));
  const inRepository = (path: string) => (folder === '' ? path : `${folder}/${path}`);
  const fits = (path: string) =>
    wanted.length === 0 ||
    wanted.some((name) => name === '' || inRepository(path) === name || inRepository(path).startsWith(`${name}/`));

  const posts: PostUnit[] = [];
  const markings: Marking[] = [];
  const lines = new Map<string, LineIndex>();
  let inherited = 0;
  for (const path of [...new Set(branches.flatMap(({ tree }) => tree.paths))].sort()) {
    const format = rule(path)?.format;
    const owner =
      format !== undefined && fits(path) ? branches.find(({ tree }) => tree.objectOf(path) !== null) : undefined;
    const content = (await owner?.tree.read(path)) ?? null;
    if (format === undefined || !owner || content === null) continue;
    const file = repository.shown(inRepository(path));
    const different = branches.filter(({ tree }) => ![null, owner.tree.objectOf(path)].includes(tree.objectOf(path)));
    for (const { name } of different) {
      const message = `The text is another on ${quoted(name)} than on ${quoted(owner.name)}; places are those of the latter.`;
      call.io.stderr(`postgloss: ${visible(file)}: ${message}\n`);
    }
    const sidecar = path + SIDECAR_SUFFIX;
    for (const [i, { name, tree, own }] of branches.entries()) {
      const text = new ArchiveText(path, { format: call.format ?? format }, content, NO_LEXICON);
      if (i === 0) {
        lines.set(file, text.lines);
        posts.push(...text.posts.map((post) => ({ file, post: post.id })));
      }
      text.setSidecar(await tree.read(sidecar));
      const isOwn = ({ record }: { record: { start: number } }) => own.get(sidecar)?.has(record.start) === true;
      markings.push(...markingsOf(text, file, (annotation) => (isOwn(annotation) ? [name] : [])));
      inherited += text.annotations.filter(({ annotation }) => !isOwn(annotation)).length;
    }
  }
  const types = new Map<string, string>();
  for (const { tree } of branches) {
    const registry = readRegistry((await tree.read(REGISTRY_FILE)) ?? 'postgloss: 1\nentities: []\n');
    for (const { id, type } of registry.entities) types.set(id, types.get(id) ?? type);
  }
  return { annotators: names, posts, markings, types, lines, unsigned: 0, inherited, code: 0 };
}

/** What a branch says that its origin did not. Annotations that only moved with their text say nothing new. */
async function ownRecords(name: string, tree: GitTree, origin: GitTree | null): Promise<Map<string, Set<number>>> {
  const sidecars = new Set([...tree.paths, ...(origin?.paths ?? [])].filter((path) => path.endsWith(SIDECAR_SUFFIX)));
  const differing = [...sidecars].filter((path) => tree.objectOf(path) !== (origin?.objectOf(path) ?? null));
  const states: FileStates[] = [];
  for (const path of differing) {
    states.push({ path, oldPath: null, before: (await origin?.read(path)) ?? null, after: await tree.read(path) });
  }
  const changes = compareGloss(states);
  return new Map(
    changes.map(({ path, problem, records }) => {
      if (problem !== null) throw new UsageError(`${name}:${path}: ${problem}`);
      const own = records.filter(({ change }) => change === 'added' || change === 'changed');
      return [path, new Set(own.map(({ span }) => span.start))];
    }),
  );
}
