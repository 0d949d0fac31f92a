import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { itSlow } from '../support/trials';
import { complaints, readMarks } from './marks';
import { GRAMMAR_FILE, loadGrammar, type ScopedLine, type Tokenise } from './tokenise';

const NBSP = '\u00a0';

describe('the grammar of post archives', () => {
  let tokenise: Tokenise;
  before(async () => {
    tokenise = await loadGrammar();
  });

  /** Joins paragraphs by blank lines and checks that exactly the marked passages are coloured, with LF and with CRLF. */
  const check = (...paragraphs: string[]) => {
    for (const eol of ['\n', '\r\n']) {
      const marked = readMarks(paragraphs.join('\n\n').replaceAll('\n', eol));
      assert.deepEqual(complaints(marked, tokenise(marked.text)), [], eol === '\n' ? 'with LF' : 'with CRLF');
    }
  };
  // Fixtures begin with an ordinary paragraph, since the first line of a file is a title by its place.
  const OPENING = 'Some post above has come to its end.';

  describe('the header of a post', () => {
    it('has an archive header, a title, a date line and the parts of a byline', () =>
      check(
        '⟦markup.heading.archive|Posted tagged ‘Harbour’⟧',
        '⟦markup.heading.title|The harbour is closed⟧',
        '⟦meta.date-line|⟦constant.numeric.date|May 4, 2016⟧⟧',
        '⟦meta.byline|⟦markup.italic.title|The harbour is closed⟧, ⟦entity.name.type.source|Coastal Review⟧, ⟦entity.name.function.author|Mara Lind⟧, ⟦constant.numeric.date|May 4, 2016⟧⟧',
        'No ship has left since Monday.',
      ));

    for (const header of [
      'Archive for the ‘Lighthouses’ Category',
      'Archives for May 2016',
      'Posts tagged “fog”',
      'Posts by Mara Lind',
      'Tag Archives: harbour',
    ]) {
      it(`knows the archive header ${header}`, () =>
        check(`⟦markup.heading.archive|${header}⟧`, 'The text begins here.'));
    }

    it('takes no sentence for an archive header, and no line but the first', () => {
      check('Archive for archive, the papers were carried down to the cellar.');
      check(OPENING, 'Posts tagged ‘Harbour’');
    });

    it('takes the first line below an archive header for a title, and only that one', () =>
      check(
        '⟦markup.heading.archive|Posts tagged ‘Fog’⟧',
        '',
        '⟦markup.heading.title|eleven ships⟧',
        '⟦constant.numeric.date|2016-05-04⟧',
        'a second line without an end',
        'a third one',
      ));

    it('knows a title by the no-break space before its last word', () =>
      check(
        OPENING,
        `⟦markup.heading.title|Bells, fog and other${NBSP}strangers⟧`,
        '⟦constant.numeric.date|May 4, 2016⟧',
      ));

    it('knows a title by headline capitals', () =>
      check(OPENING, `⟦markup.heading.title|The Ledger With Two Hands⟧${NBSP}`, '⟦constant.numeric.date|May 4, 2016⟧'));

    it('leaves a sentence-case title plain rather than guess, and names it in the byline', () =>
      check(
        OPENING,
        'The harbour is closed, and nobody knows why',
        '⟦constant.numeric.date|May 4, 2016⟧',
        '⟦markup.italic.title|The harbour is closed, and nobody knows why⟧, ⟦entity.name.type.source|Coastal Review⟧, ⟦constant.numeric.date|May 4, 2016⟧',
      ));

    it('splits a byline behind the title that it repeats, whatever commas the title has', () =>
      check(
        OPENING,
        `⟦markup.heading.title|Fog, Bells, Old${NBSP}Ledgers⟧`,
        '⟦constant.numeric.date|29 July 2016⟧',
        '⟦markup.italic.title|Fog, Bells, Old Ledgers⟧, ⟦entity.name.type.source|Coastal Review⟧, ⟦entity.name.function.author|Mara Lind⟧, ⟦constant.numeric.date|29 July 2016⟧',
      ));

    it('reads a byline from its end where the title is not repeated word for word', () => {
      check(
        OPENING,
        '⟦markup.italic.title|The harbour closed, as expected⟧, ⟦entity.name.type.source|Coastal Review⟧, ⟦constant.numeric.date|May 4, 2016⟧',
      );
      check(
        OPENING,
        '⟦markup.italic.title|The harbour closed⟧, ⟦entity.name.type.source|Coastal Review⟧, ⟦entity.name.function.author|Mara Lind⟧, ⟦constant.numeric.date|Wednesday, May 4, 2016⟧',
      );
    });

    it('leaves source and author that are fused as one', () =>
      check(
        OPENING,
        '⟦markup.italic.title|The bell comes home⟧, ⟦entity.name.type.source|Gannet Sound GazetteTobias Wren⟧, ⟦constant.numeric.date|June 21, 2018⟧',
      ));

    for (const date of [
      'July 31, 2017',
      '31 July 2017',
      '31st July, 2017',
      '2017-07-31',
      'Sept. 9, 2016',
      'Fri, Jan 1, 2016',
      'Monday 31 July 2017',
    ]) {
      it(`knows the date ${date}`, () => {
        check(OPENING, `⟦constant.numeric.date|${date}⟧`);
        check(OPENING, `${NBSP}⟦constant.numeric.date|${date}⟧ `);
      });
    }

    it('needs no blank line between title, date and byline', () =>
      check(
        OPENING,
        '⟦markup.heading.title|The Ledger With Two Hands⟧\n⟦constant.numeric.date|March 17, 2017⟧\n⟦markup.italic.title|The Ledger With Two Hands⟧, ⟦entity.name.type.source|Gannet Sound Gazette⟧, ⟦constant.numeric.date|March 17, 2017⟧',
        'The text follows.',
      ));
  });

  describe('ordinary paragraphs', () => {
    for (const paragraph of [
      'The ferry left on time, which surprised everybody on the quay, on July 25, 2017.',
      'He came to Port Ellis in May 2016',
      'Captain Karadji',
      'A Short Line That Ends Like A Sentence.',
      'O ring for the stranger that rounds Brindle Head\nAnd ring for the stranger’s daughter',
      `A line with${NBSP}two hard${NBSP}spaces`,
      'So-called experts and pro-European pilots met at the quay',
      'The F-16A of harbour cranes, people say',
      '1911 was a good year for herring',
      'A. Finch was deaf, and J. Oake was not',
      'the price is 6" of rope for 5" of chain',
      '(It was raining.)',
    ]) {
      it(`have no colour: ${paragraph.slice(0, 40)}`, () => check(OPENING, paragraph, OPENING));
    }
  });

  describe('quotations', () => {
    it('are curly or straight, and end in their paragraph', () =>
      check(
        OPENING,
        'He said: ⟦string.quoted.double.curly|“She was safe”⟧ and ⟦string.quoted.double.straight|"not dry"⟧, and left.',
        '⟦string.quoted.double.low|„Gewiss“⟧, he said, and ⟦string.quoted.double.angle|«bien sûr»⟧.',
      ));

    it('go on over the lines of a wrapped paragraph', () =>
      check(OPENING, 'She said ⟦string.quoted|“never you ring⟧\n⟦string.quoted|for the living”⟧ and went.'));

    it('do not colour the next paragraph when they are left open', () => {
      for (const open of ['“', '"', '„', '«']) {
        check(OPENING, `Here one begins ⟦string.quoted|${open}and never ends⟧`, 'This is plain.', OPENING);
      }
    });

    it('do not leak out of lists, captions, notes and block quotes', () =>
      check(
        OPENING,
        '⟦markup.list|- ⟦string.quoted|“an open one⟧⟧',
        'Plain.',
        '⟦markup.italic.caption|⟦keyword.other|FILE⟧ - A quay, ⟦string.quoted|“an old one⟧⟧',
        'Plain.',
        '⟦markup.quote|> ⟦string.quoted|“Noted⟧⟧\n⟦markup.quote|>⟧\n⟦markup.quote|> with regret⟧',
        'Plain.',
        '⟦comment.block|(Please see also the ledger⟧',
        'Plain.',
      ));
  });

  describe('notes and captions', () => {
    for (const note of [
      '(Please see also The Ledger (PEHB) With Two Hands. — TW)',
      '[Editor’s note: The society has moved.]',
      '(The goat is not named. – D.M.)',
      'Editor’s note: this letter was shortened.',
    ]) {
      it(`are notes: ${note}`, () => check(OPENING, `⟦comment.block.editors-note|${note}⟧`, OPENING));
    }

    it('stand within a paragraph too', () =>
      check(OPENING, 'She said so twice ⟦comment.block|[Ed. note: once]⟧ that day (and meant it).'));

    for (const [slug, caption] of [
      ['brindle-head-bell-640x320', 'The bell'],
      ['brindle-head-bell-640-320i', 'The bell'],
      ['Rain_barrel_at_Pell_11.17', 'The barrel, with lid'],
      ['yusuf-al-karadji', 'Yusuf al-Karadji'],
      ['IMG_4032', 'The mole'],
      ['mole.jpg', 'The mole'],
    ] as const) {
      it(`are captions behind the name of a picture: ${slug}`, () =>
        check(OPENING, `⟦markup.italic.caption|⟦string.other.link|${slug}⟧${caption}⟧`, OPENING));
    }

    it('are captions of agencies, and credits', () =>
      check(
        OPENING,
        '⟦markup.italic.caption|⟦keyword.other|FILE⟧ – The keeper in 1931⟧',
        'The quay at dawn. ⟦markup.italic.credit|(Photo: © Gazette (A. Roke))⟧ It was cold. ⟦markup.italic.credit|(Image source:⟧',
        OPENING,
      ));
  });

  describe('lists and block quotes', () => {
    it('have marks of their own', () =>
      check(
        OPENING,
        `⟦markup.list.numbered|⟦punctuation.definition.list|1.⟧ First⟧\n⟦markup.list.numbered|2. ${NBSP}second⟧`,
        '⟦markup.list.numbered|a) by letter⟧\n⟦markup.list.numbered|that goes on⟧',
        '⟦markup.list.unnumbered|- by hyphen⟧\n⟦markup.list.unnumbered|• by bullet⟧',
        '⟦markup.quote|⟦punctuation.definition.quote|>⟧ The Board notes⟧\n⟦markup.quote|> with ⟦string.quoted|“regret”⟧⟧',
        OPENING,
      ));
  });

  it('says the same about dates wherever it reads one', () => {
    // TextMate grammars have no macros, so the pattern of a date is there in copies.
    const patterns = JSON.stringify(JSON.parse(readFileSync(GRAMMAR_FILE, 'utf8'))).match(
      /\(\?i:\(\?:\(\?:mon\|.*?\\\\d\{4\}-\\\\d\{2\}-\\\\d\{2\}\)\)/g,
    );
    assert.ok((patterns?.length ?? 0) > 5);
    assert.equal(new Set(patterns).size, 1);
  });

  itSlow('takes no more than linear time over hostile lines', () => {
    const pieces = [
      '(',
      '[',
      '“',
      '"',
      '"a ',
      'a-',
      'A_b',
      ', ',
      ', A',
      ' ',
      NBSP,
      '1',
      'A ',
      'Aa ',
      '> ',
      '- ',
      '(a — ',
      '.',
      'May 4, 2016, ',
      'x-y-1',
      'Mon, ',
      '(Photo:',
      '[Ed. note (',
    ];
    for (const piece of pieces) {
      for (const [first, last] of [
        ['', ''],
        ['A', ' A'],
        ['Title, ', ', May 4, 2016'],
      ] as const) {
        const line = first + piece.repeat(8000 / piece.length) + last;
        const took = Math.max(...tokenise(`${OPENING}\n\n${line}\n\n${OPENING}`).map((each) => each.took));
        assert.ok(took < 1000, `${took.toFixed()} ms over “${line.slice(0, 20)}…”`);
      }
    }
  });

  it('colours the sample archive', () => {
    const sample = new URL('../../media/sample/archives/harbour-papers.txt', import.meta.url);
    const lines = tokenise(readFileSync(sample, 'utf8'));
    assert.equal(passages(lines, 'markup.heading.title').length, 10);
    assert.equal(passages(lines, 'meta.byline').length, 10);
    // One of the dates stands in the middle of a post. A grammar cannot tell it from the others.
    assert.equal(passages(lines, 'meta.date-line').length, 11);
  });

  it('colours the real archive', function () {
    const folder = new URL('../../../shared/corpus/', import.meta.url);
    const file = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.txt')) : undefined;
    if (file === undefined) {
      console.log(`      left out: there is no archive in ${fileURLToPath(folder)}`);
      this.skip();
    }
    const lines = tokenise(readFileSync(new URL(file, folder), 'utf8'));
    for (const scope of ['meta.date-line', 'meta.byline', 'markup.heading.title']) {
      assert.equal(passages(lines, scope).length, 9, scope);
    }
    const dates = lines.filter(({ text }) => /^[A-Z][a-z]+ \d{1,2}, \d{4}$/.test(text));
    const bylines = lines.filter(({ text }) => /., [A-Z][a-z]+ \d{1,2}, \d{4}$/.test(text));
    assert.deepEqual(
      passages(lines, 'meta.date-line'),
      dates.map(({ text }) => text),
    );
    assert.deepEqual(
      passages(lines, 'meta.byline'),
      bylines.map(({ text }) => text),
    );
    // The limit is loose, for machines that do other things as well; a pathological pattern would take minutes.
    const took = lines.reduce((sum, line) => sum + line.took, 0);
    assert.ok(took < 5000, `${took.toFixed()} ms`);
  });
});

/** The lines that have a scope, or the part of each that has it. */
function passages(lines: readonly ScopedLine[], scope: string): string[] {
  return lines.flatMap(({ text, tokens }) => {
    const scoped = tokens.filter(({ scopes }) => scopes.some((each) => each.startsWith(scope)));
    const first = tokens[0];
    const from = scoped[0];
    const to = scoped.at(-1);
    return first && from && to ? [text.slice(from.start - first.start, to.end - first.start)] : [];
  });
}
