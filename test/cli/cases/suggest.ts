import { ARCHIVE, HARBOUR, MANIFEST, REGISTRY, spanOf, type Case } from '../support/case';

const file = 'archives/pilots.txt';
const text = 'Late at night the pilots of Norwik met Yusuf Karadji. Then Karadji left Norwik.\n';
const files = { 'postgloss.yaml': MANIFEST, 'entities.gloss.yaml': REGISTRY, [file]: text };

const ALIAS = {
  ...{ entity: 'norvik', text: 'Norwik', count: 2, score: 0.94 },
  reason: 'is another way to spell “Norvik” (sounds 99 % alike)',
  examples: [0, 1].map((n) => ({
    ...{ file, post: 'undated/pilots', ...spanOf(text, 'Norwik', n) },
    context:
      n === 0
        ? '…night the pilots of Norwik met Yusuf Karadji. Then Karadji left Norwik.'
        : '…Then Karadji left Norwik.',
  })),
  against: [],
};

const PERSON = {
  ...{ text: 'Yusuf Karadji', type: 'person', count: 2, score: 0.78 },
  spellings: [
    { text: 'Yusuf Karadji', count: 1 },
    { text: 'Karadji', count: 1 },
  ],
  mentions: [
    { file, ...spanOf(text, 'Yusuf Karadji') },
    { file, ...spanOf(text, 'Karadji', 1) },
  ],
};

/** What the archive itself suggests for its registry. */
export const SUGGEST: readonly Case[] = [
  { name: 'suggests aliases', files, argv: ['suggest', 'aliases', 'archives', '--json'], json: [ALIAS] },
  {
    name: 'shows suggested aliases to people',
    files,
    argv: ['suggest', 'aliases', file],
    stdout: '0.94  2×  norvik  Norwik  is another way to spell “Norvik” (sounds 99 % alike)\n',
  },
  { name: 'suggests entities', files, argv: ['suggest', 'entities', 'archives', '--json'], json: [PERSON] },
  {
    name: 'shows suggested entities to people',
    files,
    argv: ['suggest', 'entities', file],
    stdout: '0.78  2×  person  Yusuf Karadji (Karadji)\n',
  },
  {
    name: 'suggests entities without a registry',
    files: { 'x.txt': text },
    argv: ['suggest', 'entities', 'x.txt'],
    stdout: '0.80  2×  unknown  Norwik\n0.78  2×  person   Yusuf Karadji (Karadji)\n',
  },
  {
    name: 'suggests entities by the registry that is named',
    files: { ...ARCHIVE, 'other.yaml': 'postgloss: 1\nentities: []\n' },
    argv: ['suggest', 'entities', 'archives', '--entities', 'other.yaml'],
    stdout: /Norvik\n/,
  },
  {
    name: 'suggests nothing for an archive whose names are known',
    files: { 'postgloss.yaml': MANIFEST, 'entities.gloss.yaml': REGISTRY, [file]: 'All went to Norvik.\n' },
    argv: ['suggest', 'aliases', file, '--json'],
    json: [],
  },
  {
    name: 'cannot suggest aliases without a registry',
    files: { 'x.txt': HARBOUR },
    argv: ['suggest', 'aliases', 'x.txt'],
    code: 2,
    stderr: /^postgloss: No entity registry for “x\.txt”/,
  },
  {
    name: 'wants to know what to suggest',
    files,
    argv: ['suggest', 'archives'],
    code: 2,
    stderr: /^postgloss: “suggest” is no command\. Use .*suggest aliases, suggest entities/,
  },
  {
    name: 'prints the help of a command of two words',
    files: {},
    argv: ['suggest', 'entities', '--help'],
    stdout: /^postgloss suggest entities FILE… \[--entities R\]/,
  },
];
