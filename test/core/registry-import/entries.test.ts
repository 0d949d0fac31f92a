import assert from 'node:assert/strict';
import { meaningsOf } from '../../../src/core/registry-import/columns';
import { readEntries } from '../../../src/core/registry-import/read-entries';
import { readTable } from '../../../src/core/tables/read-table';
import type { TableFormat } from '../../../src/core/tables/table';

function entries(text: string, format: TableFormat = 'csv') {
  const read = readTable(text, format);
  assert.ok(read.ok);
  return readEntries(read.table, meaningsOf(read.table.columns));
}

describe('the columns of a table', () => {
  it('are recognised by many names', () => {
    const columns = [
      'ID',
      'Préf. Label',
      'Entity type',
      'Alt names',
      'alias 1',
      'Alias_2',
      'Note',
      'QID',
      'links.viaf',
      'Shoe size',
    ];
    assert.deepEqual(meaningsOf(columns), [
      'id',
      'name',
      'type',
      'aliases',
      'aliases',
      'aliases',
      'description',
      { link: 'wikidata' },
      { link: 'viaf' },
      null,
    ]);
  });

  it('of queries of Wikidata and of thesauri are known', () => {
    const columns = [
      ...['item', 'itemLabel', 'itemAltLabel', 'itemDescription'],
      ...['skos:altLabel', 'altLabel@en', 'Original name'],
    ];
    const [link, ...fields] = meaningsOf(columns);
    assert.deepEqual(link, { link: 'wikidata' });
    assert.deepEqual(fields, ['name', 'aliases', 'description', 'aliases', 'aliases', 'aliases']);
    const text = 'item,itemLabel,itemAltLabel\nhttp://www.wikidata.org/entity/Q42,Mara Lind,"M. Lind, Lind"\n';
    const [entry] = entries(text).entries;
    assert.deepEqual(entry?.aliases, ['M. Lind', 'Lind']);
    assert.equal(entry.links.get('wikidata'), 'Q42');
  });

  it('of patterns hold the type in the label, and names word by word', () => {
    const text = [
      '{"label":"PERSON","pattern":[{"LOWER":"mara"},{"LOWER":"lind"}],"id":"mara"}',
      '{"label":"GPE","pattern":"Basra"}',
      '{"label":"ORG","pattern":[{"ORTH":"Port"},{"IN":["Office","Board"]}]}',
    ].join('\n');
    const { entries: found, problems } = entries(text, 'jsonl');
    assert.deepEqual(
      found.map(({ id, name, type }) => [id, name, type]),
      [
        ['mara', 'Mara Lind', 'person'],
        [null, 'Basra', 'place'],
      ],
    );
    assert.deepEqual(
      problems.map(({ line }) => line),
      [3],
    );
  });

  it('hold a name once; the second is none', () => {
    assert.deepEqual(meaningsOf(['name', 'label', 'type', 'kind']), ['name', null, 'type', null]);
  });

  it('B13: are not taken for what objects are made of', () => {
    assert.deepEqual(meaningsOf(['__proto__', 'constructor', 'toString', '']), [null, null, null, null]);
  });
});

describe('the rows of a table', () => {
  it('become entities: aliases from several columns, links by their names', () => {
    const text =
      'name,type,aliases,alias2,wikidata,url\nMara Lind,Person,M. Lind| Lind |Mara Lind,Lindt,Q42,https://example.org\n';
    const [entry] = entries(text).entries;
    assert.deepEqual(
      { ...entry, links: [...(entry?.links ?? [])] },
      {
        line: 2,
        id: null,
        key: null,
        name: 'Mara Lind',
        type: 'person',
        aliases: ['M. Lind', 'Lind', 'Lindt'],
        description: null,
        links: [
          ['wikidata', 'Q42'],
          ['url', 'https://example.org'],
        ],
      },
    );
  });

  it('part spellings by “|”, or where there is none, by “;”', () => {
    const found = entries('name,aliases\nA1,x;y|z\nB1,x;y\n').entries.map(({ aliases }) => aliases);
    assert.deepEqual(found, [
      ['x;y', 'z'],
      ['x', 'y'],
    ]);
    const json = entries('{"name":"A1","aliases":["x;y","p|q"]}', 'jsonl').entries;
    assert.deepEqual(json[0]?.aliases, ['x;y', 'p|q']);
  });

  it('know the usual words for types, and keep others', () => {
    const text = 'name,type\nA1,ORG\nA2,GPE\nA3,Human\nA4,Ship\nA5,\n';
    assert.deepEqual(
      entries(text).entries.map(({ type }) => type),
      ['organization', 'place', 'person', 'ship', null],
    );
  });

  it('are left out, with the reason, where nobody could be meant', () => {
    const { entries: found, problems } = entries(
      `name,type\n,person\n…,person\n${'x'.repeat(301)},person\n,\nOran,person\n`,
    );
    assert.deepEqual(
      found.map(({ name }) => name),
      ['Oran'],
    );
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2, 3, 4],
    );
  });

  it('get an id of their own where theirs cannot be one', () => {
    const { entries: found, problems } = entries('id,name\nno good id,Oran\nlind/2,Lind\n');
    assert.deepEqual(
      found.map(({ id }) => id),
      [null, 'lind/2'],
    );
    assert.equal(problems.length, 1);
  });

  it('E7: are plain text, formulas and markup included', () => {
    const text = 'name,aliases,description\n=HYPERLINK(1),@SUM(1)|+1+1|-2,<script>alert(1)</script>\n';
    const [entry] = entries(text).entries;
    assert.ok(entry);
    assert.deepEqual(entry.aliases, ['@SUM(1)', '+1+1', '-2']);
    assert.equal(entry.name, '=HYPERLINK(1)');
    assert.equal(entry.description, '<script>alert(1)</script>');
  });

  it('B20: lose controls and what reorders text, and keep the joiners of words', () => {
    const text = 'name\n"a\u202eb\u0007c \t d\ne\ufeff"\nمی\u200cخواهم\n';
    assert.deepEqual(
      entries(text).entries.map(({ name }) => name),
      ['abc d e', 'می\u200cخواهم'],
    );
  });
});
