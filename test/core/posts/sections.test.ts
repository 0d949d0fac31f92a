import assert from 'node:assert/strict';
import { readPosts } from '../../../src/core/posts/read-posts';
import { summary } from './text';

const lines = (...parts: string[]) => parts.join('\n\n');

/** Date, title, source and author of each post. */
const told = (source: string, path = 'log.md') =>
  summary(source, { path }).map((line) => line.replace(/ \| \d+-\d+$/, ''));

const HARBOUR = '2016-05-04 | The harbour | - | -';
const BRIDGE = '2016-05-05 | The bridge | - | -';

describe('a text with dated headings', () => {
  for (const [name, first, second] of [
    ['before the title', '## 2016-05-04 The harbour', '## 5 May 2016: The bridge'],
    ['behind the title', '## The harbour (4 May 2016)', '## The bridge, 5 May 2016'],
    ['behind a dash', '## The harbour – 2016-05-04 ##', '## The bridge - May 5, 2016'],
    ['on a line of its own', '## The harbour\n4 May 2016', '## The bridge\n\n*5 May 2016*'],
    ['with a label', '## The harbour\n\n**Date**: 4 May 2016', '## The bridge\n\n- *Date:* 2016-05-05\n- Tags: a, b'],
    ['as published', '# The harbour\n\nPublished: May 4, 2016', '# The bridge\n\nPosted on May 5, 2016'],
    ['in a table', '## The harbour\n\n| Date | 4 May 2016 |\n|---|---|', '## The bridge\n\n| Date | 5 May 2016 |'],
    ['in HTML', '## The harbour\n\n<p class="d"><time>4 May 2016</time></p>', '## The bridge\n\n<em>5 May 2016</em>'],
    ['underlined', 'The harbour\n===========\n\n4 May 2016', 'The bridge\n==========\n\n5 May 2016'],
  ] as const) {
    it(`has a post for each, with the date ${name}`, () => {
      assert.deepEqual(told(lines(first, 'Ships wait.', '### Later', 'They sail.', second, 'It stands.')), [
        HARBOUR,
        BRIDGE,
      ]);
    });
  }

  it('may name writers and sources in the same style, in several languages', () => {
    for (const [first, second] of [
      [
        '**Date:** 4 May 2016  \n**Author:** Mara Lind  \n**Source:** Coastal Review',
        'By Mara Lind, Coastal Review, 5 May 2016',
      ],
      ['*4 May 2016 | Mara Lind | Coastal Review*', '5 May 2016 · by Mara Lind · Coastal Review'],
      [
        'Datum: 4. Mai 2016\nAutorin: Mara Lind\nQuelle: Coastal Review',
        'Autor: Von Mara Lind\nZeitung: Coastal Review\nDatum: 5.5.2016',
      ],
      [
        '日期：2016年5月4日\n作者：Mara Lind\n来源：Coastal Review',
        '来源: Coastal Review\n作者: Mara Lind\n日期: 2016-05-05',
      ],
      [
        'Дата: 4 мая 2016\nАвтор: Mara Lind\nИсточник: Coastal Review',
        'Date : 5 mai 2016\nAuteur : Mara Lind\nSource : Coastal Review',
      ],
    ] as const) {
      assert.deepEqual(
        told(lines('## The harbour', first, 'Ships wait.', '---', '## The bridge', second, 'It stands.')),
        [
          '2016-05-04 | The harbour | Coastal Review | Mara Lind',
          '2016-05-05 | The bridge | Coastal Review | Mara Lind',
        ],
        first,
      );
    }
  });

  it('may be Org, AsciiDoc, reStructuredText or a wiki, and never shows an address', () => {
    const org =
      '#+TITLE: Log\n* The harbour <2016-05-04 Wed>\nRain.\n* The bridge\n:PROPERTIES:\n:DATE: [2016-05-05 Thu]\n:END:\nSun.';
    assert.deepEqual(told(org, 'log.org'), [HARBOUR, BRIDGE]);
    const asciidoc =
      '= Log\n\n== The harbour\nMara Lind <mara@harbour.example>\n2016-05-04\n\nRain.\n\n== The bridge (5 May 2016)\n\nSun.';
    assert.deepEqual(told(asciidoc, 'log.adoc'), ['2016-05-04 | The harbour | - | Mara Lind', BRIDGE]);
    const rst =
      '===\nLog\n===\n\nThe harbour\n-----------\n:date: 2016-05-04\n\nRain.\n\nThe bridge\n----------\n:date: 2016-05-05\n\nSun.';
    assert.deepEqual(told(rst, 'log.rst'), [HARBOUR, BRIDGE]);
    assert.deepEqual(
      told('== The harbour (4 May 2016) ==\n\nRain.\n\n== The bridge (5 May 2016) ==\n\nSun.', 'log.txt'),
      [HARBOUR, BRIDGE],
    );
  });

  it('may be a diary with years and months above the days', () => {
    const source = lines(
      '# 2016',
      '## December',
      '### Saturday, 31 December',
      'Snow.',
      '# 2017',
      '### 1 January',
      'Rain.',
    );
    const { posts } = readPosts(source, { path: 'diary.md' });
    assert.deepEqual(
      posts.map(({ id, body }) => [id, source.slice(body.start, body.end)]),
      [
        ['2016-12-31/untitled', 'Snow.'],
        ['2017-01-01/untitled', 'Rain.'],
      ],
    );
  });

  it('has an undated post for a heading without a date, and not its text in the post above', () => {
    const source = lines(
      '# Log',
      'About it.',
      '## 2016-05-04 The harbour',
      'Rain.',
      '## 2016-05-05 The bridge',
      'Sun.',
      '## Links',
      'None.',
    );
    const { header } = readPosts(source, { path: 'log.md' });
    assert.deepEqual(told(source), [HARBOUR, BRIDGE, '- | Links | - | -']);
    assert.equal(header && source.slice(header.start, header.end), '# Log\n\nAbout it.');
  });

  it('is one post where the text, its file or its header has a date of its own, and where headings only speak of days', () => {
    for (const [source, path] of [
      [
        lines('# The harbour', '*4 May 2016*', 'Rain.', '## Update (5 May 2016)', 'a', '## Update (6 May 2016)', 'b'),
        'a.md',
      ],
      [lines('## A (5 May 2016)', 'a', '## B (6 May 2016)', 'b'), '2016-05-07-a.md'],
      [lines('---\ntitle: A\n---', '## A (5 May 2016)', 'a', '## B (6 May 2016)', 'b'), 'a.md'],
      [lines('# Fires', '## The fire of 4 May 1870', 'a', '## The fire of 5 May 1871', 'b'), 'a.md'],
      ['```\n## 2016-05-04\n\na\n\n## 2016-05-05\n\nb\n```\n', 'a.md'],
      [lines('# A', '## B', 'It was closed.', '4 May 2016', '## C', 'It was open.', '5 May 2016'), 'a.md'],
    ] as const) {
      assert.equal(readPosts(source, { path }).posts.length, 1, source);
    }
    assert.equal(
      readPosts('# The harbour\n\n4 May 2016\n\nRain.', { path: 'a.md', format: 'post-archive' }).posts[0]?.title,
      'The harbour',
    );
  });
});

describe('a text of records', () => {
  it('has a post for each block of labelled lines', () => {
    const source =
      'Title: The harbour\nDate: 2016-05-04\nAuthor: By Mara Lind\n\nRain.\n\n=====\n\nTitle: The bridge\nDate: 5 May 2016\n\nSun.\n';
    assert.deepEqual(told(source, 'a.txt'), ['2016-05-04 | The harbour | - | Mara Lind', BRIDGE]);
    assert.equal(readPosts(source, { path: 'a.txt' }).posts[0]?.span.end, source.indexOf('\n\n====='));
  });

  it('may have several files with front matter in it, whose values are read as such', () => {
    const source =
      '---\ntitle: "The\\u0020harbour"\ndate: 2016-05-04\ntags:\n  - a\n---\n\nRain.\n\n---\ntitle: The bridge\nauthor:\n  - Mara Lind\n  - Jon Vey\ndate: 2016-05-05\n---\n\nSun.\n';
    assert.deepEqual(told(source), [HARBOUR, '2016-05-05 | The bridge | - | Mara Lind, Jon Vey']);
    const broken = source.replace('tags:', 'description: a: b');
    assert.deepEqual(
      readPosts(broken, { path: 'a.md' }).problems.map(({ code }) => code),
      ['bad-header'],
    );
    assert.equal(
      readPosts('---\ntitle: A\ndate: 2016-05-04\n---\n\na\n\n---\n\nb\n\n---\n\nc', { path: 'a.md' }).format,
      'front-matter',
    );
  });

  it('may be an export of Movable Type, which writes the month first', () => {
    const post = (title: string, day: string) =>
      `AUTHOR: Mara Lind\nTITLE: ${title}\nSTATUS: Publish\nDATE: 05/${day}/2016 03:31:05 PM\n-----\nBODY:\nIt is.\n-----\nCOMMENT:\nAUTHOR: Jon\nDATE: 05/09/2016 15:47:06\nYes.\n-----\n--------\n`;
    const source = post('The harbour', '04') + post('The bridge', '05');
    assert.deepEqual(told(source, 'a.txt'), [
      '2016-05-04 | The harbour | - | Mara Lind',
      '2016-05-05 | The bridge | - | Mara Lind',
    ]);
    const { posts, problems } = readPosts(source);
    assert.match(source.slice(posts[0]?.body.start, posts[0]?.body.end), /^It is\.\n-----\nCOMMENT:[^]*Yes\.$/);
    assert.match(problems[0]?.message ?? '', /as Movable Type writes dates/);
  });
});

describe('a press export', () => {
  const nexis = (title: string, day: string) =>
    `${title}\nCoastal Review\n${day}\n\nCopyright 2016 Coast Ltd\nSection: NEWS; Pg. 1\nLength: 500 words\nByline: By Mara Lind\nBody\n\nIt is.\n\nLoad-Date: May 9, 2016\n\nEnd of Document\n\n`;
  const older = (title: string, day: string) =>
    `        1 of 2 DOCUMENTS\n\n\n        Coastal Review\n\n        ${day}\n        City Edition\n\n${title}\n\nBYLINE: Mara Lind\n\nSECTION: NEWS\n\nLENGTH: 500 words\n\n\n It is.\n\nLOAD-DATE: May 9, 2016\n\n\n`;
  const german = (title: string, day: string) =>
    `${title}\n\nCoastal Review\n\n${day}\n\nRubrik: POLITIK; S. 1\n\nLänge: 500 Wörter\n\nAutor: Mara Lind\n\nBody\n\nIt is.\n\nEnd of Document\n\n`;
  const factiva = (title: string, day: string) =>
    `${title}\nBy Mara Lind\n500 words\n${day}\nCoastal Review\nCOAST\nEnglish\n\nIt is.\n\nDocument COAST0001\n\n`;

  for (const [name, article, first, second] of [
    ['Nexis Uni', nexis, 'May 4, 2016 Wednesday', 'May 5, 2016 Thursday 10:05 AM GMT'],
    ['LexisNexis', older, 'May 4, 2016 Wednesday', 'May 5, 2016 Thursday'],
    ['Nexis in German', german, '4. Mai 2016 Mittwoch', '5. Mai 2016 Donnerstag'],
    ['Factiva', factiva, '4 May 2016', '5 May 2016'],
  ] as const) {
    it(`of ${name} has its articles with title, source, date and writer`, () => {
      const source = article('The harbour', first) + article('The bridge', second);
      assert.deepEqual(told(source, 'a.txt'), [
        '2016-05-04 | The harbour | Coastal Review | Mara Lind',
        '2016-05-05 | The bridge | Coastal Review | Mara Lind',
      ]);
      for (const { body } of readPosts(source).posts) assert.match(source.slice(body.start, body.end), /It is\./);
    });
  }
});
