import * as vscode from 'vscode';
import { entityType } from '../../../../src/core/entities/registry';
import type { EntityPage } from '../../../../src/core/entity-page';
import type { Mention } from '../../../../src/core/mentions';
import type { Post } from '../../../../src/core/posts';
import { markup } from '../../../../src/editor/entities/page/markup';
import { commandOf, toPageMessage } from '../../../../src/editor/entities/page/messages';
import { pageDocument, toPageState } from '../../../../src/editor/entities/page/page-document';
import { pageSections } from '../../../../src/editor/entities/page/sections';
import { timelinePicture } from '../../../../src/editor/entities/page/timeline-picture';
import { deepEqual, equal, match, ok } from '../../support/assert';
import { eventually, onDisk, selectText, show, writeOnDisk } from '../../support/editing';
import { folder } from '../../support/workspace';

/** What a hostile registry or text may hold in any place. */
const PAYLOADS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><svg onload=alert(1)>',
  '&lt;b&gt;',
  '![](https://evil.example/x.png)',
  '[x](command:workbench.action.quit)',
  '`${1}`',
  '\u202eevil\u2066',
];

/** A page that says the same hostile thing wherever it can. */
function pageOf(payload: string): EntityPage {
  const nowhere = { start: 0, end: 0 };
  const links = new Map([
    [payload, payload],
    ['site', `https://example.org/${payload}`],
  ]);
  const entity = {
    ...{
      id: payload,
      name: payload,
      type: entityType(payload),
      aliases: [payload],
      match: 'exact' as const,
      not: [],
      description: payload,
    },
    ...{ links, record: nowhere, place: nowhere },
  };
  const post: Post = {
    ...{ id: payload, title: payload, date: '2016-05-04', source: payload, author: payload, authors: [payload] },
    ...{ span: nowhere, header: nowhere, body: nowhere },
    places: { title: null, date: null, source: null, author: null },
  };
  // What else a mention tells, the page does not show.
  const mention: Mention = {
    ...{ path: payload, span: { start: 0, end: 3 }, entity, others: [], alias: payload },
    ...{ decided: false, inPost: false, clear: null },
  };
  const annotation = {
    ...{ id: payload, post: payload, quote: payload, before: null, after: null, copy: null, orphan: null },
    ...{ tags: [payload], entity: payload, not: null, note: payload, by: payload, on: payload },
    ...{ index: 0, record: nowhere },
  };
  const anchor = { state: 'orphan', span: null, score: 0, candidates: [] } as const;
  return {
    entity,
    mentions: 1,
    spellings: [{ text: payload, mentions: 1 }],
    posts: [
      { path: payload, post, mentions: [mention] },
      { path: payload, post: null, mentions: [mention] },
    ],
    timeline: { unit: 'month', bars: [{ year: 2016, month: 5, mentions: 1 }] },
    undated: 0,
    outside: 1,
    companions: [{ entity, posts: 1 }],
    annotations: [
      { annotation, anchor, path: payload, relation: 'linked', post },
    ] as unknown as EntityPage['annotations'],
  };
}

/** The tags of a document with their attributes, as a reader of HTML finds them. */
function tags(html: string): { name: string; attributes: [string, string][] }[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-z0-9-]+(?:="[^"]*")?)*)\s*>/gi)].map(
    ([, name = '', rest = '']) => ({
      name: name.toLowerCase(),
      attributes: [...rest.matchAll(/([a-z0-9-]+)(?:="([^"]*)")?/gi)].map(([, key = '', value = '']) => [
        key.toLowerCase(),
        value,
      ]),
    }),
  );
}

const KNOWN_TAGS = new Set(
  'header h1 h2 h3 p br em b button section table thead tbody tr th td ul ol li a span svg rect title line text details summary mark'.split(
    ' ',
  ),
);

describe('the page of an entity', () => {
  for (const payload of PAYLOADS) {
    it(`E4: ${JSON.stringify(payload)} stays text, wherever it stands`, () => {
      const { html } = pageSections(pageOf(payload), () => null);
      const found = tags(html);
      ok(found.length > 40, `only ${found.length} tags were found`);
      // Every sign of a tag is one that the page itself has written.
      equal(found.length, html.split(/<(?!\/)/).length - 1, 'something looks like a tag and is none');
      for (const { name, attributes } of found) {
        ok(KNOWN_TAGS.has(name), `a tag ${name}`);
        for (const [key] of attributes)
          ok(!key.startsWith('on') && key !== 'style' && key !== 'src', `an attribute ${key}`);
      }
      ok(!/[\u202a-\u202e\u2066-\u2069]/.test(html), 'characters that reorder text are spelled out');
    });

    it(`E2, E3: ${JSON.stringify(payload)} leads nowhere but to the web`, () => {
      const { html } = pageSections(pageOf(payload), () => null);
      const addresses = tags(html).flatMap(({ attributes }) => attributes.filter(([key]) => key === 'href'));
      for (const [, address] of addresses) match(address, /^https:\/\/example\.org\//);
      for (const { attributes } of tags(html)) {
        for (const [key] of attributes) ok(!['src', 'srcset', 'data', 'action', 'poster'].includes(key), key);
      }
    });
  }

  it('E4: may load its own files, and nothing else', () => {
    const state = { archive: 'file:///x', entity: '"><script>' };
    const files = { style: 'https://own/page.css', script: 'https://own/page.js', source: 'https://own' };
    const html = pageDocument('</title><script>', markup`<p>x</p>`, state, files, 'abc');
    const policy =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'") ?? '';
    deepEqual(policy.split('; '), [
      "default-src 'none'",
      'style-src https://own',
      "script-src 'nonce-abc'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    const scripts = tags(html).filter(({ name }) => name === 'script');
    deepEqual(
      scripts.map(({ attributes }) => attributes),
      [
        [
          ['nonce', 'abc'],
          ['src', 'https://own/page.js'],
        ],
      ],
    );
  });

  it('E4: obeys only what its own buttons can ask for', () => {
    for (const value of [
      null,
      'mentions',
      [],
      {},
      { kind: 'command', command: 'workbench.action.quit' },
      { kind: 'entity' },
      { kind: 'entity', entity: 1 },
      { kind: 'place', path: 'a.txt', start: '0', end: 1 },
      { kind: 'post', path: 1, post: 'x' },
      { kind: 'record', path: 'a.txt', annotation: {} },
      { kind: '__proto__' },
    ]) {
      equal(toPageMessage(value), null, JSON.stringify(value));
    }
    // The archive is the page's own, whatever the message says.
    const message = toPageMessage({ kind: 'place', path: '../../x', start: 1, end: 3, archive: 'file:///etc' });
    ok(message, 'the message is understood');
    deepEqual(commandOf(message, 'file:///own', 'oran'), {
      command: 'postgloss.reveal',
      argument: { archive: 'file:///own', path: '../../x', start: 1, end: 3 },
    });
    equal(commandOf({ kind: 'place', path: 'a', start: -1, end: 3 }, 'file:///own', 'oran'), null);
    equal(commandOf({ kind: 'ready' }, 'file:///own', 'oran'), null);
    equal(toPageState({ archive: 1, entity: 'x' }), null);
    deepEqual(toPageState({ archive: 'a', entity: 'x', scroll: 9 }), { archive: 'a', entity: 'x' });
  });

  it('cuts long lists, and says how much is left out', () => {
    const one = pageOf('Oran');
    const [post] = one.posts;
    ok(post, 'there is a post');
    const [mention] = post.mentions;
    ok(mention, 'there is a mention');
    const many = { ...post, mentions: Array.from({ length: 10_000 }, () => mention) };
    const page = { ...one, mentions: 10_000, posts: [many, ...Array.from({ length: 999 }, () => post)] };
    const { html } = pageSections(page, () => null);
    match(html, /and 950 more posts/);
    match(html, /and 9997 more/);
    ok(html.length < 100_000, `${html.length} characters`);
  });

  it('draws a bar for each month, and tells the same in a table', () => {
    const bars = Array.from({ length: 30 }, (_, i) => {
      return { year: 2015 + Math.floor(i / 12), month: (i % 12) + 1, mentions: i % 5 };
    });
    const { html } = timelinePicture({ unit: 'month', bars });
    equal(html.split('<rect ').length - 1, 24);
    equal(html.split('<tr>').length - 1, 25);
    match(html, /role="img" aria-label="Mentions by month, January 2015 to June 2017; at most 4 mentions in one\./);
    match(html, /<title>February 2015: 1 mention<\/title>/);
    deepEqual(
      [...html.matchAll(/<text [^>]*>(\d+)</g)].map(([, year]) => year),
      ['2015', '2016', '2017'],
    );
  });

  it('is there for one bar, and for a hundred years', () => {
    const one = timelinePicture({ unit: 'month', bars: [{ year: 2016, month: 5, mentions: 3 }] }).html;
    match(one, /<text [^>]*>2016</);
    const long = Array.from({ length: 120 }, (_, i) => ({ year: 1901 + i, month: null, mentions: 1 }));
    const years = [...timelinePicture({ unit: 'year', bars: long }).html.matchAll(/<text [^>]*>(\d+)</g)].map(
      ([, year]) => year,
    );
    deepEqual(years, ['1920', '1940', '1960', '1980', '2000', '2020']);
  });
});

describe('opening the page of an entity', () => {
  const tab = (label: string) =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs: all }) => all)
      .filter(({ input, label: name }) => input instanceof vscode.TabInputWebview && name === label);

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens a tab for the mention at the cursor, and the same one again', async () => {
    const editor = await show('archives/harbour.txt');
    selectText(editor, 'Oran');
    // The registry that the test before has put back may not have been read yet.
    await eventually('the tab is there', async () => {
      await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
      await vscode.commands.executeCommand('postgloss.openEntityPage');
      return tab('Qasim Oran').length === 1;
    });
    match((tab('Qasim Oran')[0]?.input as vscode.TabInputWebview).viewType, /postgloss\.entityPage$/);
    await vscode.commands.executeCommand('postgloss.openEntityPage', {
      archive: folder().uri.toString(),
      path: '',
      entity: 'qasim-oran',
    });
    equal(tab('Qasim Oran').length, 1);
  });

  it('opens one for the record at the cursor', async () => {
    const editor = await show('entities.gloss.yaml');
    selectText(editor, 'Velmora');
    await vscode.commands.executeCommand('postgloss.openEntityPage');
    await eventually('the tab is there', () => Promise.resolve(tab('Velmora').length === 1));
  });

  it('follows the registry', async () => {
    const before = (await onDisk('entities.gloss.yaml')) ?? '';
    await vscode.commands.executeCommand('postgloss.openEntityPage', {
      archive: folder().uri.toString(),
      path: '',
      entity: 'velmora',
    });
    await eventually('the tab is there', () => Promise.resolve(tab('Velmora').length === 1));
    try {
      await writeOnDisk('entities.gloss.yaml', before.replace('name: Velmora', 'name: Velmora Bay'));
      await eventually('the tab has the new name', () => Promise.resolve(tab('Velmora Bay').length === 1));
    } finally {
      await writeOnDisk('entities.gloss.yaml', before);
    }
    await eventually('the tab has the old name again', () => Promise.resolve(tab('Velmora').length === 1));
  });
});
