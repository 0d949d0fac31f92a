import type { Case } from '../support/case';

const record = (id: string, more = '') => `  - id: ${id}\n    quote: passage ${id}\n${more}`;
const file = (...records: readonly string[]) => `postgloss: 1\nannotations:\n${records.join('')}`;
const files = {
  base: file(record('aaaa')),
  ours: file(record('aaaa', '    note: ours\n')),
  theirs: file(record('aaaa', '    entity: theirs\n'), record('bbbb')),
  '-o $(x)': '',
} as const;
const argv = ['merge', 'base', 'ours', 'theirs'] as const;

/** Each is called twice, so that a merge has to be one that may be made again. */
export const MERGE: readonly Case[] = [
  { name: 'merges without a word', files, argv },
  {
    name: 'tells of a merge as JSON, under the name that git has for the file',
    files,
    argv: [...argv, '--json', '--path=a b.gloss.yaml', '--marker-size', '9'],
    json: [{ file: 'a b.gloss.yaml', result: 'merged', conflicts: 0, message: null }],
  },
  { name: 'wants three files to merge', files, argv: ['merge', 'base', 'ours'], code: 2, stderr: /three files/ },
  {
    name: 'tells which file there is not',
    files,
    argv: ['merge', 'base', 'ours', 'lost'],
    code: 2,
    stderr: 'postgloss: “lost”: There is no such file or folder.\n',
  },
  { name: 'takes no marker of size nought', files, argv: [...argv, '--marker-size', '0'], code: 2, stderr: /no size/ },
  { name: 'refuses --path elsewhere', files, argv: ['check', '--path', 'x'], code: 2, stderr: /check knows no --path/ },
  {
    name: 'sets up nothing outside of git',
    files,
    argv: ['setup-git', 'lost'],
    code: 2,
    stderr: /“lost” is in no git/,
  },
  { name: 'sets up one folder', files, argv: ['setup-git', '.', '.'], code: 2, stderr: /takes one folder/ },
];
