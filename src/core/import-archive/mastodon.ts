import type { RawPost } from '../imported/post';
import { dayOf } from './dates';
import { htmlText } from './html-text';
import type { InputFile } from './input';
import { readJson, type JsonValue } from './json';
import { ImportRefusal } from './refusal';

const PUBLIC = new Set(['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public']);

/** Reads the `outbox.json` of an account of Mastodon. Only public posts are taken. @throws ImportRefusal where it is none */
export async function* readMastodon(file: InputFile): AsyncIterable<RawPost> {
  const outbox = await readJson(file.chunks, /^\ufeff/);
  if (!Array.isArray(outbox.at('orderedItems').value)) throw new ImportRefusal('It holds no posts of Mastodon.');
  for (const activity of outbox.at('orderedItems').items) {
    const object = activity.at('object');
    if (activity.at('type').text !== 'Create') file.tally.skip('a boost, which has no text');
    else if (!isPublic(object)) file.tally.skip('not public');
    else yield postOf(object);
  }
}

function isPublic(object: JsonValue): boolean {
  return ['to', 'cc'].some((key) => {
    const value = object.at(key);
    return [value, ...value.items].some(({ text }) => PUBLIC.has(text));
  });
}

function postOf(object: JsonValue): RawPost {
  const images = object
    .at('attachment')
    .items.map((image) => image.at('name').text)
    .filter((name) => name !== '');
  const parts = [
    object.at('summary').text,
    htmlText(object.at('content').text),
    ...images.map((name) => `[image: ${name.replace(/\s+/g, ' ')}]`),
  ];
  const [, host, account] = /^https?:\/\/([^/]+)\/(?:users\/|@)?([^/]+)\/?$/.exec(object.at('attributedTo').text) ?? [];
  return {
    id: object.at('id').text || null,
    date: dayOf(object.at('published').text),
    source: host ?? null,
    author: account ?? null,
    url: object.at('url').text,
    thread: object.at('inReplyTo').text,
    body: parts.filter((part) => part !== '').join('\n\n'),
  };
}
