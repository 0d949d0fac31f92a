import { collapse } from '../posts/words';
import { dayOf } from './dates';
import type { PageElement } from './page-dom';

/** Elements in which pages put a post each: HTML, hAtom and h-entry, what blogging programs write. */
const ENTRY = 'article, .hentry, .h-entry, .post, [itemtype$="/BlogPosting"], [itemtype$="/NewsArticle"]';
const NO_ENTRY = '.comment, .comments, #comments, aside, nav, footer';

/**
 * The elements of a page that hold a post each, in their order. One that holds several others is their frame; one that holds a single other
 * one is the post, and the other one a part of it.
 */
export function entriesOf(page: PageElement): PageElement[] {
  const parents = new Map<PageElement, PageElement | null>();
  const inside = new Map<PageElement, number>();
  for (const entry of page.querySelectorAll(ENTRY)) {
    if (entry.closest(NO_ENTRY)) continue;
    const parent = entry.parentElement?.closest(ENTRY) ?? null;
    parents.set(entry, parent);
    if (parent) inside.set(parent, (inside.get(parent) ?? 0) + 1);
  }
  const isFrame = (entry: PageElement) => (inside.get(entry) ?? 0) > 1;
  return [...parents].flatMap(([entry, parent]) => (isFrame(entry) || (parent && !isFrame(parent)) ? [] : [entry]));
}

/** What an element tells of its post; null for what it does not tell. */
export interface EntryFacts {
  readonly title: string | null;
  readonly date: string | null;
  readonly author: string | null;
  readonly url: string | null;
  /** HTML. */
  readonly body: string;
}

const TITLE = '.entry-title, .p-name, .post-title, [itemprop="headline"], h1, h2, h3';
const AUTHOR = '.author .fn, .p-author, [rel="author"], [itemprop="author"], .author, .byline, .post-author';
const BODY = '.entry-content, .e-content, .post-content, .post-body, .article-body, [itemprop="articleBody"]';
const DATE =
  'time.published, time.dt-published, time.entry-date, [itemprop="datePublished"], time, abbr.published, .published, .entry-date, .post-date, .date';
const URL_OF = 'a[rel="bookmark"], a.u-url, a.p-canonical, .entry-title a, .post-title a, h1 a, h2 a, h3 a';
const NO_BODY = 'script, style, nav, form, .comments, #comments, .entry-meta, .entry-footer, .post-footer, .sharedaddy';

/**
 * Reads a post out of its element, which loses its title and date by it.
 *
 * @param base the address of the page, to which the addresses on it are relative; null where it is not known
 */
export function factsOf(entry: PageElement, base: string | null): EntryFacts {
  const title = firstOf(entry, TITLE);
  const date = dateIn(entry);
  const author = firstOf(entry, AUTHOR);
  const link = firstOf(entry, URL_OF)?.getAttribute('href') ?? null;
  const facts = { title: textOf(title), date, author: textOf(author), url: addressOf(link, base) };
  const body = firstOf(entry, BODY);
  if (body) return { ...facts, body: body.outerHTML };
  title?.remove();
  for (const other of [...entry.querySelectorAll(`${NO_BODY}, time, .published, .post-date, .byline, [rel="author"]`)])
    other.remove();
  return { ...facts, body: entry.outerHTML };
}

/** The first element that the first of some selectors finds, which stand in the order of preference. */
function firstOf(entry: PageElement, selectors: string): PageElement | null {
  for (const selector of selectors.split(', ')) {
    const found = entry.querySelector(selector);
    if (found) return found;
  }
  return null;
}

/** The first date in an element that can be read: what machines read of it first, then its text. */
export function dateIn(element: PageElement): string | null {
  let looked = 0;
  for (const found of element.querySelectorAll(DATE)) {
    for (const stated of [
      found.getAttribute('datetime'),
      found.getAttribute('content'),
      found.getAttribute('title'),
      textOf(found),
    ]) {
      const date = stated === null ? null : dayOf(stated);
      if (date !== null) return date;
    }
    if (++looked === 20) break;
  }
  return null;
}

export function textOf(element: PageElement | null): string | null {
  return collapse((element?.textContent ?? '').slice(0, 5000)) || null;
}

/** A whole address; null where it is none of the web. */
export function addressOf(link: string | null, base: string | null): string | null {
  if (link === null || !URL.canParse(link, base ?? undefined)) return null;
  const { href, protocol } = new URL(link, base ?? undefined);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
