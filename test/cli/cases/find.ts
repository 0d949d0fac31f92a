import { ARCHIVE, HARBOUR, spanOf, type Case } from '../support/case';

const POST = '2016-05-04/the-harbour-is-closed';
const BODY = spanOf(HARBOUR, 'Norvik wakes late').start;

/** The fields of the harbour's post that each of its results has. */
const HEADER = {
  ...{ title: 'The harbour is closed', date: '2016-05-04', source: 'Coastal Review', author: 'Mara Lind' },
  ...{ authors: ['Mara Lind'], startLine: 3, endLine: 11, bodyStart: BODY, bodyEnd: HARBOUR.trimEnd().length },
};
const PLACE = { file: 'archives/harbour.txt', post: POST, index: 0 };

const QUOTE = 'Nobody at the Pilots’ Guild would say why';
const files = {
  ...ARCHIVE,
  'archives/harbour.txt.gloss.yaml': `postgloss: 1
annotations:
  - id: aaaa1111
    quote: ${QUOTE}
    tags:
      - claim
      - rumour
    note: "Ask, *again*"
    by: jo
`,
};
const [NOBODY, NORVIK] = [spanOf(HARBOUR, QUOTE), spanOf(HARBOUR, 'Norvik', 1)];

export const FIND: readonly Case[] = [
  {
    name: 'finds posts',
    files,
    argv: ['find', 'tag:claim date:2016', '--json'],
    json: { query: 'tag:claim date:2016', show: 'posts', total: 1, results: [{ ...PLACE, id: POST, ...HEADER }] },
  },
  {
    name: 'finds passages',
    files,
    argv: ['find', 'tag:claim entity:"the guild" show:passages', '.', '--json'],
    json: {
      ...{ query: 'tag:claim entity:"the guild" show:passages', show: 'passages', total: 1 },
      results: [
        {
          ...PLACE,
          ...{
            id: 'aaaa1111',
            ...NOBODY,
            quote: QUOTE,
            tags: ['claim', 'rumour'],
            note: 'Ask, *again*',
            state: 'exact',
          },
          ...{ entity: null, by: 'jo', ...HEADER },
        },
      ],
    },
  },
  {
    name: 'finds mentions, from within the archive',
    files,
    cwd: 'archives',
    argv: ['find', 'gates show:mentions in:sentence', '--json'],
    json: {
      ...{ query: 'gates show:mentions in:sentence', show: 'mentions', total: 1 },
      results: [{ ...PLACE, file: 'harbour.txt', ...NORVIK, text: 'Norvik', entity: 'norvik', ...HEADER }],
    },
  },
  {
    name: 'finds entities',
    files,
    argv: ['find', 'with:norvik show:entities group:year', '--json'],
    json: {
      ...{ query: 'with:norvik show:entities group:year', show: 'entities', total: 1 },
      results: [
        {
          ...{ entity: 'pilots-guild', name: "Pilots' Guild", type: 'other', posts: 1, mentions: 1 },
          ...{ first: '2016-05-04', last: '2016-05-04', since: '2016-05-04', group: '2016' },
        },
      ],
    },
  },
  {
    name: 'lists results for people',
    files,
    argv: ['find', 'norvik'],
    stdout: 'archives/harbour.txt:3:1  2016-05-04  The harbour is closed — Coastal Review, Mara Lind\n',
    stderr: '1 post.\n',
  },
  {
    name: 'prints CSV',
    files,
    argv: ['find', 'tag:claim show:passages', '--csv'],
    stdout:
      /^file,post,index,id,start,end,quote,tags,note,state,entity,by,title,.*\n[^\n]*,claim; rumour,"Ask, \*again\*",exact,,jo,The harbour is closed,[^\n]*\n$/,
  },
  {
    name: 'prints no cell of CSV that a spreadsheet takes for a formula',
    files: {
      'postgloss.yaml': 'postgloss: 1\narchives:\n  - files: "*.md"\n',
      'a.md': '---\ntitle: "=1+1"\n---\nRain.\n',
    },
    argv: ['find', 'rain', '--csv'],
    stdout: /,'=1\+1,/,
  },
  {
    name: 'prints a concordance',
    files,
    argv: ['find', 'nobody OR norvik sort:right', '--kwic'],
    stdout:
      '2016-05-04 Coastal Review │  Mara Lind saw the gates of Norvik shut. │ Nobody │ at the Pilots’ Guild would say why.\n' +
      '2016-05-04 Coastal Review │ k wakes late. Mara Lind saw the gates of │ Norvik │ shut. Nobody at the Pilots’ Guild would\n' +
      '2016-05-04 Coastal Review │ , Coastal Review, Mara Lind, May 4, 2016 │ Norvik │ wakes late. Mara Lind saw the gates of N\n',
    stderr: '1 post.\n',
  },
  {
    name: 'prints Markdown that shows the signs of Markdown',
    files,
    argv: ['find', 'is:annotated show:passages group:tag', '--markdown'],
    stdout:
      /^# `is:annotated show:passages group:tag`\n\n1 passage\.\n\n## claim\n\n> Nobody at the Pilots’ Guild would say why\n\nMara Lind\\, “The harbour is closed”\\, Coastal Review\\, 2016\\-05\\-04 · `archives\/harbour\.txt:11:1` · `claim` `rumour` · by jo\n\nAsk\\, \\\*again\\\*\n\n## rumour\n/,
  },
  { name: 'prints a count', files, argv: ['find', 'NOT tag:claim', '--count'], code: 1, stdout: '0\n' },
  {
    name: 'ends with 1 where there is nothing, and says what nothing has',
    files,
    argv: ['find', 'harbour tag:clam'],
    code: 1,
    stderr: 'postgloss: the query, column 13: There is no tag “clam”. Did you mean “claim”?\n0 posts.\n',
  },
  {
    name: 'says where a query is wrong, and the nearest key',
    files,
    argv: ['find', 'harbour sorce:x'],
    code: 2,
    stderr: 'postgloss: the query, column 9: “sorce” is no key. Did you mean “source:”?\n',
  },
  { name: 'needs a query', files, argv: ['find'], code: 2, stderr: /No QUERY is given/ },
  { name: 'prints in one way', files, argv: ['find', 'x', '--csv', '--json'], code: 2, stderr: /prints one of/ },
  {
    name: 'has no concordance of entities',
    files,
    argv: ['find', 'show:entities', '--kwic'],
    code: 2,
    stderr: /entities have none/,
  },
  {
    name: 'does not know who asks',
    files,
    argv: ['find', 'x by:me'],
    code: 2,
    stderr: /column 6: It is not known here who you are/,
  },
  { name: 'does not know what was read', files, argv: ['find', 'is:unread'], code: 2, stderr: /Only the editor knows/ },
  { name: 'needs an archive', files: { 'x.txt': HARBOUR }, argv: ['find', 'x'], code: 2, stderr: /No postgloss\.yaml/ },
];
