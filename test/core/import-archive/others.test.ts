import assert from 'node:assert/strict';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { cleanPost } from '../../../src/core/imported/post';
import { read } from './read';

const cleaned = (posts: Awaited<ReturnType<typeof read>>['posts']) => posts.map((post) => cleanPost(post));

describe('feeds', () => {
  it('of RSS give their posts, the content before the description', async () => {
    const { posts, report } = await read(
      'feed.xml',
      `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Coastal Review</title>
<item><title>The mole &amp;amp; boats</title><link>https://example.org/a</link><guid isPermaLink="false">g1</guid><author>mara@example.org (Mara Lind)</author>
<pubDate>Wed, 04 May 2016 23:30:00 -0800</pubDate><description>Short</description><content:encoded><![CDATA[<p>One</p><p>Two</p>]]></content:encoded></item>
<item><title>B</title><link>https://example.org/b</link><description>&lt;b&gt;Only&lt;/b&gt; this</description></item></channel></rss>`,
    );
    assert.deepEqual(
      cleaned(posts).map((post) => post && [post.id, post.title, post.date, post.source, post.author, post.body]),
      [
        ['g1', 'The mole & boats', '2016-05-04', 'Coastal Review', 'Mara Lind', 'One\n\nTwo'],
        ['https://example.org/b', 'B', null, 'Coastal Review', null, 'Only this'],
      ],
    );
    assert.equal(report.notes.length, 1);
  });

  it('of Atom and JSON do the same', async () => {
    const atom = await read(
      'a.atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>R</title><entry><id>i</id><title>T</title><published>2016-05-04T23:30:00-08:00</published><updated>2017-01-01T00:00:00Z</updated><author><name>Mara Lind</name><email>m@example.org</email></author><link href="https://example.org/a"/><content type="html">&lt;p&gt;One&lt;/p&gt;</content></entry></feed>`,
    );
    assert.deepEqual(cleaned(atom.posts)[0], {
      id: 'i',
      title: 'T',
      date: '2016-05-04',
      source: 'R',
      author: 'Mara Lind',
      url: 'https://example.org/a',
      thread: null,
      body: 'One',
    });
    const json = await read(
      'feed.json',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'R',
        items: [
          {
            id: 'i',
            url: 'https://example.org/a',
            title: 'T',
            content_html: '<p>One</p>',
            date_published: '2016-05-04T23:30:00-08:00',
            authors: [{ name: 'Mara Lind' }],
          },
          7,
        ],
      }),
    );
    assert.deepEqual(cleaned(json.posts)[0], cleaned(atom.posts)[0]);
    assert.equal(cleaned(json.posts)[1], null);
  });

  it('that are hostile end with a word', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>';
    assert.deepEqual((await read('a.xml', bomb)).report.problems, [
      '“a.xml”: It declares entities of its own, and is not read.',
    ]);
    const deep = await read('a.xml', `<rss>${'<a>'.repeat(100_000)}`);
    assert.deepEqual(deep.report.problems, ['“a.xml”: Its elements nest in more than 1000 levels.']);
    assert.match((await read('a.rss', '<rss', { format: 'feed' })).report.problems.join(), /neither RSS nor Atom/);
    assert.match((await read('a.json', '{"x"', { format: 'feed' })).report.problems.join(), /It is no JSON/);
  });
});

describe('exports of other programs', () => {
  it('of Ghost give their published posts', async () => {
    const data = {
      posts: [
        {
          id: '1',
          uuid: 'u1',
          title: 'T',
          html: '<p>One</p>',
          status: 'published',
          published_at: '2016-05-04T10:00:00.000Z',
          type: 'post',
        },
        { id: '2', title: 'D', html: '<p>x</p>', status: 'draft', type: 'post' },
        { id: '3', title: 'P', html: '<p>x</p>', status: 'published', type: 'page' },
      ],
      users: [{ id: 'a', name: 'Mara Lind', email: 'm@example.org' }],
      posts_authors: [{ post_id: '1', author_id: 'a' }],
      settings: [{ key: 'title', value: 'Coastal Review' }],
    };
    const { posts, report } = await read('ghost.json', JSON.stringify({ db: [{ data }] }));
    assert.deepEqual(cleaned(posts), [
      {
        id: 'u1',
        title: 'T',
        date: '2016-05-04',
        source: 'Coastal Review',
        author: 'Mara Lind',
        url: null,
        thread: null,
        body: 'One',
      },
    ]);
    assert.deepEqual(
      report.skipped.map(({ why }) => why),
      ['a draft', 'a page and no post'],
    );
  });

  it('of Mastodon give public posts alone', async () => {
    const note = (id: string, to: string) => ({
      type: 'Create',
      object: {
        id,
        url: `https://coast.example/@mara/${id}`,
        attributedTo: 'https://coast.example/users/mara',
        published: '2016-05-04T10:00:00Z',
        summary: 'Boats',
        content: '<p>One<br>two</p>',
        to: [to],
        cc: [],
        attachment: [{ name: 'A boat' }],
      },
    });
    const outbox = {
      orderedItems: [
        note('1', 'https://www.w3.org/ns/activitystreams#Public'),
        note('2', 'https://coast.example/users/jo'),
        { type: 'Announce', object: 'https://x' },
      ],
    };
    const { posts, report } = await read('outbox.json', JSON.stringify(outbox));
    assert.deepEqual(cleaned(posts), [
      {
        id: '1',
        title: 'Boats',
        date: '2016-05-04',
        source: 'coast.example',
        author: 'mara',
        url: 'https://coast.example/@mara/1',
        thread: null,
        body: 'Boats\n\nOne\ntwo\n\n[image: A boat]',
      },
    ]);
    assert.deepEqual(
      report.skipped.map(({ why, count }) => [why, count]),
      [
        ['not public', 1],
        ['a boost, which has no text', 1],
      ],
    );
  });

  const tweets = `window.YTD.tweets.part0 = [ {"tweet": {"id_str": "12", "created_at": "Wed May 04 10:20:30 +0000 2016", "full_text": "One &amp; two\\nthree https://t.co/a", "entities": {"urls": [{"url": "https://t.co/a", "expanded_url": "https://example.org/?a=1&b=2"}]}}}, {"tweet": {"id_str": "13", "full_text": "RT @jo: x"}} ]`;
  const tweet = {
    id: '12',
    title: 'One & two',
    date: '2016-05-04',
    source: 'X',
    author: null,
    url: 'https://x.com/i/web/status/12',
    thread: null,
    body: 'One & two\nthree https://example.org/?a=1&b=2',
  };

  it('of X are parsed and never run', async () => {
    const { posts, report } = await read('tweets.js', tweets);
    assert.deepEqual(cleaned(posts), [tweet]);
    assert.deepEqual(report.skipped, [{ why: 'a post of somebody else', count: 1 }]);
    const trap = await read('tweets.js', 'window.YTD.tweets.part0 = (() => { process.exit(1) })()');
    assert.match(trap.report.problems.join(), /It is no JSON/);
    const deep = await read('tweets.js', `window.YTD.tweets.part0 = ${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`);
    assert.equal(cleaned(deep.posts)[0], null);
  });

  it('come in zip files, too', async () => {
    const zip = zipSync({
      'data/tweets.js': strToU8(tweets),
      'data/direct-messages.js': strToU8('window.YTD.direct_messages.part0 = []'),
      'data/a.png': strToU8('x'),
    });
    for (const size of [1_000_000, 7]) {
      const { posts, report } = await read('x.zip', zip, { size });
      assert.deepEqual(cleaned(posts), [tweet]);
      assert.deepEqual([report.problems, report.notes.length], [[], 1]);
    }
    const mbox = gzipSync(strToU8('From a@b.example Thu May  4 10:20:30 2016\nSubject: Mole\n\nOne\n'));
    assert.equal((await read('2016-May.txt.gz', mbox)).posts[0]?.title, 'Mole');
  });
});

describe('packed files that are hostile', () => {
  it('end with a word', async () => {
    const bomb = zipSync({
      'a.html': new Uint8Array(60_000_000),
      '../../b.csv': strToU8('text\nOne\n'),
      'c.json': strToU8('[[['),
    });
    const { posts, report } = await read('a.zip', bomb);
    assert.deepEqual(
      posts.map(({ body }) => body),
      ['One'],
    );
    assert.deepEqual(report.problems, ['“a.zip/a.html”: It has more than 50 MB when it is unpacked, and is not read.']);
    const inner = zipSync({ 'inner.csv': zipSync({ 'a.csv': strToU8('text\nOne\n') }) });
    assert.deepEqual((await read('a.zip', inner)).posts, []);
    for (const size of [1, 40, 100]) {
      const cut = await read('a.zip', zipSync({ 'a.csv': strToU8('text\n' + 'One\n'.repeat(100)) }).slice(0, size));
      assert.ok(cut.posts.length + cut.report.problems.length > 0, `${size} bytes`);
    }
    const broken = gzipSync(strToU8('text\nOne\n'));
    broken.fill(0xff, 12);
    assert.match((await read('a.csv.gz', broken)).report.problems.join(), /broken/);
  });
});
