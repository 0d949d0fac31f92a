import { ARCHIVE, HARBOUR, MANIFEST, spanOf, type Case } from '../support/case';

const BODY = spanOf(HARBOUR, 'Norvik wakes late').start;

/** The row of the harbour's post. */
const ROW = {
  file: 'archives/harbour.txt',
  index: 0,
  id: '2016-05-04/the-harbour-is-closed',
  title: 'The harbour is closed',
  date: '2016-05-04',
  source: 'Coastal Review',
  author: 'Mara Lind',
  authors: ['Mara Lind'],
  startLine: 3,
  endLine: 11,
  bodyStart: BODY,
  bodyEnd: HARBOUR.trimEnd().length,
};

const CRLF = HARBOUR.replaceAll('\n', '\r\n') + '\r\n\r\n';

const FRONT_MATTER = `---
title: Ropes and knots
date: 2018-02-11
---

Every rope has two ends.
`;

/** Two posts; the second repeats title and date of the first. */
const TWICE = `${HARBOUR}\n${HARBOUR.slice(HARBOUR.indexOf('The harbour'))}`;

const MAIL = `From mara@harbour.example Thu May  4 10:20:30 2016
From: Mara Lind <mara@harbour.example>
Subject: =?utf-8?Q?The_caf=C3=A9?=

It is open.
`;

export const POSTS: readonly Case[] = [
  {
    name: 'lists the mails of a box',
    files: { 'mail/box.mbox': MAIL },
    argv: ['posts', 'mail', '--json'],
    json: [
      {
        file: 'mail/box.mbox',
        index: 0,
        id: '2016-05-04/the-cafe',
        title: 'The café',
        date: '2016-05-04',
        source: null,
        author: 'Mara Lind',
        authors: ['Mara Lind'],
        startLine: 1,
        endLine: 5,
        bodyStart: spanOf(MAIL, 'It is open').start,
        bodyEnd: MAIL.length - 1,
      },
    ],
  },
  {
    name: 'lists the posts of an archive',
    files: ARCHIVE,
    argv: ['posts', 'archives/harbour.txt', '--json'],
    json: [ROW],
  },
  {
    name: 'lists the posts of a text without an archive',
    files: { 'x.txt': HARBOUR },
    argv: ['posts', 'x.txt', '--json'],
    json: [{ ...ROW, file: 'x.txt' }],
  },
  {
    name: 'counts without the byte order mark, and with the text’s own line ends',
    files: { 'x.txt': '\ufeff' + CRLF },
    argv: ['posts', 'x.txt', '--json'],
    json: [
      { ...ROW, file: 'x.txt', bodyStart: spanOf(CRLF, 'Norvik wakes late').start, bodyEnd: CRLF.trimEnd().length },
    ],
  },
  {
    name: 'counts the posts of a file from 0, and tells twins apart',
    files: { 'x.txt': TWICE },
    argv: ['posts', 'x.txt'],
    stdout: /^x\.txt:3-11 {3}2016-05-04 {2}The harbour is closed — .*\nx\.txt:13-21 {2}2016-05-04 {2}The harbour/,
  },
  {
    name: 'prints [] where a text has no post',
    files: { 'x.txt': '\n \n' },
    argv: ['posts', 'x.txt', '--json'],
    stdout: '[]\n',
  },
  {
    name: 'reads front matter',
    files: { 'ropes.md': FRONT_MATTER },
    argv: ['posts', 'ropes.md', '--json'],
    json: [
      {
        ...{ file: 'ropes.md', index: 0, id: '2018-02-11/ropes-and-knots', title: 'Ropes and knots' },
        ...{ date: '2018-02-11', source: null, author: null, authors: [], startLine: 1, endLine: 6 },
        ...{ bodyStart: FRONT_MATTER.indexOf('Every'), bodyEnd: FRONT_MATTER.length - 1 },
      },
    ],
  },
  {
    name: 'reads a file as the caller says',
    files: ARCHIVE,
    argv: ['posts', 'archives/harbour.txt', '--format', 'plain'],
    stdout: 'archives/harbour.txt:1-11  undated  (no title)\n',
  },
  {
    name: 'reads a file as the manifest says',
    files: {
      'postgloss.yaml': 'postgloss: 1\narchives:\n  - files: "*.txt"\n    format: plain\n',
      'x.txt': HARBOUR,
    },
    argv: ['posts', 'x.txt'],
    stdout: 'x.txt:1-11  undated  (no title)\n',
  },
  {
    name: 'reads a file in an archive that the manifest does not name',
    files: { 'postgloss.yaml': MANIFEST, 'x.txt': HARBOUR },
    argv: ['posts', 'x.txt'],
    stdout: 'x.txt:3-11  2016-05-04  The harbour is closed — Coastal Review, Mara Lind\n',
  },
  {
    name: 'does not go on without a manifest that it cannot understand',
    files: { 'postgloss.yaml': '<<<<<<< ours\npostgloss: 1\n=======\n>>>>>>> theirs\n', 'x.txt': HARBOUR },
    argv: ['posts', 'x.txt'],
    code: 2,
    stderr: /^postgloss: postgloss\.yaml:1:1: error: .*\(conflict-markers\)\n$/,
  },
  {
    name: 'B20, B21: shows what a title hides',
    files: { 'x.md': '---\ntitle: "\\e]0;owned\\a \\u202Etxt"\ndate: 2018-02-11\n---\nA rope.\n' },
    argv: ['posts', 'x.md'],
    stdout: 'x.md:1-5  2018-02-11  <U+001B>]0;owned<U+0007> <U+202E>txt\n',
  },
];
