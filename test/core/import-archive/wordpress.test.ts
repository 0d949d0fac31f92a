import assert from 'node:assert/strict';
import fc from 'fast-check';
import { storedText, withoutShortcodes } from '../../../src/core/import-archive/stored-content';
import { trials } from '../../support/trials';
import { read } from './read';

/** An export as WordPress writes it; items between the head and the foot. */
function exportOf(...items: readonly Readonly<Record<string, string>>[]): string {
  const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.1.9" -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Coastal Review</title>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>${cdata('mlind')}</wp:author_login><wp:author_email>${cdata('mara@example.org')}</wp:author_email><wp:author_display_name>${cdata('Mara Lind')}</wp:author_display_name></wp:author>
${items
  .map(
    (item) => `<item>
${Object.entries(item)
  .map(([name, value]) => `<${name}>${cdata(value)}</${name}>`)
  .join('\n')}
<wp:comment><wp:comment_author>${cdata('Jo')}</wp:comment_author><wp:comment_author_email>${cdata('jo@example.org')}</wp:comment_author_email><wp:comment_author_IP>${cdata('192.0.2.7')}</wp:comment_author_IP><wp:comment_content>${cdata('First!')}</wp:comment_content></wp:comment>
</item>`,
  )
  .join('\n')}
</channel>
</rss>
`;
}

const POST = {
  title: 'The harbour &amp; the mole',
  link: 'https://example.org/2016/05/the-harbour/',
  pubDate: 'Wed, 04 May 2016 22:30:00 +0000',
  'dc:creator': 'mlind',
  guid: 'https://example.org/?p=7',
  'content:encoded': 'One\ntwo\n\nThree [caption id="a"]<img src="x" alt="A boat" /> Boats[/caption]',
  'wp:post_id': '7',
  'wp:post_date': '2016-05-05 00:30:00',
  'wp:status': 'publish',
  'wp:post_type': 'post',
  'wp:post_password': '',
};

describe('exports of WordPress', () => {
  it('give their published posts, with the names of authors that people read', async () => {
    const { posts, report } = await read('wp.xml', exportOf(POST));
    assert.deepEqual(posts, [
      {
        id: 'https://example.org/?p=7',
        title: 'The harbour & the mole',
        date: '2016-05-05',
        source: 'Coastal Review',
        author: 'Mara Lind',
        url: 'https://example.org/2016/05/the-harbour/',
        body: 'One\ntwo\n\nThree [image: A boat] Boats',
      },
    ]);
    assert.deepEqual(report.problems, []);
  });

  it('count what is left out, by the reason', async () => {
    const items = [
      { 'wp:status': 'draft' },
      { 'wp:status': 'draft' },
      { 'wp:status': 'trash' },
      { 'wp:post_type': 'page' },
      { 'wp:post_type': 'attachment', 'wp:status': 'inherit' },
      { 'wp:post_type': 'podcast' },
      { 'wp:post_password': 'secret' },
    ];
    const { posts, report } = await read('wp.xml', exportOf(...items.map((item) => ({ ...POST, ...item }))));
    assert.deepEqual(posts, []);
    assert.deepEqual(
      report.skipped.map(({ why, count }) => [why, count]),
      [
        ['a draft', 2],
        ['in the bin', 1],
        ['a page and no post', 1],
        ['an attachment', 1],
        ['of the type “podcast”', 1],
        ['behind a password', 1],
      ],
    );
  });

  it('never give away addresses, passwords and logins', async () => {
    const { posts, report } = await read(
      'wp.xml',
      exportOf({ ...POST, 'dc:creator': 'secretlogin', 'wp:post_password': '' }),
    );
    const all = JSON.stringify([posts, report]);
    assert.doesNotMatch(all, /@example|192\.0|secretlogin|First!/);
    assert.equal(posts[0]?.author, null);
    assert.equal(report.notes.length, 1);
  });

  it('are read alike in pieces of any size', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (size) => {
        const content = exportOf(POST, { ...POST, title: 'Häfen ]]> 港', guid: '8' });
        assert.deepEqual(await read('wp.xml', content, { size, format: 'wordpress' }), await read('wp.xml', content));
      }),
      trials(20),
    ));

  it('that are broken give what can be read, and say where they break', async () => {
    const whole = exportOf(POST, { ...POST, guid: '8' });
    const cut = await read('wp.xml', whole.slice(0, whole.lastIndexOf('<wp:status>')));
    assert.equal(cut.posts.length, 1);
    assert.match(cut.report.problems[0] ?? '', /^“wp.xml”: In line \d+, the XML is broken/);
    const control = await read('wp.xml', whole.replace('One', 'O\u0001n\u0008e'));
    assert.equal(control.posts[0]?.body.slice(0, 3), 'One');
    assert.deepEqual(control.report.problems, []);
  });

  it('that are hostile end with a word', async () => {
    const bomb = exportOf({ ...POST, title: 'x' }).replace(
      '<rss',
      '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><rss',
    );
    const entities = await read('wp.xml', bomb.replace('<![CDATA[x]]>', '&b;&f;&amp;'));
    assert.equal(entities.posts[0]?.title, '&b;&f;&');
    const deep = await read('wp.xml', exportOf(POST).replace('<item>', '<a>'.repeat(100_000)));
    assert.match(deep.report.problems.join(), /nest in more than 1000 levels/);
    const endless = await read('wp.xml', exportOf(POST).replace('<item>', `<item ${'a'.repeat(21_000_000)}`));
    assert.match(endless.report.problems.join(), /holds something that has no end/);
    const attributes = Array.from({ length: 100_000 }, (_, i) => `a${i}="1"`).join(' ');
    assert.equal((await read('wp.xml', exportOf(POST).replace('<item>', `<item ${attributes}>`))).posts.length, 1);
  });
});

describe('the content that WordPress stores', () => {
  it('has paragraphs and breaks where its lines end', () => {
    assert.equal(
      storedText('One\ntwo <em>x</em>\n\n\nThree\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\nfour<br />\nfive'),
      'One\ntwo x\n\nThree\n\n- a\n- b\n\nfour\nfive',
    );
    assert.equal(storedText('a\r\nb\r\n\r\nc'), 'a\nb\n\nc');
    assert.equal(storedText('Three\n\n<em>Four</em>\n<!--more-->\nfive'), 'Three\n\nFour\n\nfive');
  });

  it('of the block editor is HTML', () => {
    assert.equal(
      storedText(
        '<!-- wp:paragraph {"a":1} -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:list -->\n<ul><li>a</li></ul>\n<!-- /wp:list -->',
      ),
      'One two\n\n- a',
    );
  });

  it('loses shortcodes and keeps what stands in brackets', () => {
    assert.equal(withoutShortcodes('He said [sic] it [Iran] [1] [a b].'), 'He said [sic] it [Iran] [1] [a b].');
    assert.equal(withoutShortcodes('[gallery ids="1,2"]a[box]b[/box] [video] [x y=1/]'), 'ab  ');
    assert.equal(withoutShortcodes('[[caption]]'), '[]');
  });
});
