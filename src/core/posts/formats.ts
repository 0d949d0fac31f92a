import { isMarkdown } from './file-endings';
import { findFrontMatter } from './find-front-matter';
import { readFrontMatterPost } from './front-matter';
import { isMail, readMbox } from './mbox';
import { readPathFacts } from './path-facts';
import { readPlainPost } from './plain';
import type { FoundPosts } from './post';
import { readPostArchive } from './post-archive';
import { readFrontMatters } from './records';

type Reader<Result> = (text: string, path: string | undefined) => Result;

/** A way in which a file holds its posts. */
interface FormatReader {
  /** Raise it whenever `read` or `detect` comes to find something else: indexes of another version are then made anew. */
  readonly version: number;
  /** Reads a text that is said to have the format. Never throws. */
  readonly read: Reader<FoundPosts>;
  /** Reads a text that looks as if it had the format; null for any other. Null in place of a function: `auto` never takes the format. */
  readonly detect: Reader<FoundPosts | null> | null;
}

/**
 * The formats, in the order in which people see them. This is the only list: names, types, `auto`, the check of `postgloss.yaml`, the
 * flags of the command line and the key of kept indexes come from it. Tests hold `manifest.schema.json` and the README to it.
 */
export const FORMATS = {
  'post-archive': {
    version: 3,
    read: (text, path) => readPostArchive(text, path, true),
    detect: (text, path) => {
      // The lines of a mail are its writer's.
      if (isMail(text, path)) return null;
      // A text with front matter is one post, whatever its lines look like, unless there is more of it further down. Markdown that the name
      // of its file dates is one post, too.
      if (findFrontMatter(text)) return readFrontMatters(text, path);
      if (isMarkdown(path) && readPathFacts(path).date !== null) return null;
      const found = readPostArchive(text, path, false);
      return found.posts.length > 0 ? found : null;
    },
  },
  'front-matter': {
    version: 3,
    read: (text, path) => readFrontMatterPost(text, path) ?? readPlainPost(text, path),
    detect: (text, path) => (isMail(text, path) ? null : readFrontMatterPost(text, path)),
  },
  plain: { version: 3, read: readPlainPost, detect: null },
  mbox: {
    version: 1,
    read: readMbox,
    detect: (text, path) => (isMail(text, path) ? readMbox(text, path) : null),
  },
} as const satisfies Readonly<Record<string, FormatReader>>;

/** How a file holds its posts. */
export type Format = keyof typeof FORMATS;

/** How `postgloss.yaml` and `--format` name a format; `auto` asks for whichever fits the text. */
export type FormatName = Format | 'auto';

/** All names, in the order in which people see them. */
export const FORMAT_NAMES: readonly FormatName[] = ['auto', ...(Object.keys(FORMATS) as Format[])];

/** Another text whenever a format is added, is removed, or gets another version. */
export const FORMATS_VERSION = Object.entries(FORMATS)
  .map(([name, { version }]) => `${name} ${version}`)
  .join();

/** The posts of one file, in the order of the text. */
export interface PostFile extends FoundPosts {
  readonly format: Format;
}

export function isFormatName(text: string): text is FormatName {
  return FORMAT_NAMES.some((name) => name === text);
}

/** Reads a text in a format; see `readPosts`. */
export function readFormat(name: FormatName, text: string, path: string | undefined): PostFile {
  if (name !== 'auto') return { format: name, ...FORMATS[name].read(text, path) };
  for (const [format, { detect }] of Object.entries(FORMATS) as [Format, FormatReader][]) {
    const found = detect?.(text, path);
    if (found) return { format, ...found };
  }
  return { format: 'plain', ...readPlainPost(text, path) };
}
