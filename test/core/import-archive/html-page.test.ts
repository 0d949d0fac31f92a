import assert from 'node:assert/strict';
import { cleanBody } from '../../../src/core/imported/clean';
import { read } from './read';

const facts = ({ title, date, author, url, source, body }: Awaited<ReturnType<typeof read>>['posts'][number]) => ({
  title,
  date,
  author,
  url,
  source,
  body,
});

const WORDS = 'The mole was closed, and the boats stayed out. ';

describe('saved pages', () => {
  it('give their main text, with what they say of themselves', async () => {
    const { posts, report } = await read(
      'page.html',
      `<!doctype html>
<!-- saved from url=(0031)https://example.org/2016/05/mole -->
<html><head><meta charset="utf-8"><title>The mole – Coastal Review</title>
<meta property="og:site_name" content="Coastal Review"><meta property="og:type" content="article">
<meta property="article:published_time" content="2016-05-04T22:00:00+02:00"></head>
<body><nav><a href="/">Home</a> Menu</nav>
<article><h1>The mole</h1><p class="byline">By <a rel="author">Mara Lind</a></p>
<div class="entry-content"><p>${WORDS.repeat(20)}</p><p>Second.</p><script>steal()</script></div></article>
<aside><article><h3>Another one</h3></article></aside><footer>Imprint</footer></body></html>`,
    );
    assert.deepEqual(posts.map(facts), [
      {
        title: 'The mole',
        date: '2016-05-04',
        author: 'Mara Lind',
        url: 'https://example.org/2016/05/mole',
        source: 'Coastal Review',
        body: `${WORDS.repeat(20).trim()}\n\nSecond.`,
      },
    ]);
    assert.deepEqual(report.problems, []);
  });

  it('are looked through for their main text where no element holds it', async () => {
    const { posts } = await read(
      'page.html',
      `<html><head><title>Mole</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"The mole","datePublished":"2016-05-04","author":{"name":"Mara Lind"}}</script></head>
<body><div class="menu"><a>A</a> <a>B</a></div><div><p>${WORDS.repeat(9)}</p><p>${WORDS.repeat(9)}</p></div></body></html>`,
    );
    assert.deepEqual([posts[0]?.date, posts[0]?.author], ['2016-05-04', 'Mara Lind']);
    assert.equal(posts[0]?.body, `${WORDS.repeat(9).trim()}\n\n${WORDS.repeat(9).trim()}`);
  });

  it('with several posts give each of them', async () => {
    const entry = (
      i: number,
    ) => `<div class="post hentry"><h2 class="entry-title"><a href="/2016/0${i}/p" rel="bookmark">Post ${i}</a></h2>
<abbr class="published" title="2016-05-0${i}T10:00:00">May ${i}</abbr> <span class="author vcard"><span class="fn">Mara Lind</span></span>
<div class="entry-content"><p>Text ${i}</p></div><article class="comment">No!</article></div>`;
    const { posts } = await read(
      'tag.htm',
      `<html><head><link rel="canonical" href="https://example.org/tag/mole"></head><body><article>${[1, 2, 3].map(entry).join('')}</article></body></html>`,
    );
    assert.deepEqual(
      posts.map(facts),
      [1, 2, 3].map((i) => ({
        title: `Post ${i}`,
        date: `2016-05-0${i}`,
        author: 'Mara Lind',
        url: `https://example.org/2016/0${i}/p`,
        source: null,
        body: `Text ${i}`,
      })),
    );
  });

  it('lose their titles and dates where nothing holds the text alone', async () => {
    const entry = (i: number) =>
      `<article><h2>Post ${i}</h2><time datetime="2016-05-0${i}">then</time><p>Text ${i}</p></article>`;
    const { posts } = await read('tag.html', entry(1) + entry(2));
    assert.deepEqual(
      posts.map(({ title, date, body }) => [title, date, body]),
      [
        ['Post 1', '2016-05-01', 'Text 1'],
        ['Post 2', '2016-05-02', 'Text 2'],
      ],
    );
  });

  it('are decoded as they say, else as UTF-8, else as windows-1252', async () => {
    const page = (head: string) =>
      `<html><head>${head}<title>T</title></head><body><article><h1>É</h1><p>Café “x”</p></article></body></html>`;
    const coded = [
      [Buffer.from(page('<meta charset="iso-8859-1">').replace(/[“”]/g, ''), 'latin1'), 'Café x'],
      [Buffer.from(page('<meta http-equiv="Content-Type" content="text/html; charset=utf-8">')), 'Café “x”'],
      [Buffer.from(page('')), 'Café “x”'],
      [Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(page(''), 'utf16le')]), 'Café “x”'],
      [Buffer.from(page('').replace('“', '\u0093').replace('”', '\u0094'), 'latin1'), 'Café “x”'],
      [Buffer.from(page('<meta charset="no-such-thing">')), 'Café “x”'],
    ] as const;
    for (const [bytes, body] of coded) {
      const { posts } = await read('p.html', bytes);
      assert.deepEqual([posts[0]?.title, cleanBody(posts[0]?.body ?? '')], ['É', body]);
    }
  });

  it('that are hostile end with a word', async () => {
    const deep = await read('p.html', `<html>${'<div>'.repeat(50_000)}`);
    assert.deepEqual(deep.report.problems, ['“p.html”: Its elements nest in more than 1000 levels.']);
    const many = await read('p.html', `<html>${'<b>'.repeat(500_001)}`);
    assert.deepEqual(many.report.problems, ['“p.html”: It has more than 500000 tags.']);
    const large = await read('p.html', `<html>${' '.repeat(16_000_001)}`);
    assert.deepEqual(large.report.problems, ['“p.html”: It has more than 16 MB, and is not read.']);
    const wide = await read('p.html', `<html><body>${'<p>a</p>'.repeat(60_000)}</body></html>`);
    assert.equal(wide.posts.length, 1);
    const attributes = Array.from({ length: 6000 }, (_, i) => `a${i}=1`).join(' ');
    const laden = await read('p.html', `<html><body ${attributes}><p>a</p></body></html>`);
    assert.deepEqual(laden.report.problems, ['“p.html”: An element has more than 5000 attributes.']);
    assert.deepEqual((await read('draft_x.html', '<html>')).report.skipped, [{ why: 'a draft', count: 1 }]);
  });
});
