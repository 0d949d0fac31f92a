import picomatch from 'picomatch';
import type { FormatName } from '../posts/formats';
import { leavesFolder } from '../text/leaves-folder';
import type { Span } from '../text/span';

// Which files of an archive are texts: the rules of `postgloss.yaml`, and the files that no rule can name.

/** How a file is read. */
export type ReadingRule = Pick<ArchiveRule, 'format' | 'encoding'>;

/** Which files hold posts, and how. */
export interface ArchiveRule {
  /** A glob relative to the folder of `postgloss.yaml`, with `/`. */
  readonly files: string;
  readonly format: FormatName;
  /** Whether its texts are still written; null where `postgloss.yaml` does not say. */
  readonly editable: boolean | null;
  /** The WHATWG name of the encoding of the files that have no byte order mark. Left out for UTF-8. */
  readonly encoding?: string;
  /** Where `files` stands in `postgloss.yaml`. */
  readonly place: Span;
}

export const MANIFEST_FILE = 'postgloss.yaml';

/** The formats of texts that are collected, and no longer written. */
const COLLECTED: readonly string[] = ['post-archive', 'mbox'];

/** Whether a text opens for writing: as its rule says, else unless its format is one of collected texts. */
export function isWritten({ editable }: Pick<ArchiveRule, 'editable'>, format: string): boolean {
  return editable ?? !COLLECTED.includes(format);
}

/** How many globs are used at most: each of them is tried on each path. Paths without wildcards do not count. */
export const MOST_GLOBS = 200;

/** Whether `files` of a rule is the path of one file: nothing in it stands for anything else. */
export function isPath(files: string): boolean {
  return !/[*?[\]{}()!+@|\\^$"]|^\.|\/(?:\.|\/|$)/.test(files);
}

/**
 * Whether a glob must not be used. Manifests come from strangers: a glob must neither reach out of its folder nor be slow to match. So one
 * name may have two stars and one path two `**`, and groups with repetition (`(a+)+`), which a glob passes on to its regular expression,
 * are refused.
 */
export function isUnfit(glob: string): boolean {
  const alternatives = expandBraces(glob);
  return (
    glob === '' ||
    glob.length > 300 ||
    /^!|[()\0]|[\]}]\+|\{[^}]*\{/.test(glob) ||
    alternatives === null ||
    alternatives.some(
      (path) =>
        leavesFolder(path) ||
        /^~|^[a-z]+:\/\//i.test(path) ||
        path.split(/[/\\]/).some((name) => /^[.[\]]*\.[.[\]]*\.[.[\]]*$/.test(name)) ||
        path.split('/').some((name) => name !== '**' && name.split('*').length > 3) ||
        path.split('/').filter((name) => name === '**').length > 2,
    )
  );
}

/** The globs that a glob with braces stands for; null for more than 64. */
function expandBraces(glob: string): string[] | null {
  let globs = [''];
  for (const piece of glob.split(/(\{[^{}]*\})/)) {
    const choices = piece.startsWith('{') && piece.endsWith('}') ? piece.slice(1, -1).split(',') : [piece];
    globs = globs.flatMap((start) => choices.map((choice) => start + choice));
    if (globs.length > 64) return null;
  }
  return globs;
}

/** A function that gives the rule by which a file is read: the first that names it; null for a file that none names. */
export function ruleFor({
  archives,
}: {
  readonly archives: readonly ArchiveRule[];
}): (path: string) => ArchiveRule | null {
  const globs: { readonly index: number; readonly fits: (path: string) => boolean }[] = [];
  const paths = new Map<string, number>();
  for (const [index, { files }] of archives.entries()) {
    if (!isPath(files)) globs.push({ index, fits: picomatch(files, { noextglob: true }) });
    else if (!paths.has(files)) paths.set(files, index);
  }
  return (path) => {
    if (isGlossFile(path) || leavesFolder(path)) return null;
    const exact = paths.get(path) ?? Infinity;
    const first = globs.find(({ index, fits }) => index > exact || fits(path))?.index ?? Infinity;
    return archives[Math.min(first, exact)] ?? null;
  };
}

/** The rules that name none of some paths. No rule names our own files, or files outside of the archive. */
export function idleRules(archives: readonly ArchiveRule[], paths: readonly string[]): ArchiveRule[] {
  const named = paths.filter((path) => !isGlossFile(path) && !leavesFolder(path));
  const known = new Set(named);
  return archives.filter(({ files }) => {
    if (isPath(files)) return !known.has(files);
    const fits = picomatch(files, { noextglob: true });
    return !named.some((path) => fits(path));
  });
}

/** Whether a file is one of those that Postgloss writes, and therefore never a text to annotate. */
export function isGlossFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === MANIFEST_FILE || name.endsWith('.gloss.yaml');
}
