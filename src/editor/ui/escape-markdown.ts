/**
 * Text from files as Markdown that shows just that text. Every ASCII punctuation mark is escaped, so that nothing in it can become a
 * link, an image, a heading or HTML. (`MarkdownString.appendText` would also turn every space into a no-break space, and long
 * descriptions would never wrap.)
 */
export function escapeMarkdown(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim().replace(/[!-/:-@[-`{-~]/g, '\\$&'))
    .join('  \n');
}
