import { LIKELY_GLOBS } from '../posts/file-endings';
import type { Format } from '../posts/formats';
import { readPosts } from '../posts/read-posts';
import { isGlossFile, isWritten, MANIFEST_FILE } from '../entities/archive-rules';
import { EMPTY_REGISTRY, REGISTRY_FILE } from '../entities/registry';
import type { Host } from '../host';
import type { FileEdit } from '../decision';
import { decodeAs } from '../text/encodings';
import { guessEncoding } from '../text/guess-encoding';
import { writeScalar } from '../yaml/scalars';
import { escapeGlob, globsOver, grouped, kindOf } from './archive-globs';
import { samplePaths } from './sample-paths';

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
  /** The globs that name the file, others like it that were found, and those that come later. */
  readonly globs: readonly string[];
  /** How many files like it were not read, as there are too many. */
  readonly unread: number;
}

/** Files of one kind that were found, for a person to take or leave. */
export interface ArchiveOffer {
  /** “notes/*.md: 3 posts of 2016 in 3 files” */
  readonly label: string;
  readonly files: readonly FoundArchive[];
}

/** Larger files, in bytes, are not read before a person has named them. */
const MAX_BYTES = 20_000_000;

/** How many files are read at most: where there are more, some of each folder. */
const MAX_FILES = 2_000;

/**
 * Finds the files of a folder without `postgloss.yaml` that hold dated posts: a file with a date in its front matter, in its name or in its
 * folders, or a text in which posts follow one another. A text without any date does not count.
 */
export async function findArchives(host: Host): Promise<FoundArchive[]> {
  const paths = (await host.list(LIKELY_GLOBS)).filter((path) => !isGlossFile(path)).sort();
  const sample = [...samplePaths(paths, MAX_FILES)].sort();
  const found: Omit<FoundArchive, 'globs' | 'unread'>[] = [];
  const others: string[] = [];
  for (const path of sample) {
    const bytes = await host.read(path).catch(() => null);
    const encoding = bytes && bytes.length <= MAX_BYTES ? guessEncoding(bytes) : null;
    const text = bytes && bytes.length <= MAX_BYTES ? decodeAs(bytes, encoding ?? undefined) : null;
    const { format, posts } = readPosts(text ?? '', { path });
    const dates = posts.flatMap((post) => post.date ?? []).sort();
    if (dates.length === 0) others.push(path);
    else
      found.push({ path, format, encoding, posts: posts.length, first: dates[0] ?? null, last: dates.at(-1) ?? null });
  }
  const read = new Set(sample);
  const unread = grouped(
    paths.filter((path) => !read.has(path)),
    kindOf,
  );
  const strangers = strangersOf(others);
  return [...grouped(found, ({ path }) => kindOf(path))].flatMap(([kind, members]) => {
    const left = unread.get(kind)?.length ?? 0;
    const names = members.map(({ path }) => path);
    const globs = names.length + left > 1 ? globsOver(names, strangers(names)) : names.map(escapeGlob);
    return members.map((member) => ({ ...member, globs, unread: left }));
  });
}

/** The files that are none of the posts and have the ending of some. */
function strangersOf(others: readonly string[]): (names: readonly string[]) => readonly string[] {
  const endingOf = (path: string) => path.slice(path.lastIndexOf('.'));
  const byEnding = grouped(others, endingOf);
  return ([first = '']) => byEnding.get(endingOf(first)) ?? [];
}

/** Gathers files that one glob names, so that a person is asked once for all of them. */
export function offersOf(found: readonly FoundArchive[]): ArchiveOffer[] {
  return [...grouped(found, ({ path, globs }) => (globs.length === 1 ? (globs[0] ?? path) : path))].map(([, files]) => {
    const [one] = files;
    if (files.length === 1 && one?.unread === 0) return { label: describeFoundArchive(one), files };
    const dates = files.flatMap(({ first, last }) => [first ?? [], last ?? []].flat()).sort();
    const posts = files.reduce((sum, file) => sum + file.posts, 0);
    const unread = one?.unread ?? 0;
    const more = unread === 0 ? '' : `, and ${unread} more that were not read`;
    const what = describePosts(one?.globs[0] ?? '', posts, dates[0] ?? null, dates.at(-1) ?? null);
    const encodings = [...new Set(files.map(({ encoding }) => encoding))].map(statedEncoding).join('');
    return { label: `${what} in ${files.length} ${files.length === 1 ? 'file' : 'files'}${more}${encodings}`, files };
  });
}

/** “iran-in-iraq.txt: 9 posts from 2015 to 2017”, and the encoding where one is to be stated. */
export function describeFoundArchive({ path, posts, first, last, encoding }: FoundArchive): string {
  return describePosts(path, posts, first, last) + statedEncoding(encoding);
}

function statedEncoding(encoding: string | null): string {
  return encoding === null ? '' : `, in ${encoding}`;
}

function describePosts(name: string, posts: number, first: string | null, last: string | null): string {
  const from = first?.slice(0, 4);
  const to = last?.slice(0, 4);
  const years = from === undefined ? '' : from === to ? ` of ${from}` : ` from ${from} to ${to ?? from}`;
  return `${name}: ${posts} ${posts === 1 ? 'post' : 'posts'}${years}`;
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
  const rules = chosen.length > 0 ? rulesFor(chosen, declined, !written) : [EXAMPLE];
  const archives = rules
    .map(
      ({ files, encoding, locked }) =>
        `  - files: ${JSON.stringify(files)}` +
        (locked ? '\n    editable: false' : '') +
        (encoding === null ? '' : `\n    encoding: ${encoding}`),
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

/** The files of a rule, the encoding that it states, and whether it says that they are not written any more. */
type Rule = Pick<FoundArchive, 'encoding'> & { readonly files: string; readonly locked: boolean };

const EXAMPLE: Rule = { files: 'archives/**/*.txt', encoding: null, locked: false };

/** A codebook to start from. */
const STARTER_TAGS = [
  { id: 'claim', description: 'Somebody asserts something', color: 'blue' },
  { id: 'evidence', description: 'Something that supports or refutes a claim', color: 'green' },
  { id: 'question', description: 'To be looked into', color: 'yellow' },
];

/**
 * Files of one kind are named by their common globs, unless some of them were declined or are in another encoding. A single file keeps its
 * name.
 *
 * @param locks whether texts that would open for writing are not written any more
 */
function rulesFor(chosen: readonly FoundArchive[], declined: readonly FoundArchive[], locks: boolean): Rule[] {
  const unfit = new Set(declined.map(({ path }) => kindOf(path)));
  const isOpen = ({ format }: FoundArchive) => isWritten({ editable: null }, format);
  return [...grouped(chosen, ({ path }) => kindOf(path))]
    .flatMap(([kind, members]) => {
      const [one] = members;
      const alike = members.every(({ encoding }) => encoding === one?.encoding);
      if (one && alike && !unfit.has(kind) && members.length + one.unread > 1) {
        const locked = locks && members.some(isOpen);
        return one.globs.map((files): Rule => ({ files, encoding: one.encoding, locked }));
      }
      return members.map((member): Rule => {
        return { files: escapeGlob(member.path), encoding: member.encoding, locked: locks && isOpen(member) };
      });
    })
    .sort((a, b) => (a.files < b.files ? -1 : 1));
}
