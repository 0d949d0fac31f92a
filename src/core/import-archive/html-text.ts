import { Parser } from 'htmlparser2';
import { ImportRefusal } from './refusal';
import { TextFlow } from './text-flow';

/** How the text of a piece of HTML is read. */
export interface HtmlReading {
  /** Whether line ends in the source count, as in posts that WordPress stores and adds paragraphs to when it shows them. */
  readonly lines?: boolean;
  /** The most attributes that one element may have; any number by default. */
  readonly attributes?: number;
}

/** More levels than any page has. The parser looks through all open elements for each end of an element. */
const DEEPEST = 1000;

/**
 * The text of a piece of HTML as people read it: emphasis and links as plain words; headings, list items and rows of tables on lines of
 * their own; images as `[image: what it shows]`. Linear; never runs or fetches anything.
 *
 * @throws ImportRefusal where elements nest in more than 1,000 levels, or one has more attributes than it may
 */
export function htmlText(html: string, reading: HtmlReading = {}): string {
  // A shortcut: many feeds and tables hold plain text.
  if (!/[<&]/.test(html) && reading.lines !== true) return html.replace(/[ \t\n\r\f]+/g, ' ').trim();
  const walker = new Walker(reading);
  const parser = new Parser(walker, { decodeEntities: true, lowerCaseTags: true });
  parser.write(html);
  parser.end();
  return walker.flow.toString();
}

type Attributes = Readonly<Record<string, string>>;

class Walker {
  readonly flow = new TextFlow();
  private depth = 0;
  private attributes = 0;
  /** At which depth an element begins whose content nobody sees; 0 outside of one. */
  private hidden = 0;
  /** The number of the next item of each open list; null for a list without numbers. */
  private readonly lists: (number | null)[] = [];
  /** For each open row, whether it has a cell. */
  private readonly rows: boolean[] = [];
  private raised = 0;
  /** The text of a footnote's number, from where its link opens; null outside. */
  private footnote: string | null = null;

  constructor(private readonly reading: HtmlReading) {}

  onopentagname(): void {
    this.attributes = 0;
  }

  onattribute(): void {
    const { attributes: most = Infinity } = this.reading;
    if (++this.attributes > most) throw new ImportRefusal(`An element has more than ${most} attributes.`);
  }

  onopentag(name: string, attributes: Attributes): void {
    this.depth++;
    if (this.depth > DEEPEST) throw new ImportRefusal(`Its elements nest in more than ${DEEPEST} levels.`);
    if (this.hidden > 0) return;
    if (HIDDEN.has(name) || attributes.hidden !== undefined) {
      this.hidden = this.depth;
      return;
    }
    if (PARAGRAPHS.has(name)) this.flow.break(2);
    else if (LINES.has(name)) this.flow.break(1);
    else this.openSpecial(name, attributes);
  }

  private openSpecial(name: string, attributes: Attributes): void {
    const { flow } = this;
    switch (name) {
      case 'br':
        flow.lineBreak();
        break;
      case 'hr':
        flow.break(2);
        flow.text('* * *');
        flow.break(2);
        break;
      case 'blockquote':
        flow.startQuote();
        break;
      case 'pre':
        flow.startKept();
        break;
      case 'ul':
      case 'ol':
        flow.break(this.lists.length === 0 ? 2 : 1);
        this.lists.push(name === 'ol' ? startOf(attributes.start) : null);
        break;
      case 'li':
        this.openItem();
        break;
      case 'tr':
        flow.break(1);
        this.rows.push(false);
        break;
      case 'td':
      case 'th':
        flow.startCell(this.rows.at(-1) !== true);
        if (this.rows.length > 0) this.rows[this.rows.length - 1] = true;
        break;
      case 'img':
        this.image(attributes.alt);
        break;
      case 'q':
        this.write('“');
        break;
      case 'sup':
        this.raised++;
        break;
      case 'a':
        if (this.raised > 0 && attributes.href?.startsWith('#') === true) this.footnote = '';
    }
  }

  private openItem(): void {
    const number = this.lists.at(-1) ?? null;
    const indent = '  '.repeat(Math.min(10, Math.max(0, this.lists.length - 1)));
    this.flow.item(`${indent}${number === null ? '-' : `${number}.`} `);
    if (number !== null) this.lists[this.lists.length - 1] = number + 1;
  }

  /** An image without words for those who do not see it is decoration where its page says so. */
  private image(alt: string | undefined): void {
    const words = alt?.replace(/\s+/g, ' ').trim();
    if (words !== '') this.write(words === undefined ? '[image]' : `[image: ${words}]`);
  }

  ontext(text: string): void {
    if (this.hidden > 0) return;
    this.write(text);
  }

  private write(text: string): void {
    if (this.footnote !== null) this.footnote += text;
    else if (this.reading.lines === true) this.flow.lines(text);
    else this.flow.text(text);
  }

  onclosetag(name: string): void {
    const isHidden = this.hidden > 0;
    if (this.hidden === this.depth) this.hidden = 0;
    this.depth--;
    if (isHidden) return;
    if (PARAGRAPHS.has(name)) this.flow.break(2);
    else if (LINES.has(name)) this.flow.break(1);
    else this.closeSpecial(name);
  }

  private closeSpecial(name: string): void {
    const { flow } = this;
    switch (name) {
      case 'blockquote':
        flow.endQuote();
        break;
      case 'pre':
        flow.endKept();
        break;
      case 'ul':
      case 'ol':
        this.lists.pop();
        flow.break(this.lists.length === 0 ? 2 : 1);
        break;
      case 'li':
        flow.break(1);
        break;
      case 'tr':
        this.rows.pop();
        flow.break(1);
        break;
      case 'td':
      case 'th':
        flow.endCell();
        break;
      case 'q':
        this.write('”');
        break;
      case 'sup':
        this.raised = Math.max(0, this.raised - 1);
        break;
      case 'a':
        this.closeFootnote();
        break;
    }
  }

  private closeFootnote(): void {
    const text = this.footnote;
    this.footnote = null;
    if (text !== null) this.write(/^\s*\d+\s*$/.test(text) ? `[${text.trim()}]` : text);
  }
}

function startOf(start: string | undefined): number {
  return /^\d{1,6}$/.test(start ?? '') ? Number(start) : 1;
}

const PARAGRAPHS = new Set(
  'p h1 h2 h3 h4 h5 h6 table dl figure figcaption section article header footer main aside nav form fieldset address details'.split(
    ' ',
  ),
);
const LINES = new Set('div dt dd caption summary legend center tbody thead tfoot option body html'.split(' '));
/** Elements whose content nobody reads as text of the page. */
const HIDDEN = new Set(
  'script style template title noscript iframe object svg math canvas audio video select button textarea noframes'.split(
    ' ',
  ),
);
