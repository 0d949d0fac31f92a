import { htmlText } from './html-text';

/**
 * The text of a post as WordPress stores it: paragraphs and line breaks are made of line ends only when a post is shown (`wpautop`), but in
 * posts of the block editor, which are HTML already. Shortcodes go; the text between their ends stays.
 */
export function storedText(content: string): string {
  const isBlocks = content.includes('<!-- wp:');
  return htmlText(withoutShortcodes(content), { lines: !isBlocks });
}

/**
 * Takes out `[caption id="a"]` and `[/caption]`. What stands in brackets is prose, as `[sic]` is, unless the text also closes it, or it has
 * attributes, or WordPress itself knows it.
 */
export function withoutShortcodes(text: string): string {
  if (!text.includes('[')) return text;
  const closed = new Set(
    Array.from(text.matchAll(/\[\/([a-z][\w-]{0,40})\]/gi), ([, name = '']) => name.toLowerCase()),
  );
  return text.replace(SHORTCODE, (found, slash: string, name: string, rest: string) => {
    const known = name.toLowerCase();
    const isShortcode = slash !== '' || closed.has(known) || KNOWN.has(known) || ATTRIBUTE.test(rest);
    return isShortcode ? '' : found;
  });
}

const SHORTCODE = /\[(\/?)([a-z][\w-]{0,40})((?:\s[^[\]]{0,2000})?\/?)\]/gi;
const ATTRIBUTE = /^\s+[\w-]+\s*=/;
const KNOWN = new Set('audio caption embed gallery playlist video wp_caption'.split(' '));
