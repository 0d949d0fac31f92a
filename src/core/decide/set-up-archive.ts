import { TEXT_GLOBS } from '../posts/file-endings';
import type { Format } from '../posts/formats';
import { readPosts } from '../posts/read-posts';
import { isGlossFile, MANIFEST_FILE } from '../entities/archive-rules';
import { EMPTY_REGISTRY, REGISTRY_FILE } from '../entities/registry';
import type { Host } from '../host';
import type { FileEdit } from '../decision';
import { decodeAs } from '../text/encodings';
import { guessEncoding } from '../text/guess-encoding';
import { writeScalar } from '../yaml/scalars';

/** A file in which dated posts were found. */
export interface FoundArchive {
  readonly path: string;
  readonly format: Format;
  /** The encoding that it is probably in, where that is to be stated. */
  readonly encoding: string | null;
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
    if (!bytes || bytes.length > MAX_BYTES) continue;
    const encoding = guessEncoding(bytes);
    const text = decodeAs(bytes, encoding ?? undefined);
    if (text === null) continue;
    const { format, posts } = readPosts(text, { path });
    const dates = posts.flatMap((post) => post.date ?? []).sort();
    if (format === 'plain' || dates.length === 0) continue;
    found.push({ path, format, encoding, posts: posts.length, first: dates[0] ?? null, last: dates.at(-1) ?? null });
  }
  return found;
}

/** “iran-in-iraq.txt: 9 posts from 2015 to 2017”, and the encoding where one is to be stated. */
export function describeFoundArchive({ path, posts, first, last, encoding }: FoundArchive): string {
  const from = first?.slice(0, 4);
  const to = last?.slice(0, 4);
  const years = from === undefined ? '' : from === to ? ` of ${from}` : ` from ${from} to ${to ?? from}`;
  const written = encoding === null ? '' : `, in ${encoding}`;
  return `${path}: ${posts} ${posts === 1 ? 'post' : 'posts'}${years}${written}`;
}

/**
 * Creates the files that make a folder an archive: `postgloss.yaml`, which names the chosen files, and an empty registry where there is
 * none. Without any chosen file `postgloss.yaml` names an example, for a person to replace.
 *
 * @param declined files that were found and not chosen; no glob names them
 */
export function setUpArchive(
  chosen: readonly FoundArchive[],
  registryExists: boolean,
  declined: readonly FoundArchive[] = [],
): FileEdit[] {
  const rules = chosen.length > 0 ? rulesFor(chosen, declined) : [EXAMPLE];
  const archives = rules
    .map(
      ({ files, encoding }) =>
        `  - files: ${JSON.stringify(files)}${encoding === null ? '' : `\n    encoding: ${encoding}`}`,
    )
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

/** The files of a rule, and the encoding that it states. */
type Rule = Pick<FoundArchive, 'encoding'> & { readonly files: string };

const EXAMPLE: Rule = { files: 'archives/**/*.txt', encoding: null };

/** A codebook to start from. */
const STARTER_TAGS = [
  { id: 'claim', description: 'Somebody asserts something', color: 'blue' },
  { id: 'evidence', description: 'Something that supports or refutes a claim', color: 'green' },
  { id: 'question', description: 'To be looked into', color: 'yellow' },
];

/**
 * Several files of one ending in one folder become a glob, which also names files that are added later, unless they are in different
 * encodings. A single file keeps its name.
 */
function rulesFor(found: readonly FoundArchive[], declined: readonly FoundArchive[]): Rule[] {
  const groups = new Map<string, FoundArchive[]>();
  for (const one of found) groups.set(globOver(one.path), [...(groups.get(globOver(one.path)) ?? []), one]);
  const unfit = new Set(declined.map(({ path }) => globOver(path)));
  return [...groups]
    .flatMap(([files, members]) => {
      const encodings = new Set(members.map(({ encoding }) => encoding));
      const [encoding = null] = encodings;
      if (members.length > 1 && encodings.size === 1 && !unfit.has(files)) return [{ files, encoding }];
      return members.map((one) => ({ files: escapeGlob(one.path), encoding: one.encoding }));
    })
    .sort((a, b) => (a.files < b.files ? -1 : 1));
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
