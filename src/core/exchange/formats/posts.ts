import { suggestId } from '../../entities/id';
import type { Format } from '../format';
import { onlyFile } from '../format';
import type { Exchange, ExchangePost } from '../model';

/** The posts of an archive for programs of references. */
export const CSLJSON: Format = {
  ...{ name: 'csljson', usedBy: 'Zotero, pandoc, citation processors', shape: 'file', ending: 'json' },
  ...{ per: 'post', mentions: 'none', quotesOnly: true, dialects: [], read: null },
  holds: () => [],
  write: (exchange) => onlyFile(`${JSON.stringify(keyedPosts(exchange).map(cslOf), null, 1)}\n`),
};

export const BIBLATEX: Format = {
  ...{ name: 'biblatex', usedBy: 'LaTeX, Zotero, JabRef', shape: 'file', ending: 'bib' },
  ...{ per: 'post', mentions: 'none', quotesOnly: true, dialects: [], read: null },
  holds: () => [],
  write: (exchange) => onlyFile(keyedPosts(exchange).map(entryOf).join('\n')),
};

/** A post with the key by which it is cited. */
export interface KeyedPost {
  readonly key: string;
  readonly post: ExchangePost;
  readonly file: string | null;
}

/** The posts of an export with their keys, `lind2016harbour`, each once: a second of one key gets `-2`. */
function keyedPosts({ documents }: Exchange): KeyedPost[] {
  const taken = new Map<string, number>();
  return documents.flatMap(({ post, file }) => {
    if (!post) return [];
    const base = keyOf(post);
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    return [{ key: count === 1 ? base : `${base}-${count}`, post, file }];
  });
}

/** The author's last word, the year, and the first long word of the title. */
function keyOf({ author, source, date, title }: ExchangePost): string {
  const words = (text: string | null) => suggestId(text ?? '').split('-');
  const name = author ?? source;
  const titleWords = title === null ? [] : words(title);
  const first = titleWords.find((word) => word.length > 4) ?? titleWords[0] ?? '';
  return `${name === null ? 'anon' : (words(name).at(-1) ?? '')}${date?.slice(0, 4) ?? ''}${first}`;
}

/** No name is split, as nothing in the text tells which part is the family's. */
function cslOf({ key, post: { title, date, source, author } }: KeyedPost) {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  return {
    ...{ id: key, 'citation-key': key, type: 'post-weblog' },
    ...(title !== null && { title }),
    ...(author !== null && { author: [{ literal: author }] }),
    ...(source !== null && { 'container-title': source }),
    ...(date !== null && { issued: { 'date-parts': [[year, month, day]] } }),
  };
}

function entryOf({ key, post: { title, date, source, author } }: KeyedPost): string {
  const fields = Object.entries({
    author: author === null ? null : `{${latex(author)}}`,
    title: title === null ? null : latex(title),
    organization: source === null ? null : latex(source),
    date,
  });
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},\n`]));
  return `@online{${key},\n${lines.join('')}}\n`;
}

const SIGNS: Readonly<Record<string, string>> = {
  ...{ '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', $: '\\$', '&': '\\&', '#': '\\#' },
  ...{ '%': '\\%', _: '\\_', '^': '\\textasciicircum{}', '~': '\\textasciitilde{}' },
};

function latex(text: string): string {
  return text.replace(/[\\{}$&#%_^~]/g, (sign) => SIGNS[sign] ?? sign).replace(/\s+/g, ' ');
}
