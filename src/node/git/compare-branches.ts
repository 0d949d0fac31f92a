import { markingsOf, type BranchText, type ComparedBranches, type Marking, type PostUnit } from '../../core/agreement';
import { ArchiveText } from '../../core/archive';
import { compareGloss, type FileStates } from '../../core/changes';
import {
  MANIFEST_FILE,
  readManifest,
  readRegistry,
  REGISTRY_FILE,
  ruleFor,
  type ArchiveRule,
} from '../../core/entities';
import { NO_LEXICON } from '../../core/mentions';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { decodeAs, indexLines, quoted, visible } from '../../core/text';
import type { GitRepository } from './git-repository';
import { readTree, type GitTree } from './git-tree';
import { GitRefusal } from './refusal';
import { requireCommit } from './revisions';

/** Which annotations to compare. */
export interface AskedBranches {
  /** The folder of the archive, from the top of the repository; empty at the top. */
  readonly folder: string;
  /** Branches, or other names of commits. */
  readonly names: readonly string[];
  /** Replaces the format that the manifest names. */
  readonly format?: ArchiveRule['format'] | null;
  /** Whether to compare a text, by its path in the archive; all texts by default. */
  readonly fits?: (path: string) => boolean;
  /** The name of a text in the result, by its path in the archive; by default that path. */
  readonly shown?: (path: string) => string;
}

/** A branch that stands for an annotator. */
interface Branch {
  readonly name: string;
  readonly tree: GitTree;
  /** By the path of a sidecar, the offsets in it at which the records begin that were added or changed on the branch. */
  readonly own: ReadonlyMap<string, ReadonlySet<number>>;
}

/**
 * Reads the annotations of several branches. The places of all are found in one text, that of the first branch that has the file.
 * Annotations that the branches had in common when they parted are left out, since they are no annotator's own answer. Throws a
 * `GitRefusal` for unknown branches, and for files on them that cannot be understood.
 */
export async function compareBranches(repository: GitRepository, asked: AskedBranches): Promise<ComparedBranches> {
  const { names, folder } = asked;
  const branches = await openBranches(repository, folder, names);
  const [first] = branches;
  if (!first) throw new GitRefusal('No branch is named.');
  const rule = await ruleOn(first);
  const shown = asked.shown ?? ((path: string) => path);
  const posts: PostUnit[] = [];
  const markings: Marking[] = [];
  const texts = new Map<string, BranchText>();
  const warnings: string[] = [];
  let inherited = 0;
  for (const path of [...new Set(branches.flatMap(({ tree }) => tree.paths))].sort()) {
    const reading = rule(path);
    if (reading === null || asked.fits?.(path) === false) continue;
    const format = asked.format ?? reading.format;
    const owner = branches.find(({ tree }) => tree.objectOf(path) !== null);
    const content = (await owner?.tree.read(path, (bytes) => decodeAs(bytes, reading.encoding))) ?? null;
    if (!owner || content === null) continue;
    const file = shown(path);
    if (content === '\0') {
      warnings.push(
        `${visible(file)}: The text on ${quoted(owner.name)} cannot be read, and is left out. Name its “encoding” in ${MANIFEST_FILE}.`,
      );
      continue;
    }
    const different = branches.filter(({ tree }) => ![null, owner.tree.objectOf(path)].includes(tree.objectOf(path)));
    for (const { name } of different) {
      const message = `The text differs between ${quoted(owner.name)} and ${quoted(name)}; places are those on ${quoted(owner.name)}.`;
      warnings.push(`${visible(file)}: ${message}`);
    }
    texts.set(file, { branch: owner.name, text: content, lines: indexLines(content) });
    for (const [i, { name, tree, own }] of branches.entries()) {
      const text = new ArchiveText(path, { ...reading, format }, content, NO_LEXICON);
      if (i === 0) posts.push(...text.posts.map((post) => ({ file, post: post.id })));
      const sidecar = path + SIDECAR_SUFFIX;
      text.setSidecar(await tree.read(sidecar));
      const isOwn = ({ record }: { record: { start: number } }) => own.get(sidecar)?.has(record.start) === true;
      markings.push(...markingsOf(text, file, (annotation) => (isOwn(annotation) ? [name] : [])));
      inherited += text.annotations.filter(({ annotation }) => !isOwn(annotation)).length;
    }
  }
  return { annotators: names, posts, markings, types: await typesOn(branches), texts, inherited, warnings };
}

async function openBranches(repository: GitRepository, folder: string, names: readonly string[]): Promise<Branch[]> {
  const commits: string[] = [];
  for (const name of names) commits.push(await requireCommit(repository, name));
  const base = (await repository.attempt(['merge-base', '--octopus', ...commits]))?.trim() ?? '';
  const origin = base === '' ? null : await readTree(repository, base, folder);
  const branches: Branch[] = [];
  for (const [i, name] of names.entries()) {
    const tree = await readTree(repository, commits[i] ?? '', folder);
    branches.push({ name, tree, own: await ownRecords(name, tree, origin) });
  }
  return branches;
}

/** How the manifest of a branch wants files to be read. */
async function ruleOn({ name, tree }: Branch): Promise<(path: string) => ArchiveRule | null> {
  const manifest = readManifest((await tree.read(MANIFEST_FILE)) ?? '');
  const problem = manifest.problems.find(({ severity, code }) => severity === 'error' && code !== 'newer-version');
  if (problem && !manifest.writable) {
    const line = indexLines(manifest.file.text).lineAt(problem.span.start) + 1;
    throw new GitRefusal(`${visible(name)}:${MANIFEST_FILE}:${line}: ${visible(problem.message)}`);
  }
  return ruleFor(manifest);
}

/** The records that a branch added or changed since its origin. Annotations that only moved with their text do not count. */
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
      if (problem !== null) throw new GitRefusal(`${visible(`${name}:${path}`)}: ${visible(problem)}`);
      const own = records.filter(({ change }) => change === 'added' || change === 'changed');
      return [path, new Set(own.map(({ span }) => span.start))];
    }),
  );
}

async function typesOn(branches: readonly Branch[]): Promise<Map<string, string>> {
  const types = new Map<string, string>();
  for (const { tree } of branches) {
    const registry = readRegistry((await tree.read(REGISTRY_FILE)) ?? 'postgloss: 1\nentities: []\n');
    for (const { id, type } of registry.entities) types.set(id, types.get(id) ?? type);
  }
  return types;
}
