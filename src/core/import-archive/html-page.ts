import type { RawPost } from '../imported/post';
import type { Tally } from '../imported/tally';
import { dayOf } from './dates';
import { htmlText } from './html-text';
import { asciiOf, decodePlain, decoderFor, gather, markedEncoding, type InputFile } from './input';
import { mainText, openPage, type PageElement } from './page-dom';
import { addressOf, dateIn, entriesOf, factsOf, textOf } from './page-entries';

/** Larger pages are not read: their documents take many times their size in memory. In bytes. */
const LARGEST_PAGE = 16_000_000;

/**
 * Reads a saved page: each of its posts where it has several, as the page of a tag has; else its main text as one post.
 *
 * @throws ImportRefusal for a page that is too large, too deep or has too many elements
 */
export async function* readHtmlPage(file: InputFile): AsyncIterable<RawPost> {
  const name = file.name.slice(file.name.lastIndexOf('/') + 1);
  // Medium names drafts so.
  if (name.startsWith('draft_')) {
    file.tally.skip('a draft');
    return;
  }
  const html = decodePage(await gather(file.chunks, LARGEST_PAGE), file.tally);
  const page = openPage(html);
  const about = aboutPage(page, html);
  const entries = entriesOf(page);
  if (entries.length > 1 && !about.isOnePost) {
    for (const entry of entries) {
      const { body, ...facts } = factsOf(entry, about.url);
      yield { ...facts, id: facts.url, source: about.source, body: htmlText(body) };
    }
    return;
  }
  yield onePost(page, entries, about);
}

interface AboutPage {
  readonly url: string | null;
  readonly source: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly title: string | null;
  /** Whether the page says that it is about one article. */
  readonly isOnePost: boolean;
}

function aboutPage(page: PageElement, html: string): AboutPage {
  const meta = (...names: string[]) => {
    for (const name of names) {
      const content = page
        .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
        ?.getAttribute('content')
        ?.trim();
      if (content) return content;
    }
    return null;
  };
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url');
  // Browsers note the address when they save a page, and so does SingleFile.
  const saved = /<!--\s*saved from url=\(\d+\)(\S+)|<!--[^>]{0,80}?\burl: (https?:\S+)/.exec(html.slice(0, 5000));
  return {
    url: addressOf(saved?.[1] ?? saved?.[2] ?? null, null) ?? addressOf(canonical, null),
    source: meta('og:site_name', 'application-name'),
    author: meta('author', 'article:author'),
    date: dayOf(meta('article:published_time', 'datePublished', 'date', 'DC.date', 'pubdate')),
    title: meta('og:title') ?? textOf(page.querySelector('title')),
    isOnePost: meta('og:type') === 'article',
  };
}

function onePost(page: PageElement, entries: readonly PageElement[], about: AboutPage): RawPost {
  const [entry] = entries;
  const stated = dateIn(page);
  const whole = page.querySelector('body')?.outerHTML ?? '';
  const facts = entry && entries.length === 1 ? factsOf(entry, about.url) : null;
  const found = mainText(page);
  const body = htmlText(facts?.body ?? found.content ?? whole) || htmlText(whole);
  const url = about.url ?? facts?.url ?? null;
  return {
    id: url,
    title: facts?.title ?? found.title ?? about.title,
    date: about.date ?? facts?.date ?? dayOf(found.publishedTime) ?? stated,
    source: about.source ?? found.siteName,
    author: facts?.author ?? found.byline ?? about.author,
    url,
    body,
  };
}

/** A page by its byte order mark, by what it says of itself, else as plain text is. */
function decodePage(bytes: Uint8Array, tally: Tally): string {
  if (markedEncoding(bytes) !== null) return decodePlain(bytes, tally);
  const head = asciiOf(bytes.subarray(0, 4096));
  const stated =
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ??
    /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)/.exec(head);
  const label = stated?.[1]?.toLowerCase() ?? '';
  // A page in UTF-16 could not say so in ASCII.
  return label === '' || label.startsWith('utf-16') ? decodePlain(bytes, tally) : decoderFor(label).decode(bytes);
}
