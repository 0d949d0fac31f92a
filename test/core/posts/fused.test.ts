import assert from 'node:assert/strict';
import { splitFused } from '../../../src/core/posts/fused';
import { readPosts } from '../../../src/core/posts/read-posts';
import { byline, entry } from './text';

const split = (name: string, ...sources: string[]) => {
  const fused = splitFused(name, (source) => sources.includes(source));
  return fused && [name.slice(fused.source.start, fused.source.end), name.slice(fused.author.start, fused.author.end)];
};

describe('a source and an author without anything between them', () => {
  for (const [source, author] of [
    ['Coastal Review', 'Mara Lind'],
    ['FrontPage Magazine', 'Daniel Greenfield'],
    ['National Review', 'Andrew McCarthy'],
    ['National Review', 'Ron DeSantis'],
    ['Washington Free Beacon', 'Adam Kredo'],
    ['PJ Media', 'Michael van der Galien'],
    ['Power Line', 'John H. Hinderaker'],
    ['Coastal Review', 'J. D. Vey'],
    ['Coastal Review', 'J.D. Vey'],
    ['Coastal Review', 'Ammar al-Hakim'],
    ['Coastal Review', 'Osama bin Zayd'],
    ['Coastal Review', 'Conor O’Neill'],
    ['Coastal Review', 'Anne-Marie Roe'],
    ['Coastal Review', 'José Núñez'],
    ['Coastal Review', 'Mara Lind and Jon Vey'],
    ['DebkaFile', 'Mara Lind'],
    ['harbour.example', 'Mara Lind'],
  ] as const) {
    it(`are ${source} and ${author}`, () => assert.deepEqual(split(source + author), [source, author]));
  }

  for (const name of [
    'DEBKAfile',
    'DebkaFile',
    'YouTube',
    'CounterJihad Report',
    'FrontPage Magazine',
    'RedState Susan Wright',
    'National Review Andrew McCarthy',
    'Coastal Review MacDonald Roe',
    'The YouTube Channel',
    'TheBlaze',
    'Coastal ReviewMara',
    'Coastal Reviewthe Mara',
    'Coastal ReviewMara Lind Jon Vey Roe',
    'BreitbartJohn Hayward',
    '',
  ]) {
    it(`are not in ${JSON.stringify(name)}`, () => assert.equal(split(name), null));
  }

  it('part behind a single word when the archive names that source elsewhere', () => {
    assert.deepEqual(split('BreitbartJohn Hayward', 'Breitbart'), ['Breitbart', 'John Hayward']);
    const source = [
      entry(
        'The harbour is closed',
        'May 4, 2016',
        'The harbour is closed, BreitbartJohn Hayward, May 4, 2016',
        'One.',
      ),
      entry('The harbour is open', 'May 3, 2016', 'The harbour is open, Breitbart, Mara Lind, May 3, 2016', 'Two.'),
    ].join('\n\n');
    const [first] = readPosts(source).posts;
    assert.deepEqual([first?.source, first?.author], ['Breitbart', 'John Hayward']);
  });

  const archive = (...bylines: string[]) =>
    bylines
      .map((line, index) => entry(`Day ${index}`, 'May 4, 2016', `Day ${index}, ${line}, May 4, 2016`, 'It is.'))
      .join('\n\n');
  const credits = (...bylines: string[]) =>
    readPosts(archive(...bylines)).posts.map(({ source, author }) => [source, author]);

  it('part behind any source by which the bylines of the archive begin alike', () => {
    for (const source of ['Bote', 'Küsten Bote', 'BOTE', 'Бюллетень', 'Bote24', 'harbour.example']) {
      const people = ['Mara Lind', 'CJ Roe', 'Ada A Vey', 'Jon McVey', 'Иван Рощин'];
      assert.deepEqual(
        credits(...people.map((name) => source + name)),
        people.map((name) => [source, name]),
        source,
      );
    }
    assert.deepEqual(credits('BoteMara Lind', 'BoteJon Vey'), [
      ['Bote', 'Mara Lind'],
      ['Bote', 'Jon Vey'],
    ]);
  });

  it('are not made of one byline, nor of capitals inside the names of sources and people', () => {
    for (const bylines of [
      ['BoteMara Lind'],
      ['BoteMara Lind', 'Coastal Review', 'Basra Gazette'],
      ['HuffPost Mara Lind', 'HuffPost Jon Vey', 'HuffPost Ada Roe'],
      ['DeShawn Roe', 'DeAndre Vey', 'DeMarco Lind'],
      ['J.D. Vey', 'J.R. Roe', 'J.K. Lind'],
    ]) {
      assert.deepEqual(
        credits(...bylines).map(([source]) => source),
        bylines,
      );
    }
  });

  it('may have a place between them where the archive shows the habit', () => {
    const people = ['Mara Lind', 'Jon Vey', 'Ada Roe and Jon Vey'];
    assert.deepEqual(
      credits(...people.map((name, index) => `Der Bote, ${['Basra', 'Kassel', 'Oran'][index]}, ${name}`)),
      people.map((name) => ['Der Bote', name]),
    );
    assert.deepEqual(credits('Der Bote, Basra, Mara Lind', 'Other, Mara Lind', 'Third, Jon Vey')[0], [
      'Der Bote',
      null,
    ]);
  });

  it('keep their exact places in the text', () => {
    const post = byline('The harbour is closed, Coastal ReviewMara Lind, May 4, 2016');
    assert.deepEqual(post.places.source, { start: 59, end: 73 });
    assert.deepEqual(post.places.author, { start: 73, end: 82 });
  });

  it('may have further authors behind them', () => {
    const post = byline('The harbour is closed, Coastal ReviewMara Lind, Jon Vey, May 4, 2016');
    assert.deepEqual([post.source, post.author], ['Coastal Review', 'Mara Lind, Jon Vey']);
  });
});
