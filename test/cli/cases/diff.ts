import { ARCHIVE, type Case } from '../support/case';

const files = ARCHIVE;
const outside = 'postgloss: This folder is in no git repository with files in it.\n';

/** What needs no repository; the rest is in `git-commands.test.ts`. */
export const DIFF: readonly Case[] = [
  { name: 'compares nothing outside of git', files, argv: ['diff'], code: 2, stderr: outside },
  { name: 'knows no history outside of git', files, argv: ['history', 'aaaa1111'], code: 2, stderr: outside },
  {
    name: 'compares no branches outside of git',
    files,
    argv: ['agreement', '--branches', 'a,b'],
    code: 2,
    stderr: outside,
  },
  {
    name: 'prints the help of diff',
    files: {},
    argv: ['diff', '-h'],
    stdout: /^postgloss diff \[A\.\.B.*--since DATE.*\n/,
  },
  { name: 'refuses --blame elsewhere', files, argv: ['check', '--blame'], code: 2, stderr: /check knows no --blame/ },
];
