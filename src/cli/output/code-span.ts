import { shortened, visible } from '../../core/text';

/**
 * Text from files as a Markdown code span on one line. Only in a code span do forges leave text alone: neither Markdown and HTML nor
 * `@user`, `#12`, `owner/repo#1`, addresses and `:emoji:` count there. A backslash would not keep forges from linking the latter.
 */
export function codeSpan(text: string, most = 200): string {
  const line = visible(shortened(text, most).replace(LONE_SURROGATES, '\ufffd')).trim();
  if (line === '') return '` `';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // Markdown strips one space on each side. It separates a backtick of the text from the fence.
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

const LONE_SURROGATES = /\p{Surrogate}/gu;
