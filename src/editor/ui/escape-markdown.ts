import { visible } from '../../core/text';

/**
 * Text from files as Markdown that shows just that text. Every ASCII punctuation mark is escaped, so that nothing in it can become a
 * link, an image, a heading or HTML; characters that hide or reorder text are spelled out. (`MarkdownString.appendText` would also turn every space into a no-break space, and long
 * descriptions would never wrap.)
 */
export function escapeMarkdown(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => visible(line.trim()).replace(/[!-/:-@[-`{-~]/g, '\\$&'))
    .join('  \n');
}
