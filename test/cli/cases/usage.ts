import { version } from '../../../package.json';
import { ARCHIVE, type Case } from '../support/case';

const files = ARCHIVE;

/** How it is called, and how not. */
export const USAGE: readonly Case[] = [
  { name: 'prints its version', files: {}, argv: ['--version'], stdout: `${version}\n` },
  {
    name: 'prints an overview',
    files: {},
    argv: ['--help'],
    stdout: /^ {2}postgloss mentions FILE… \[--entities R\]/m,
  },
  { name: 'prints the help of a command', files: {}, argv: ['posts', '--help'], stdout: /^postgloss posts FILE…/ },
  { name: 'knows -h', files: {}, argv: ['check', '-h'], stdout: /^postgloss check \[DIR\]/ },
  { name: 'F1: wants a command', files: {}, argv: [], code: 2, stderr: /^postgloss: No command is given/ },
  {
    name: 'F1: refuses an unknown command, and names the known ones',
    files: {},
    argv: ['frob'],
    code: 2,
    stderr:
      'postgloss: “frob” is no command. Use posts, mentions, find, suggest aliases, suggest entities, anchors, check, diff, history, agreement, merge, export, import, import-archive, setup-git.\n',
  },
  {
    name: 'F1: refuses an unknown flag',
    files,
    argv: ['posts', 'archives', '--colour'],
    code: 2,
    stderr: "postgloss: Unknown option '--colour'.\n",
  },
  {
    name: 'B21, F1: refuses an unknown flag that would spoil the terminal',
    files,
    argv: ['posts', '--\u001b[2J\u202e\nx'],
    code: 2,
    stderr: "postgloss: Unknown option '--<U+001B>[2J<U+202E> x'.\n",
  },
  {
    name: 'refuses a flag of another command',
    files,
    argv: ['posts', 'archives', '--entities', 'entities.gloss.yaml'],
    code: 2,
    stderr: /^postgloss: posts knows no --entities/,
  },
  {
    name: 'F1: refuses a flag without its value',
    files,
    argv: ['mentions', 'archives', '--entities'],
    code: 2,
    stderr: /--entities/,
  },
  {
    name: 'refuses an unknown format',
    files,
    argv: ['posts', 'archives', '--format', 'pdf'],
    code: 2,
    stderr: 'postgloss: “pdf” is no format. Use auto, post-archive, front-matter, plain, mbox.\n',
  },
  { name: 'wants a file', files, argv: ['posts'], code: 2, stderr: /^postgloss: No FILE is given/ },
  { name: 'refuses an empty name', files, argv: ['posts', ''], code: 2, stderr: /^postgloss: There is no file/ },
  { name: 'takes flags before the command', files, argv: ['--json', 'check'], json: [] },
];
