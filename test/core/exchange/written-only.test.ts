// What other programs read of the formats that are written only: pinned in whole, or asked of the program where it is installed.
import assert from 'node:assert/strict';
import { exportArchive } from '../../../src/core/exchange/export';
import { FORMATS } from '../../../src/core/exchange/formats';
import { readXml } from '../../../src/core/exchange/xml';
import { openArchive, SIDECAR_PATH } from '../../support/archive';

const SIDECAR = `postgloss: 1
annotations:
  - id: first001
    post: 2016-05-04/the-harbour-is-closed
    quote: break barriers
    tags:
      - claim
    note: "# Compare *this*."
  - id: second01
    post: 2017-06-01/a-bridge-for-basra
    quote: Jon Vey saw the new bridge
    tags:
      - question
    entity: basra
  - id: lost0001
    post: 2017-06-01/a-bridge-for-basra
    quote: a passage that nobody has
    tags:
      - claim
`;

async function written(name: string, options: Parameters<typeof exportArchive>[2] = {}) {
  const { archive } = await openArchive({ [SIDECAR_PATH]: SIDECAR });
  const format = FORMATS.find((one) => one.name === name) ?? assert.fail(name);
  const { files, losses } = exportArchive(archive, format, options);
  return { text: files.get('') ?? '', files, losses };
}

describe('a report in Markdown', () => {
  it('has the quotes by tag, with their sources, and no Markdown of theirs', async () => {
    const { text } = await written('md');
    assert.equal(
      text,
      `# Quotes

## claim

> break barriers
>
> — Mara Lind, “The harbour is closed”, Coastal Review, 2016-05-04

\\# Compare \\*this\\*.

> a passage that nobody has
>
> — Jon Vey, “A bridge for Basra”, Coastal Review, 2017-06-01

*The place of this passage is in doubt.*

## question

> Jon Vey saw the new bridge
>
> — Jon Vey, “A bridge for Basra”, Coastal Review, 2017-06-01
`,
    );
  });

  it('has headings of posts or entities, and tags and block ids for Obsidian', async () => {
    const posts = (await written('md', { group: 'post' })).text;
    assert.deepEqual(posts.match(/^## .*/gm), [
      '## 2016-05-04 The harbour is closed',
      '## 2017-06-01 A bridge for Basra',
    ]);
    const entities = (await written('md', { group: 'entity', flavour: 'obsidian' })).text;
    assert.deepEqual(entities.match(/^## .*/gm), ['## Basra', '## Without an entity']);
    assert.match(entities, /^\^second01$/m);
    assert.match(entities, /^#question$/m);
  });
});

describe('references', () => {
  it('are each post once, with the key by which it is cited', async () => {
    assert.deepEqual(JSON.parse((await written('csljson')).text), [
      {
        ...{
          id: 'lind2016harbour',
          'citation-key': 'lind2016harbour',
          type: 'post-weblog',
          title: 'The harbour is closed',
        },
        ...{
          author: [{ literal: 'Mara Lind' }],
          'container-title': 'Coastal Review',
          issued: { 'date-parts': [[2016, 5, 4]] },
        },
      },
      {
        ...{ id: 'vey2017bridge', 'citation-key': 'vey2017bridge', type: 'post-weblog', title: 'A bridge for Basra' },
        ...{
          author: [{ literal: 'Jon Vey' }],
          'container-title': 'Coastal Review',
          issued: { 'date-parts': [[2017, 6, 1]] },
        },
      },
    ]);
    const { text, losses } = await written('biblatex');
    assert.match(
      text,
      /^@online\{lind2016harbour,\n {2}author = \{\{Mara Lind\}\},\n {2}title = \{The harbour is closed\},/,
    );
    assert.deepEqual(losses, []);
  });
});

describe('tokens', () => {
  it('have the labels of annotations and of mentions, and what overlaps is told', async () => {
    const { files, losses } = await written('conll');
    const [, second = ''] = [...files.values()];
    assert.match(second, /^-DOCSTART- -X- - O\n\n/);
    assert.match(second, /\nJon - - B-question\nVey - - I-question\nsaw - - I-question\n/);
    assert.match(second, /\nBasra - - B-place\n/);
    assert.ok([...files.values()].every((text) => /^(?:\S+ \S+ \S+ \S+)?$/m.test(text)));
    assert.ok(losses.some(({ what, ids }) => what === 'annotation' && ids.includes('lost0001')));
  });
});

describe('networks', () => {
  it('join the entities of a post, with the days of its first and last post', async () => {
    const { text } = await written('gexf');
    const read = readXml(text);
    assert(read.ok);
    assert.match(text, /<node id="basra" label="Basra" start="2016-05-04" end="2017-06-01">/);
    assert.match(text, /<edge id="0" source="mara-lind" target="basra" weight="1"\/>/);
    assert.match(
      (await written('graphml')).text,
      /<edge source="mara-lind" target="basra"><data key="weight">1<\/data><\/edge>/,
    );
  });
});

describe('TEI', () => {
  it('has the text with anchors, and annotations that point at them', async () => {
    const { text } = await written('tei');
    assert.ok(readXml(text).ok);
    const [, from = '', to = ''] = /n="first001" target="#range\((\S+?),(\S+?)\)"/.exec(text) ?? [];
    assert.ok(text.includes(`<anchor xml:id="${from}"/>break barriers<anchor xml:id="${to}"/>`));
  });
});

describe('a codebook of REFI-QDA', () => {
  it('has the tags and their colours, and loses no annotations, which it is not about', async () => {
    const { text, losses } = await written('qdc');
    assert.match(text, /<Code guid="[0-9a-f-]{36}" name="claim" isCodable="true"\/>/);
    assert.deepEqual(losses, []);
  });
});
