/** The endings of files that may hold posts, where nobody has said which files do. Without the dot, in lower case. */
const MARKDOWN = ['md', 'markdown', 'mdx'];
const MAIL = ['mbox', 'eml'];
const TEXT = ['txt', 'text', ...MARKDOWN, ...MAIL];

/** Endings of files that hold posts where their headers or names are dated. */
const OTHERS = ['rst', 'org', 'adoc', 'asciidoc', 'html', 'htm'];

/** Globs for files to look at for posts. */
export const LIKELY_GLOBS: readonly string[] = [...TEXT, ...OTHERS].map((ending) => `**/*.${ending}`);

/** A glob for boxes of mails and single mails. */
export const MAIL_FILES = `**/*.{${MAIL.join()}}`;

/** Whether a path names a file that may hold posts. */
export function isTextFile(path: string): boolean {
  return TEXT_ENDING.test(path);
}

/** Whether a path names a Markdown file. */
export function isMarkdown(path: string | undefined): boolean {
  return path !== undefined && MARKDOWN_ENDING.test(path);
}

/** Whether a path names a box of mails, or one mail. */
export function isMailFile(path: string | undefined): boolean {
  return path !== undefined && MAIL_ENDING.test(path);
}

const TEXT_ENDING = endingIn(TEXT);
const MARKDOWN_ENDING = endingIn(MARKDOWN);
const MAIL_ENDING = endingIn(MAIL);

function endingIn(endings: readonly string[]): RegExp {
  return new RegExp(`\\.(?:${endings.join('|')})$`, 'i');
}
