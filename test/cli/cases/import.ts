import { ARCHIVE, type Case } from '../support/case';

// Nothing is written here, as each case is run twice; what is written is told by test/cli/import.test.ts.

const TABLE = 'name,type,aliases,wikidata\nOlof Berg,person,O. Berg,Q42\nNorvik,person,,\n,person,,\n';
const dry = ['import', 'people.csv', '--dry-run'];

export const IMPORT: readonly Case[] = [
  {
    name: 'says what an import would add, keep and skip',
    files: { ...ARCHIVE, 'people.csv': TABLE },
    argv: [...dry, '--json'],
    code: 1,
    json: [
      { action: 'added', entity: 'olof-berg', line: null, message: 'Olof Berg (person)' },
      { action: 'added', entity: 'norvik-2', line: null, message: 'Norvik (person)' },
      { action: 'skipped', entity: null, line: 4, message: 'The row has no name. It was left out.' },
    ],
  },
  {
    name: 'is content with a table without faults, and sums it up apart',
    files: { ...ARCHIVE, people: '{"name":"Olof Berg"}\n' },
    argv: ['import', 'people', '--format', 'jsonl', '--dry-run'],
    stdout: 'added  olof-berg  Olof Berg (other)\n',
    stderr: 'Nothing was written: 1 new entity.\n',
  },
  {
    name: 'asks how a table is written where its name does not tell',
    files: { ...ARCHIVE, people: TABLE },
    argv: ['import', 'people'],
    code: 2,
    stderr: /--format csv, tsv, jsonl or lst/,
  },
  {
    name: 'knows no other formats of tables',
    files: { ...ARCHIVE, 'people.csv': TABLE },
    argv: ['import', 'people.csv', '--format', 'xlsx'],
    code: 2,
    stderr: /xlsx.* is no format that is imported\. Use csv, tsv, jsonl, lst/,
  },
  {
    name: 'imports nothing without a column of names',
    files: { ...ARCHIVE, 'people.csv': 'who,what\nOlof Berg,person\n' },
    argv: dry,
    code: 2,
    stderr: /No column of “people\.csv” is called “name”/,
  },
  {
    name: 'imports nothing where there is no file, or no archive',
    files: { 'people.csv': TABLE },
    argv: dry,
    code: 2,
    stderr: /No postgloss\.yaml here or above/,
  },
  { name: 'imports one file at a time', files: ARCHIVE, argv: ['import'], code: 2, stderr: /import takes one file/ },
  {
    name: 'leaves a registry as it is that it does not understand',
    files: { ...ARCHIVE, 'people.csv': TABLE, 'entities.gloss.yaml': 'postgloss: 99\nentities: []\n' },
    argv: dry,
    code: 2,
    stderr: /entities\.gloss\.yaml was not changed/,
  },
];
