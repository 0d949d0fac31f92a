import { ARCHIVE, HARBOUR, MANIFEST, REGISTRY, spanOf, type Case } from '../support/case';

const POST = '2016-05-04/the-harbour-is-closed';
const file = 'archives/harbour.txt';

const FIRST = { file, post: POST, ...spanOf(HARBOUR, 'Norvik'), text: 'Norvik', entity: 'norvik', alias: 'Norvik' };
const SECOND = { ...FIRST, ...spanOf(HARBOUR, 'Norvik', 1) };
const GUILD = {
  ...{ file, post: POST, ...spanOf(HARBOUR, 'Pilots’ Guild') },
  ...{ text: 'Pilots’ Guild', entity: 'pilots-guild', alias: "Pilots' Guild" },
};

/** Says that the first Norvik is not the place, and that “the gates” are the guild. */
const SIDECAR = `postgloss: 1
annotations:
  - id: aaaa1111
    post: ${POST}
    quote: Norvik
    after: " wakes late. Mara Lind saw"
    not: norvik
  - id: bbbb2222
    post: ${POST}
    quote: the gates of Norvik shut
    before: "wakes late. Mara Lind saw "
    entity: pilots-guild
`;

const CRLF = HARBOUR.replaceAll('\n', '\r\n');

export const MENTIONS: readonly Case[] = [
  {
    name: 'lists mentions, with the spelling of the registry',
    files: ARCHIVE,
    argv: ['mentions', 'archives', '--json'],
    json: [FIRST, SECOND, GUILD],
  },
  {
    name: 'finds names whatever their case and diacritics where the registry says so, and as they are written elsewhere',
    files: {
      ...ARCHIVE,
      'entities.gloss.yaml': REGISTRY.replace('type: place', 'type: place\n    match: folded'),
      [file]: HARBOUR.replaceAll('Norvik', 'NÖRVIK').replaceAll('Pilots', 'PILOTS'),
    },
    argv: ['mentions', 'archives', '--json'],
    json: [FIRST, SECOND].map((row) => ({ ...row, text: 'NÖRVIK' })),
  },
  {
    name: 'shows mentions to people with their places',
    files: ARCHIVE,
    argv: ['mentions', 'archives'],
    stdout: `archives/harbour.txt:9:1    norvik        Norvik
archives/harbour.txt:9:47   norvik        Norvik
archives/harbour.txt:11:15  pilots-guild  Pilots’ Guild
`,
  },
  {
    name: 'tells people which mentions somebody decided',
    files: { ...ARCHIVE, 'archives/harbour.txt.gloss.yaml': SIDECAR },
    argv: ['mentions', file],
    stdout: /:9:34 +pilots-guild +the gates of Norvik shut +\(linked\)\n/,
  },
  {
    name: 'finds the archive upwards from the file, not from where it is called',
    files: { ...ARCHIVE, 'elsewhere/x': '' },
    cwd: 'elsewhere',
    argv: ['mentions', '../archives/harbour.txt', '--json'],
    json: [FIRST, SECOND, GUILD].map((row) => ({ ...row, file: '../archives/harbour.txt' })),
  },
  {
    name: 'counts without the byte order mark, and with the text’s own line ends',
    files: { ...ARCHIVE, 'archives/harbour.txt': '\ufeff' + CRLF },
    argv: ['mentions', file, '--json'],
    json: [
      { ...FIRST, ...spanOf(CRLF, 'Norvik') },
      { ...SECOND, ...spanOf(CRLF, 'Norvik', 1) },
      { ...GUILD, ...spanOf(CRLF, 'Pilots’ Guild') },
    ],
  },
  {
    name: 'says null for the post of a mention in the archive’s header',
    files: { ...ARCHIVE, [file]: HARBOUR.replace('‘Harbour’', '‘Norvik’') },
    argv: ['mentions', file],
    stdout: /^archives\/harbour\.txt:1:15 /,
  },
  {
    name: 'follows people’s decisions',
    files: { ...ARCHIVE, 'archives/harbour.txt.gloss.yaml': SIDECAR },
    argv: ['mentions', file, '--json'],
    json: [
      {
        ...{ file, post: POST, ...spanOf(HARBOUR, 'the gates of Norvik shut') },
        ...{ text: 'the gates of Norvik shut', entity: 'pilots-guild', alias: null },
      },
      SECOND,
      GUILD,
    ],
  },
  {
    name: 'takes the registry that the caller names',
    files: { ...ARCHIVE, 'other.yaml': 'postgloss: 1\nentities:\n  - id: mara\n    name: Mara Lind\n' },
    argv: ['mentions', file, '--entities', 'other.yaml', '--json'],
    json: [0, 1].map((n) => ({
      ...{ file, post: POST, ...spanOf(HARBOUR, 'Mara Lind', n) },
      ...{ text: 'Mara Lind', entity: 'mara', alias: 'Mara Lind' },
    })),
  },
  {
    name: 'finds a registry upwards where there is no manifest',
    files: { 'entities.gloss.yaml': REGISTRY, 'a/b/x.txt': 'Norvik is far away.\n' },
    argv: ['mentions', 'a/b/x.txt'],
    stdout: 'a/b/x.txt:1:1  norvik  Norvik\n',
  },
  {
    name: 'tells that the archive has no registry, even where one lies above it',
    files: { 'entities.gloss.yaml': REGISTRY, 'a/postgloss.yaml': MANIFEST, 'a/archives/x.txt': 'Norvik.\n' },
    argv: ['mentions', 'a/archives/x.txt'],
    code: 2,
    stderr: /^postgloss: The archive of “a\/archives\/x\.txt” has no entity registry: add entities\.gloss\.yaml, or/,
  },
  {
    name: 'tells that there is no registry',
    files: { 'x.txt': HARBOUR },
    argv: ['mentions', 'x.txt'],
    code: 2,
    stderr: /^postgloss: No entity registry for “x\.txt”/,
  },
  {
    name: 'tells that the registry named is missing',
    files: ARCHIVE,
    argv: ['mentions', file, '--entities', 'lost.yaml'],
    code: 2,
    stderr: 'postgloss: There is no registry “lost.yaml”.\n',
  },
  {
    name: 'does not go on with a registry that it cannot understand',
    files: { ...ARCHIVE, 'entities.gloss.yaml': 'postgloss: 1\nentities: [\n' },
    argv: ['mentions', file],
    code: 2,
    stderr: /^postgloss: entities\.gloss\.yaml:\d+:\d+: error: .*\(yaml-syntax\)\n$/,
  },
  {
    name: 'does not read a registry that a link takes out of the archive',
    files: {
      'secret.yaml': REGISTRY,
      'a/postgloss.yaml': MANIFEST,
      'a/archives/x.txt': 'Norvik.\n',
      'a/entities.gloss.yaml': { link: '../secret.yaml' },
    },
    argv: ['mentions', 'a/archives/x.txt'],
    code: 2,
    stderr: /has no entity registry/,
  },
  {
    name: 'tells that a sidecar cannot be read, and goes on without it',
    files: { ...ARCHIVE, 'archives/harbour.txt.gloss.yaml': '<<<<<<< ours\n' },
    argv: ['mentions', file, '--json'],
    code: 1,
    json: [FIRST, SECOND, GUILD],
    stderr: /^postgloss: archives\/harbour\.txt\.gloss\.yaml:1:1: error: .*\(conflict-markers\)\n$/,
  },
];
