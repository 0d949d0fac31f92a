import { shortened, visible } from '../../core/text';

/**
 * Text from files as Markdown that shows just that text, on one line. It becomes a code span: there alone neither Markdown and HTML nor
 * what forges make of plain text afterwards (`@user`, `#12`, `owner/repo#1`, addresses, `:emoji:`) counts, which a backslash would
 * not keep them from.
 */
export function codeSpan(text: string, most = 200): string {
  const line = visible(shortened(text, most).replace(LONE_SURROGATES, '\ufffd')).trim();
  if (line === '') return '` `';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // The one space that is taken away again, where the text itself would be taken for a part of the fence.
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

const LONE_SURROGATES = /\p{Surrogate}/gu;
