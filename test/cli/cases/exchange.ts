import { ARCHIVE, type Case } from '../support/case';

// Nothing is written here, as each case is run twice; what is written is told by test/cli/exchange.test.ts.

const TABLE = 'quote,tags\nNorvik wakes late,claim\nnowhere at all,claim\n';

export const EXCHANGE: readonly Case[] = [
  {
    name: 'says which annotations of a table are new, and which have no place',
    files: { ...ARCHIVE, 'quotes.csv': TABLE },
    argv: ['import', 'quotes.csv', '--dry-run', '--json'],
    code: 1,
    json: [
      {
        ...{ action: 'new', id: 'x76m1drf', file: 'archives/harbour.txt', post: '2016-05-04/the-harbour-is-closed' },
        message: '',
      },
      {
        ...{ action: 'unplaced', id: null, file: null, post: null },
        message: 'Its quote is in no text of the archive. “nowhere at all” was not imported.',
      },
    ],
  },
  {
    name: 'exports nothing without a format or a path',
    files: ARCHIVE,
    argv: ['export', '--format', 'csv'],
    code: 2,
    stderr: /--output/,
  },
  {
    name: 'exports nothing where the archive would read it',
    files: ARCHIVE,
    argv: ['export', '--format', 'brat', '--output', 'archives/brat'],
    code: 2,
    stderr: /would be read as a file of the archive/,
  },
  {
    name: 'knows which formats are written',
    files: ARCHIVE,
    argv: ['export', '--format', 'hypothesis', '--output', 'x.json'],
    code: 2,
    stderr: /is no format that is exported\. Use jsonl, csv/,
  },
  {
    name: 'knows the dialects of a format',
    files: ARCHIVE,
    argv: ['export', '--format', 'csv', '--dialect', 'doccano', '--output', 'x.csv'],
    code: 2,
    stderr: /csv has no dialect “doccano”/,
  },
  {
    name: 'takes no file of another format',
    files: { ...ARCHIVE, 'x.jsonld': '{"a": 1}' },
    argv: ['import', 'x.jsonld'],
    code: 2,
    stderr: /has no annotation of the W3C/,
  },
];
