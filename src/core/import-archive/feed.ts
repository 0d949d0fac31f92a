import { parseFeed } from '@rowanmanning/feed-parser';
import type { RawPost } from '../imported/post';
import type { Tally } from '../imported/tally';
import { dayOf } from './dates';
import { htmlText } from './html-text';
import { asciiOf, decoderFor, gather, markedEncoding, peek, type InputFile } from './input';
import { readJson, type JsonValue } from './json';
import { ImportRefusal } from './refusal';
import { statedEncoding, xmlEvents } from './xml-events';

/**
 * Reads a feed: RSS, Atom or JSON Feed. A feed has the newest posts only, so that none counts as gone.
 *
 * @throws ImportRefusal for a document that is no feed, or declares entities
 */
export async function* readFeed(file: InputFile): AsyncIterable<RawPost> {
  const { tally } = file;
  tally.isWhole = false;
  const { head, chunks } = await peek(file.chunks, 100);
  if (/^(?:\xef\xbb\xbf)?\s*\{/.test(asciiOf(head))) yield* ofJsonFeed(await readJson(chunks, /^\ufeff/), tally);
  else yield* ofXml(await gather(chunks), tally);
}

async function* ofXml(bytes: Uint8Array, tally: Tally): AsyncIterable<RawPost> {
  const text = decoderFor(markedEncoding(bytes) ?? statedEncoding(bytes)).decode(bytes);
  // The library expands what a document declares without a limit. No feed needs to declare anything.
  if (/<!DOCTYPE[^>]{0,1000}\[/i.test(text))
    throw new ImportRefusal('It declares entities of its own, and is not read.');
  await refuseDeep(bytes);
  const { title, items } = parsed(text);
  for (const item of items) {
    const content = item.content ?? '';
    if (content === '') tally.note(ONLY_SUMMARY);
    const element = item.element as { findElementWithName(name: string): { textContentNormalized: string } | null };
    const written = DATES.map((name) => element.findElementWithName(name)?.textContentNormalized).find((date) => date);
    yield {
      id: item.id ?? item.url,
      title: item.title === null ? null : htmlText(item.title),
      date: dayOf(written) ?? dayOf((item.published ?? item.updated)?.toISOString()),
      source: title,
      author: item.authors.flatMap(({ name }) => name ?? []).join(', '),
      url: item.url,
      body: htmlText(content || (item.description ?? '')),
    };
  }
}

const ONLY_SUMMARY = 'A post of a feed has no content, only a description, which may be a part of it';

/** The elements that hold the day of a post, best first. */
const DATES = ['pubdate', 'published', 'issued', 'date', 'updated', 'modified'];

function parsed(text: string) {
  try {
    return parseFeed(text);
  } catch {
    throw new ImportRefusal('It is neither RSS nor Atom.');
  }
}

/** The library goes down all levels of a document by recursion. */
async function refuseDeep(bytes: Uint8Array): Promise<void> {
  const nothing = () => undefined;
  // eslint-disable-next-line @typescript-eslint/require-await
  const once = async function* () {
    yield bytes;
  };
  const events = xmlEvents(once(), { open: nothing, text: nothing, close: nothing });
  while ((await events.next()).done !== true) continue;
}

/** @see https://www.jsonfeed.org/version/1.1/ */
function* ofJsonFeed(feed: JsonValue, tally: Tally): Iterable<RawPost> {
  const source = feed.at('title').text;
  for (const item of feed.at('items').items) {
    const [html, text] = [item.at('content_html').text, item.at('content_text').text];
    if (html === '' && text === '') tally.note(ONLY_SUMMARY);
    const authors = [...item.at('authors').items, item.at('author'), ...feed.at('authors').items];
    yield {
      id: item.at('id').text || null,
      title: item.at('title').text,
      date: dayOf(item.at('date_published').text),
      source,
      author: authors.map((author) => author.at('name').text).find((name) => name !== '') ?? null,
      url: item.at('url').text,
      body: html === '' ? text || item.at('summary').text : htmlText(html),
    };
  }
}
