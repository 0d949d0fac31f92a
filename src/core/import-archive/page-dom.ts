import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { htmlText } from './html-text';
import { ImportRefusal } from './refusal';

/** An element of a page, as far as the import asks it. */
export interface PageElement {
  readonly textContent: string | null;
  readonly outerHTML: string;
  readonly innerHTML: string;
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  querySelector(selectors: string): PageElement | null;
  querySelectorAll(selectors: string): Iterable<PageElement>;
  closest(selectors: string): PageElement | null;
  remove(): void;
}

/** What Readability finds on a page. */
export interface MainText {
  readonly title: string | null;
  readonly byline: string | null;
  readonly siteName: string | null;
  readonly publishedTime: string | null;
  /** HTML; null where there is no main text. */
  readonly content: string | null;
}

const MOST_TAGS = 500_000;
/** Of one element: a document looks through them for each further one. */
const MOST_ATTRIBUTES = 5000;
/** Readability looks at all elements many times. */
const MOST_ELEMENTS = 50_000;

/**
 * The document of a page. Nothing on it is run or fetched.
 *
 * @throws ImportRefusal for a page that is too deep or has too many elements
 */
export function openPage(html: string): PageElement {
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) tags++;
  if (tags > MOST_TAGS) throw new ImportRefusal(`It has more than ${MOST_TAGS} tags.`);
  // Refuses what would take very long in a document: elements that nest too deeply, and very many attributes of one element.
  htmlText(html, { attributes: MOST_ATTRIBUTES });
  const whole = /<(?:html|body)[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  return (parseHTML(whole) as unknown as { readonly document: PageElement }).document;
}

/** The main text of a page, without its menus; what cannot be found is null. It takes the document apart: ask all else before. */
export function mainText(page: PageElement): MainText {
  try {
    const options = { maxElemsToParse: MOST_ELEMENTS };
    const found = new Readability(page, options).parse();
    return {
      title: found?.title ?? null,
      byline: found?.byline ?? null,
      siteName: found?.siteName ?? null,
      publishedTime: found?.publishedTime ?? null,
      content: found?.content ?? null,
    };
  } catch {
    // It throws for a page with more elements, and for some that are malformed.
    return { title: null, byline: null, siteName: null, publishedTime: null, content: null };
  }
}
