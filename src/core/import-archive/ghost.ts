import type { RawPost } from '../imported/post';
import { dayOf } from './dates';
import { htmlText } from './html-text';
import type { InputFile } from './input';
import { readJson } from './json';
import { ImportRefusal } from './refusal';

/** Reads an export of Ghost. Only published posts are taken. @throws ImportRefusal where it is none */
export async function* readGhost(file: InputFile): AsyncIterable<RawPost> {
  const whole = await readJson(file.chunks, /^\ufeff/);
  const [first] = whole.at('db').items;
  const data = (first ?? whole).at('data');
  const posts = data.at('posts').items;
  if (!Array.isArray(data.at('posts').value)) throw new ImportRefusal('It holds no posts of Ghost.');
  const source = data
    .at('settings')
    .items.find((setting) => setting.at('key').text === 'title')
    ?.at('value').text;
  const names = new Map(data.at('users').items.map((user) => [user.at('id').text, user.at('name').text]));
  const authors = new Map<string, string[]>();
  for (const link of data.at('posts_authors').items) {
    const name = names.get(link.at('author_id').text);
    const post = link.at('post_id').text;
    if (name) authors.set(post, [...(authors.get(post) ?? []).slice(0, 20), name]);
  }
  for (const post of posts) {
    const why = post.at('type').text === 'page' ? 'a page and no post' : (STATES.get(post.at('status').text) ?? null);
    if (why !== null) {
      file.tally.skip(why);
      continue;
    }
    const id = post.at('id').text;
    const html = post.at('html').text;
    yield {
      id: post.at('uuid').text || id || null,
      title: post.at('title').text,
      date: dayOf(post.at('published_at').text) ?? dayOf(post.at('created_at').text),
      source,
      author: authors.get(id)?.join(', ') ?? names.get(post.at('author_id').text),
      url: post.at('canonical_url').text,
      body: html === '' ? post.at('plaintext').text : htmlText(html),
    };
  }
}

const STATES = new Map([
  ['draft', 'a draft'],
  ['scheduled', 'not yet published'],
  ['sent', 'sent by mail only'],
]);
