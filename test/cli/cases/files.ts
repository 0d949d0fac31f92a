import { encodeAs } from '../../support/encode';
import { ARCHIVE, HARBOUR, MANIFEST, type Case } from '../support/case';

/** A note that is one post, for cases that only ask which files are taken. */
const NOTE = 'The ferry was late again.\n';

/** What a person sees of it. */
const line = (file: string) => `${file}:1-1  undated  (no title)\n`;

/** Texts in windows-1252, and what says so. */
const ENCODED = MANIFEST.replace('tags:', '    encoding: latin1\ntags:');
const CAFE = HARBOUR.replaceAll('The harbour is closed', 'The café is “closed”');

/** Which files are taken, and how they are read. */
export const FILES: readonly Case[] = [
  {
    name: 'F1: tells that a file is missing',
    files: ARCHIVE,
    argv: ['posts', 'archives/harbour.txt', 'archives/lost.txt'],
    code: 2,
    stderr: 'postgloss: There is no file or folder “archives/lost.txt”.\n',
  },
  {
    name: 'F1: tells that a glob fits nothing',
    files: ARCHIVE,
    argv: ['posts', 'archives/*.md'],
    code: 2,
    stderr: 'postgloss: No text fits the glob “archives/*.md”.\n',
  },
  {
    name: 'tells that a glob starts in no folder',
    files: ARCHIVE,
    argv: ['posts', 'nowhere/*.md'],
    code: 2,
    stderr: 'postgloss: No text fits the glob “nowhere/*.md”.\n',
  },
  {
    name: 'tells that a folder is empty',
    files: { 'empty/.keep': '', 'x.txt': NOTE },
    argv: ['posts', 'empty'],
    code: 2,
    stderr: 'postgloss: The folder “empty” holds no text of an archive.\n',
  },
  {
    name: 'takes of a folder in an archive what the manifest names',
    files: { ...ARCHIVE, 'README.md': '# About\n', 'archives/ferry.txt': NOTE, 'archives/readme.md': '# About\n' },
    argv: ['posts', '.'],
    stdout:
      line('archives/ferry.txt') +
      'archives/harbour.txt:3-11  2016-05-04  The harbour is closed — Coastal Review, Mara Lind\n',
  },
  {
    name: 'takes of another folder the texts and the Markdown files, in the order of their names',
    files: {
      'b.md': NOTE,
      'a/c.TXT': NOTE,
      'a/x.csv': NOTE,
      '.git/a.txt': NOTE,
      'node_modules/a.txt': NOTE,
      '.h/a.txt': NOTE,
    },
    argv: ['posts', './'],
    stdout: line('./a/c.TXT') + line('./b.md'),
  },
  {
    name: 'takes a glob, which does not reach deeper than it says',
    files: { 'a/1.txt': NOTE, 'a/2.txt': NOTE, 'a/b/3.txt': NOTE, 'a/4.md': NOTE },
    argv: ['posts', 'a/*.txt'],
    stdout: line('a/1.txt') + line('a/2.txt'),
  },
  {
    name: 'takes a glob with two stars, and braces',
    files: { 'a/1.txt': NOTE, 'a/b/3.text': NOTE, 'a/4.md': NOTE, 'a/1.txt.gloss.yaml': 'postgloss: 1\n' },
    argv: ['posts', '**/*.{txt,text}'],
    stdout: line('a/1.txt') + line('a/b/3.text'),
  },
  {
    name: 'takes a glob from a folder above',
    files: { 'a/1.txt': NOTE, 'b/x': '' },
    cwd: 'b',
    argv: ['posts', '../a/?.txt'],
    stdout: line('../a/1.txt'),
  },
  {
    name: 'takes a name with brackets as a name first',
    files: { 'a[1].txt': NOTE, 'a1.txt': NOTE },
    argv: ['posts', 'a[1].txt'],
    stdout: line('a[1].txt'),
  },
  {
    name: 'reads each file once, in the order given, and leaves out its own files, as the shell’s star names them',
    files: { 'a.txt': NOTE, 'a.txt.gloss.yaml': 'postgloss: 1\n', 'b.txt': NOTE },
    argv: ['posts', 'b.txt', 'a.txt', 'a.txt.gloss.yaml', './b.txt', '*.txt'],
    stdout: line('b.txt') + line('a.txt'),
  },
  {
    name: 'tells that only its own files are named',
    files: ARCHIVE,
    argv: ['posts', 'entities.gloss.yaml'],
    code: 2,
    stderr: /^postgloss: None of the files is a text/,
  },
  {
    name: 'F6: takes names with spaces, line breaks, escapes and a leading hyphen',
    files: { 'two words.txt': NOTE, 'two\nlines.txt': NOTE, '-x.txt': NOTE, '\u001b[31m\u202ered.txt': NOTE },
    argv: ['posts', '--json', '--', 'two words.txt', 'two\nlines.txt', '-x.txt', '\u001b[31m\u202ered.txt'],
    json: [
      noteRow('two words.txt', 'undated/two-words'),
      noteRow('two\nlines.txt', 'undated/two-lines'),
      noteRow('-x.txt', 'undated/x'),
      noteRow('\u001b[31m\u202ered.txt', 'undated/31m-red'),
    ],
  },
  {
    name: 'F6: shows such names to people on one line each',
    files: { 'two\nlines.txt': NOTE, '\u001b[31m\u202ered.txt': NOTE },
    argv: ['posts', '.'],
    stdout: '<U+001B>[31m<U+202E>red.txt:1-1  undated  (no title)\ntwo lines.txt:1-1  undated  (no title)\n',
  },
  {
    name: 'E1: never follows a link out of the archive from a folder or a glob',
    files: {
      ...inFolder('archive', ARCHIVE),
      'secret.txt': NOTE,
      'archive/archives/leak.txt': { link: '../../secret.txt' },
    },
    cwd: 'archive',
    argv: ['posts', 'archives', 'archives/*'],
    stdout: /^archives\/harbour\.txt:[^\n]*\n$/,
  },
  {
    name: 'nor when it is named',
    files: {
      ...inFolder('archive', ARCHIVE),
      'secret.txt': NOTE,
      'archive/archives/leak.txt': { link: '../../secret.txt' },
    },
    cwd: 'archive',
    argv: ['posts', 'archives/leak.txt'],
    code: 2,
    stderr: 'postgloss: “archives/leak.txt” leads out of its archive, and is not read.\n',
  },
  {
    name: 'nor into a linked folder',
    files: {
      'archive/postgloss.yaml': MANIFEST,
      'elsewhere/a.txt': NOTE,
      'archive/archives': { link: '../elsewhere' },
    },
    cwd: 'archive',
    argv: ['posts', 'archives'],
    code: 2,
    stderr: 'postgloss: “archives” leads out of its archive, and is not read.\n',
  },
  {
    name: 'follows a link within the archive',
    files: { ...ARCHIVE, 'texts/a.txt': HARBOUR, 'archives/latest.txt': { link: '../texts/a.txt' } },
    argv: ['posts', 'archives/latest.txt'],
    stdout: /^archives\/latest\.txt:3-11 {2}2016-05-04/,
  },
  {
    name: 'A3: tells which text is not UTF-8, and goes on with the others',
    files: { 'a.txt': Uint8Array.of(0x67, 0xfc, 0x6e), 'b.txt': NOTE },
    argv: ['posts', 'a.txt', 'b.txt'],
    code: 1,
    stdout: line('b.txt'),
    stderr: 'postgloss: a.txt: It is not UTF-8 text: the byte FC at 1, in line 1.\n',
  },
  {
    name: 'reads a text in the encoding that the manifest names',
    files: { ...ARCHIVE, 'postgloss.yaml': ENCODED, 'archives/harbour.txt': encodeAs(CAFE, 'windows-1252') },
    argv: ['posts', 'archives'],
    stdout: /^archives\/harbour\.txt:3-11 {2}2016-05-04 {2}The café is “closed” — Coastal Review, Mara Lind\n$/,
  },
  {
    name: 'reads a text in the encoding that its byte order mark names, in an archive or not',
    files: { 'a.txt': encodeAs(`\ufeff${HARBOUR}`, 'utf-16le'), 'b.txt': encodeAs(`\ufeff${HARBOUR}`, 'utf-16be') },
    argv: ['posts', 'a.txt', 'b.txt'],
    stdout: /^a\.txt:3-11 .*The harbour is closed.*\nb\.txt:3-11 .*The harbour is closed/,
  },
  {
    name: 'says what to do about a text of an archive in another encoding, once',
    files: { ...ARCHIVE, 'archives/harbour.txt': encodeAs(CAFE, 'windows-1252') },
    argv: ['mentions', 'archives', 'archives/harbour.txt', './archives/harbour.txt'],
    code: 1,
    stderr:
      /^postgloss: archives\/harbour\.txt: It is not UTF-8 text: the byte 91 at 13, in line 1\. Name its “encoding” in postgloss\.yaml, or save it as UTF-8\.\n$/,
  },
];

function inFolder(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

function noteRow(file: string, id: string): object {
  const nothing = { title: null, date: null, source: null, author: null, authors: [] };
  return { file, index: 0, id, ...nothing, startLine: 1, endLine: 1, bodyStart: 0, bodyEnd: NOTE.length - 1 };
}
