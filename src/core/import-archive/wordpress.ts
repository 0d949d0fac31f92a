import type { RawPost } from '../imported/post';
import type { Tally } from '../imported/tally';
import { quoted } from '../text/visible';
import { dayOf } from './dates';
import { htmlText } from './html-text';
import type { InputFile } from './input';
import { storedText } from './stored-content';
import { xmlEvents, type XmlListener } from './xml-events';

/** The fields of a post that are read. Addresses of mail and of computers, passwords’ values and comments are never among them. */
const FIELDS = new Set([
  ...['title', 'link', 'pubDate', 'dc:creator', 'guid', 'content:encoded'],
  ...['wp:post_id', 'wp:post_date', 'wp:post_date_gmt', 'wp:status', 'wp:post_type', 'wp:post_password'],
]);
/** A longer field is not read further. In UTF-16 code units. */
const LONGEST_FIELD = 17 * 1024 * 1024;

type Item = Map<string, string>;

/**
 * Reads an export of WordPress (WXR), post by post. Only published posts are taken; pages, attachments, drafts and posts behind a password
 * are counted. Format: `wp-admin/includes/export.php` of WordPress.
 *
 * @throws ImportRefusal where the document cannot be read on
 */
export async function* readWordpress(file: InputFile): AsyncIterable<RawPost> {
  const channel = new Channel();
  const events = xmlEvents(file.chunks, channel);
  for (;;) {
    const { done, value } = await events.next();
    for (const item of channel.take()) {
      const post = postOf(item, channel, file.tally);
      if (post) yield post;
    }
    if (done !== true) continue;
    if (value !== null) file.tally.problem(`${quoted(file.name)}: ${value}.`);
    return;
  }
}

/** Gathers the items of the document, and the names of its authors. */
class Channel implements XmlListener {
  title: string | null = null;
  /** Names for people, by the names that authors log in with. */
  readonly names = new Map<string, string>();
  private items: Item[] = [];
  private readonly path: string[] = [];
  private item: Item | null = null;
  private author: { login: string; name: string } | null = null;
  private parts: string[] | null = null;
  private length = 0;

  take(): readonly Item[] {
    const items = this.items;
    this.items = [];
    return items;
  }

  open(name: string): void {
    const parent = this.path.at(-1);
    this.path.push(name);
    this.parts = null;
    if (name === 'item') this.item = new Map();
    else if (name === 'wp:author') this.author = { login: '', name: '' };
    else if (
      parent === 'item' ? FIELDS.has(name) : parent === 'wp:author' || (parent === 'channel' && name === 'title')
    ) {
      this.parts = [];
      this.length = 0;
    }
  }

  text(text: string): void {
    this.length += text.length;
    // One part too much lets the importer leave the post out.
    if (this.length - text.length <= LONGEST_FIELD) this.parts?.push(text);
  }

  close(name: string): void {
    this.path.pop();
    const text = this.parts?.join('') ?? '';
    const had = this.parts !== null;
    this.parts = null;
    if (name === 'item' && this.item) {
      this.items.push(this.item);
      this.item = null;
    } else if (name === 'wp:author' && this.author) {
      if (this.author.name !== '') this.names.set(this.author.login, this.author.name);
      this.author = null;
    } else if (!had) return;
    else if (this.item) this.item.set(name, text);
    else if (name === 'wp:author_login' && this.author) this.author.login = text.trim();
    else if (name === 'wp:author_display_name' && this.author) this.author.name = text.trim();
    else if (name === 'title') this.title ??= text.trim();
  }
}

function postOf(item: Item, { title, names }: Channel, tally: Tally): RawPost | null {
  const of = (field: string) => item.get(field)?.trim() ?? '';
  const why = whyLeftOut(of('wp:post_type'), of('wp:status'), of('wp:post_password'));
  if (why !== null) {
    tally.skip(why);
    return null;
  }
  const login = of('dc:creator');
  if (login !== '' && !names.has(login))
    tally.note('An author has no name for readers in the export, only one to log in with');
  const id = of('guid') || of('link') || of('wp:post_id');
  return {
    id: id || null,
    title: htmlText(of('title')),
    date: dayOf(of('wp:post_date')) ?? dayOf(of('wp:post_date_gmt')) ?? dayOf(of('pubDate')),
    source: title === null ? null : htmlText(title),
    // A name that somebody logs in with is no name for readers, and half of what a stranger needs to log in.
    author: names.get(login) ?? null,
    url: of('link'),
    body: storedText(item.get('content:encoded') ?? ''),
  };
}

function whyLeftOut(type: string, status: string, password: string): string | null {
  if (type !== '' && type !== 'post') return KINDS.get(type) ?? `of the type ${quoted(type)}`;
  if (status !== '' && status !== 'publish') return STATES.get(status) ?? `of the status ${quoted(status)}`;
  return password === '' ? null : 'behind a password';
}

const KINDS = new Map([
  ['page', 'a page and no post'],
  ['attachment', 'an attachment'],
  ['revision', 'an earlier version of a post'],
  ['nav_menu_item', 'an entry of a menu'],
]);

const STATES = new Map([
  ['draft', 'a draft'],
  ['auto-draft', 'a draft'],
  ['pending', 'not yet published'],
  ['future', 'not yet published'],
  ['private', 'private'],
  ['trash', 'in the bin'],
]);
