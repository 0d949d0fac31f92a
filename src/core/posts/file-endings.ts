/** The endings of files that may hold posts, where nobody has said which files do. Without the dot, in lower case. */
const MARKDOWN = ['md', 'markdown', 'mdx'];
const TEXT = ['txt', 'text', ...MARKDOWN];

/** Endings of files that hold posts where their headers or names are dated. */
const OTHERS = ['rst', 'org', 'adoc', 'asciidoc', 'html', 'htm'];

/** Globs for files to look at for posts. */
export const LIKELY_GLOBS: readonly string[] = [...TEXT, ...OTHERS].map((ending) => `**/*.${ending}`);

/** Whether a path names a file that may hold posts. */
export function isTextFile(path: string): boolean {
  return TEXT_ENDING.test(path);
}

/** Whether a path names a Markdown file. */
export function isMarkdown(path: string | undefined): boolean {
  return path !== undefined && MARKDOWN_ENDING.test(path);
}

const TEXT_ENDING = endingIn(TEXT);
const MARKDOWN_ENDING = endingIn(MARKDOWN);

function endingIn(endings: readonly string[]): RegExp {
  return new RegExp(`\\.(?:${endings.join('|')})$`, 'i');
}
