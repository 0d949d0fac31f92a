/** The endings of files that may hold posts, where nobody has said which files do. Without the dot, in lower case. */
const MARKDOWN = ['md', 'markdown'];
const TEXT = ['txt', 'text', ...MARKDOWN];

/** Globs for files that may hold posts. */
export const TEXT_GLOBS: readonly string[] = TEXT.map((ending) => `**/*.${ending}`);

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
