import { visible } from '../../core/text';

/** Text of a file as Markdown that shows it as it is, on one line: every sign of Markdown and HTML is escaped. */
export function markdownText(text: string): string {
  return visible(text.replace(/\s+/g, ' '))
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** The same as a quotation; its paragraphs stay apart. */
export function markdownQuote(text: string): string {
  const paragraphs = text.split(/(?:\r\n?|\n)\s*(?:\r\n?|\n)/).filter((part) => part.trim() !== '');
  return paragraphs.map((part) => `> ${markdownText(part)}`).join('\n>\n');
}
