import { TEXT_GLOBS } from '../posts/file-endings';
import type { Format } from '../posts/formats';
import { readPosts } from '../posts/read-posts';
import { isGlossFile, isWritten, MANIFEST_FILE } from '../entities/archive-rules';
import { EMPTY_REGISTRY, REGISTRY_FILE } from '../entities/registry';
import type { Host } from '../host';
import type { FileEdit } from '../decision';
import { decodeText } from '../text/decode';
import { writeScalar } from '../yaml/scalars';

/** A file in which dated posts were found. */
export interface FoundArchive {
  readonly path: string;
  readonly format: Format;
  readonly posts: number;
  /** The earliest and the latest date of its posts. */
  readonly first: string | null;
  readonly last: string | null;
}

/** Larger files, in bytes, are not read before a person has named them. */
const MAX_BYTES = 20_000_000;

/** How many files are read at most: a folder with more is hardly an archive of posts, and its owner can name the files. */
const MAX_FILES = 2_000;

/**
 * Finds the files of a folder without `postgloss.yaml` that hold dated posts: a file with a date in its front matter, or a text in which
 * posts follow one another. Plain texts do not count.
 */
export async function findArchives(host: Host): Promise<FoundArchive[]> {
  const paths = (await host.list(TEXT_GLOBS)).filter((path) => !isGlossFile(path));
  const found: FoundArchive[] = [];
  for (const path of paths.sort().slice(0, MAX_FILES)) {
    const bytes = await host.read(path).catch(() => null);
    const text = bytes && bytes.length <= MAX_BYTES ? decodeText(bytes) : null;
    if (text === null) continue;
    const { format, posts } = readPosts(text, { path });
    const dates = posts.flatMap((post) => post.date ?? []).sort();
    if (format === 'plain' || dates.length === 0) continue;
    found.push({ path, format, posts: posts.length, first: dates[0] ?? null, last: dates.at(-1) ?? null });
  }
  return found;
}

/** “iran-in-iraq.txt: 9 posts from 2015 to 2017” */
export function describeFoundArchive({ path, posts, first, last }: FoundArchive): string {
  const from = first?.slice(0, 4);
  const to = last?.slice(0, 4);
  const years = from === undefined ? '' : from === to ? ` of ${from}` : ` from ${from} to ${to ?? from}`;
  return `${path}: ${posts} ${posts === 1 ? 'post' : 'posts'}${years}`;
}

/**
 * Creates the files that make a folder an archive: `postgloss.yaml`, which names the chosen files, and an empty registry where there is
 * none. Without any chosen file `postgloss.yaml` names an example, for a person to replace.
 *
 * @param declined files that were found and not chosen; no glob names them
 * @param written false where the texts that would open for writing are not written any more; see `isWritten`
 */
export function setUpArchive(
  chosen: readonly FoundArchive[],
  registryExists: boolean,
  declined: readonly FoundArchive[] = [],
  written = true,
): FileEdit[] {
  const paths = (found: readonly FoundArchive[]) => found.map(({ path }) => path);
  const globs = chosen.length > 0 ? globsFor(paths(chosen), paths(declined)) : [EXAMPLE];
  const open = written ? [] : paths(chosen.filter(({ format }) => isWritten({ editable: null }, format)));
  const locks = globs.map((glob) => open.some((path) => globOver(path) === glob || escapeGlob(path) === glob));
  const archives = globs
    .map((glob, i) => `  - files: ${JSON.stringify(glob)}${locks[i] ? '\n    editable: false' : ''}`)
    .join('\n');
  const tags = STARTER_TAGS.map(
    ({ id, description, color }) =>
      `  - id: ${id}\n    description: ${writeScalar(description, 6, '\n')}\n    color: ${color}`,
  ).join('\n');
  const after = `postgloss: 1\narchives:\n${archives}\ntags:\n${tags}\n`;
  const edits: FileEdit[] = [{ path: MANIFEST_FILE, before: null, after }];
  if (!registryExists) edits.push({ path: REGISTRY_FILE, before: null, after: EMPTY_REGISTRY });
  return edits;
}

/** The glob of the example. */
const EXAMPLE = 'archives/**/*.txt';

/** A codebook to start from. */
const STARTER_TAGS = [
  { id: 'claim', description: 'Somebody asserts something', color: 'blue' },
  { id: 'evidence', description: 'Something that supports or refutes a claim', color: 'green' },
  { id: 'question', description: 'To be looked into', color: 'yellow' },
];

/** Several files of one ending in one folder become a glob, which also names files that are added later. A single file keeps its name. */
function globsFor(paths: readonly string[], declined: readonly string[]): string[] {
  const groups = new Map<string, string[]>();
  for (const path of paths) groups.set(globOver(path), [...(groups.get(globOver(path)) ?? []), path]);
  const unfit = new Set(declined.map(globOver));
  return [...groups]
    .flatMap(([glob, members]) => (members.length > 1 && !unfit.has(glob) ? [glob] : members.map(escapeGlob)))
    .sort();
}

/** The glob that names a file and all files of the same ending beside it. */
function globOver(path: string): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return `${escapeGlob(folder)}*${path.slice(path.lastIndexOf('.'))}`;
}

/** A path as a glob: the signs of globs become `?`, which matches them. */
function escapeGlob(path: string): string {
  return path.replace(/[[\]{}()*?!+@|~:$^\\]/g, '?');
}
