/**
 * Writes running text as lines: white space collapsed, a blank line between paragraphs, marks of quotations and list items at the start of
 * lines. Breaks are asked for and written before the next visible character, so that none stands at an end, and neighbours share one.
 */
export class TextFlow {
  private readonly parts: string[] = [];
  private asked: 0 | 1 | 2 = 0;
  private space = false;
  private empty = true;
  /** Whether nothing but marks stands on the current line. */
  private atStart = true;
  private quotes = 0;
  /** Of the line before. */
  private lastQuotes = 0;
  private mark = '';
  /** How many elements say that white space counts. */
  private kept = 0;
  /** Whether a line of the text has ended since the last visible character. */
  private lineEnd = false;
  /** How many cells of tables surround the place; breaks are spaces there. */
  private cells = 0;

  /** Asks for a new line (1) or a blank line (2) before what comes next. */
  break(lines: 1 | 2): void {
    if (this.cells > 0) this.space = true;
    else if (lines > this.asked) this.asked = lines;
  }

  /** A forced line break: a second one makes a blank line. */
  lineBreak(): void {
    if (this.cells > 0) this.space = true;
    else this.asked = this.asked === 0 ? 1 : 2;
  }

  /** Text with white space as HTML has it: any run counts as one space. */
  text(text: string): void {
    if (this.kept > 0) {
      this.preformatted(text);
      return;
    }
    // No-break spaces are no white space here. A shortcut: most texts have no white space at their ends.
    const first = text.charCodeAt(0);
    if (isSpace(first)) this.space = true;
    const words = text.split(SPACES).filter((word) => word !== '');
    if (words.length === 0) return;
    this.ink(words.join(' '));
    this.space = isSpace(text.charCodeAt(text.length - 1));
  }

  /** Text whose line ends count: a line end is a new line, and a blank line parts paragraphs. */
  lines(text: string): void {
    if (this.kept > 0) {
      this.preformatted(text);
      return;
    }
    // Line ends that only part two elements add nothing to the break between these.
    if (this.asked > 0 && !this.lineEnd && text.trim() === '') return;
    for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
      if (i > 0) this.endLine();
      this.text(line);
    }
  }

  private endLine(): void {
    if (this.cells > 0) this.space = true;
    else this.break(this.lineEnd ? 2 : 1);
    this.lineEnd = true;
  }

  startQuote(): void {
    this.break(2);
    this.quotes = Math.min(MOST_QUOTES, this.quotes + 1);
  }
  endQuote(): void {
    this.break(2);
    this.quotes = Math.max(0, this.quotes - 1);
  }

  /** The mark of a list item, with its indentation: `- `. It stands before the next text. */
  item(mark: string): void {
    this.break(1);
    this.mark = mark;
  }

  startKept(): void {
    this.break(2);
    this.kept++;
  }
  endKept(): void {
    this.kept--;
    this.break(2);
  }

  /** @param isFirst of its row */
  startCell(isFirst: boolean): void {
    if (!isFirst) {
      this.settle();
      this.parts.push('\t');
    }
    this.atStart = true;
    this.space = false;
    this.cells++;
  }
  endCell(): void {
    this.cells--;
    this.space = false;
  }

  toString(): string {
    return this.parts.join('');
  }

  private preformatted(text: string): void {
    for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
      if (i > 0) this.asked = this.asked === 0 ? 1 : 2;
      if (line !== '') this.ink(line);
    }
  }

  private ink(text: string): void {
    this.settle();
    if (this.space && !this.atStart) this.parts.push(' ');
    this.parts.push(text);
    this.space = false;
    this.atStart = false;
    this.lineEnd = false;
  }

  /** Writes the breaks that were asked for, and the marks of a new line. */
  private settle(): void {
    if (this.asked === 0 && !this.empty) return;
    const between = '> '.repeat(Math.min(this.quotes, this.lastQuotes)).trimEnd();
    if (!this.empty) this.parts.push(this.asked === 2 ? `\n${between}\n` : '\n');
    this.parts.push('> '.repeat(this.quotes), this.mark);
    this.lastQuotes = this.quotes;
    this.mark = '';
    this.asked = 0;
    this.empty = false;
    this.atStart = true;
  }
}

const SPACES = /[ \t\n\r\f]+/;
/** Deeper quotations look like this one. */
const MOST_QUOTES = 20;

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13);
}
