import { ARCHIVE, HARBOUR, spanOf, type Case } from '../support/case';

const file = 'archives/harbour.txt';

const SIDECAR = `postgloss: 1
annotations:
  - id: aaaa1111
    quote: Norvik wakes late. Mara Lind saw the gates
    tags:
      - claim
  - quote: Norvik
    note: Which one?
  - id: cccc3333
    quote: The lighthouse is for sale
    note: Gone.
`;

const files = { ...ARCHIVE, 'archives/harbour.txt.gloss.yaml': SIDECAR };

export const ANCHORS: readonly Case[] = [
  {
    name: 'shows where annotations are to people',
    files,
    argv: ['anchors', 'archives'],
    stdout: `archives/harbour.txt:9:1  exact      aaaa1111  Norvik wakes late. Mara Lind saw the gates
archives/harbour.txt      ambiguous  (no id)   Norvik
archives/harbour.txt      orphan     cccc3333  The lighthouse is for sale
`,
  },
  {
    name: 'lists a place that is gone with null',
    files: { ...ARCHIVE, 'archives/harbour.txt.gloss.yaml': SIDECAR.replace(/ {2}- id: aaaa[^]*Which one\?\n/, '') },
    argv: ['anchors', file, '--json'],
    json: [{ file, id: 'cccc3333', state: 'orphan', start: null, end: null, score: 0, candidates: [] }],
  },
  {
    name: 'lists the places to choose from',
    files: { 'x.txt': 'Norvik or Norvik?\n', 'x.txt.gloss.yaml': 'postgloss: 1\nannotations:\n  - quote: Norvik\n' },
    argv: ['anchors', 'x.txt', '--json'],
    stdout: /"state":"ambiguous","start":null,"end":null,.*"candidates":\[\{"start":0,"end":6,.*\{"start":10,"end":16,/,
  },
  {
    name: 'lists nothing for a text without a sidecar',
    files: ARCHIVE,
    argv: ['anchors', file, '--json'],
    json: [],
  },
  {
    name: 'does not read a sidecar that a link takes elsewhere',
    files: {
      'secret.yaml': SIDECAR,
      'a/x.txt': HARBOUR,
      'a/x.txt.gloss.yaml': { link: '../secret.yaml' },
    },
    argv: ['anchors', 'a/x.txt', '--json'],
    json: [],
  },
  {
    name: 'lists where the place is',
    files: { 'x.txt': HARBOUR, 'x.txt.gloss.yaml': SIDECAR.replace(/ {2}- quote: Norvik\n[^]*/, '') },
    argv: ['anchors', 'x.txt', '--json'],
    stdout: new RegExp(
      `"id":"aaaa1111","state":"exact","start":${spanOf(HARBOUR, 'Norvik').start},"end":${spanOf(HARBOUR, 'gates').end},`,
    ),
  },
];
