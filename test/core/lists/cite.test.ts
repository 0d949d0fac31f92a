import assert from 'node:assert/strict';
import { ArchiveText } from '../../../src/core/archive/archive-text';
import { cite } from '../../../src/core/lists/cite';
import { NO_LEXICON } from '../../../src/core/mentions/lexicon';

/** The citation of a whole text, or of the part between two words. */
function citation(text: string, from = '', to = ''): string {
  const start = text.indexOf(from);
  const end = to === '' ? text.length : text.indexOf(to) + to.length;
  return cite(new ArchiveText('a.txt', { format: 'plain' }, text, NO_LEXICON), { start, end });
}

function quoteOf(...given: Parameters<typeof citation>): string {
  return citation(...given).replace(/ — .*/s, '');
}

describe('a citation', () => {
  it('leaves out the signs of quoted mail, invisible characters and line ends', () => {
    assert.equal(quoteOf('> the ha\u00adrbour\n> is closed', 'the'), '“the harbour is closed”');
    assert.equal(quoteOf('>> the harbour\r\n>> is closed'), '“the harbour is closed”');
    assert.equal(quoteOf('\ufeffthe har\u00ad\n  bour is\u200b closed'), '“the harbour is closed”');
    assert.equal(quoteOf('five\n> four'), '“five > four”');
  });

  it('nests quotation marks', () => {
    assert.equal(
      quoteOf('he said “no” and "yes" and „nein“, isn’t it'),
      '“he said ‘no’ and ‘yes’ and ‘nein’, isn’t it”',
    );
    const text = '---\ntitle: The “sea wall” falls\nauthor: Mara Lind\ndate: 2016-05-04\n---\n\nIt fell.\n';
    const post = new ArchiveText('a.md', { format: 'front-matter' }, text, NO_LEXICON);
    const start = text.indexOf('It');
    assert.match(
      cite(post, { start, end: start + 8 }),
      /^“It fell\.” — Mara Lind, “The ‘sea wall’ falls”, .*2016-05-04$/,
    );
  });
});
