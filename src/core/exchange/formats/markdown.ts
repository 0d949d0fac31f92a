import { sourceOf } from '../../lists/cite';
import { ALL_FIELDS, onlyFile, type Format, type WriteOptions } from '../format';
import type { Exchange, ExchangePost, ExchangeSpan } from '../model';

/** A report of quotes with their sources, by tag, by post or by entity. */
export const MARKDOWN: Format = {
  ...{ name: 'md', usedBy: 'Obsidian, pandoc, any editor', shape: 'file', ending: 'md' },
  ...{ per: 'file', mentions: 'none', quotesOnly: true, dialects: [], read: null },
  holds: () => ALL_FIELDS,
  write(exchange, options) {
    const groups = groupsOf(exchange, options);
    const parts = groups.map(
      ({ heading, spans }) => `## ${heading}\n\n${spans.map((span) => quoteOf(span, options)).join('\n')}`,
    );
    return onlyFile(`# Quotes\n\n${parts.join('\n')}`);
  },
};

interface Group {
  readonly heading: string;
  readonly spans: ExchangeSpan[];
}

function groupsOf({ documents, tags, entities }: Exchange, { group }: WriteOptions): Group[] {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const groups = new Map<string, Group>();
  const add = (key: string, heading: string, span: ExchangeSpan) => {
    const known = groups.get(key) ?? { heading, spans: [] };
    known.spans.push(span);
    groups.set(key, known);
  };
  const orders = { tag: tags.map(({ id }) => id), entity: entities.map(({ id }) => id), post: [] };
  for (const [i, { spans, file }] of documents.entries()) {
    for (const span of spans) {
      if (group === 'post') {
        const { post } = span;
        add(`${i} ${post?.id ?? ''}`, inert(post ? headingOf(post) : (file ?? 'Without a post')), span);
      } else if (group === 'tag') {
        for (const tag of span.tags) add(tag, inert(tag), span);
        if (span.tags.length === 0) add('', 'Without a tag', span);
      } else {
        const entity = span.entity ?? '';
        add(entity, entity === '' ? 'Without an entity' : inert(names.get(entity) ?? entity), span);
      }
    }
  }
  // In the order of the codebook or the registry; what they lack comes behind, and what has none is last.
  const order = new Map<string, number>(orders[group].map((id, i) => [id, i]));
  const rank = (key: string) => (key === '' && group !== 'post' ? Infinity : (order.get(key) ?? order.size));
  const sorted = [...groups].sort(([a], [b]) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
  return sorted.map(([, one]) => one);
}

function headingOf(post: ExchangePost): string {
  return [post.date, post.title ?? post.id].filter((part) => part !== null).join(' ');
}

function quoteOf({ id, quote, post, note, tags, place }: ExchangeSpan, { flavour }: WriteOptions): string {
  const lines = quote.split('\n').map((line) => `> ${inert(line)}`.trimEnd());
  const source = post ? sourceOf(post) : '';
  const obsidian = flavour === 'obsidian';
  const marks = obsidian && tags.length > 0 ? [tags.map(obsidianTag).join(' ')] : [];
  // A block's id names the block above it, if it stands alone behind that.
  const anchor = obsidian && id !== null && /^[A-Za-z0-9-]+$/.test(id) ? [`^${id}`] : [];
  const doubt = place ? [] : ['*The place of this passage is in doubt.*'];
  const said = [...(note === null ? [] : note.split('\n\n').map(inert)), ...marks, ...doubt];
  const block = [...lines, ...(source === '' ? [] : ['>', `> — ${inert(source)}`])].join('\n');
  return [block, ...anchor, ...said].map((part) => `${part}\n`).join('\n');
}

/** Obsidian's tags take letters, digits, hyphens, underscores and slashes, and are no mere number. */
function obsidianTag(tag: string): string {
  const plain = tag.replace(/[^\p{L}\p{N}_/-]+/gu, '-');
  return `#${/[^\d/]/.test(plain) ? plain : `t${plain}`}`;
}

/** A text in which nothing is Markdown or HTML. */
function inert(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~^@$&{}!]/g, '\\$&')
    .replace(
      /^(\s*)([-+]|\d+[.)])(?=\s|$)/gm,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    )
    .replace(/^(\s*)(=+|-+)(?=\s*$)/gm, '$1\\$2')
    .replace(/^[ \t]+/gm, '');
}
