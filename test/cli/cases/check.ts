import { ARCHIVE, HARBOUR, MANIFEST, REGISTRY, type Case } from '../support/case';

const SIDECAR = `postgloss: 1
annotations:
  - id: aaaa1111
    quote: Norvik wakes late. Mara Lind saw the gates
    tags:
      - rumour
  - id: bbbb2222
    quote: The lighthouse is for sale
    entity: nobody
`;

const files = { ...ARCHIVE, 'archives/harbour.txt.gloss.yaml': SIDECAR };
const file = 'archives/harbour.txt.gloss.yaml';

export const CHECK: readonly Case[] = [
  { name: 'finds nothing to say', files: ARCHIVE, argv: ['check'], stderr: '1 text checked: no problems.\n' },
  {
    name: 'says where what is wrong, and sums it up apart',
    files,
    argv: ['check'],
    code: 1,
    stdout: new RegExp(
      [
        `^${file}:5:5: warning: .*rumour.*\\(unknown-tag\\)`,
        `${file}:8:12: error: .*\\(orphan\\)`,
        `${file}:9:13: error: .*nobody.*\\(unknown-entity\\)\n$`,
      ]
        .join('\n')
        .replaceAll('5:5', '\\d+:\\d+'),
    ),
    stderr: '1 text checked: 2 errors, 1 warning.\n',
  },
  {
    name: 'says it as JSON',
    files: { ...ARCHIVE, [file]: SIDECAR.replace(/ {2}- id: aaaa[^]*rumour\n/, '').replace(/ {4}entity.*\n/, '') },
    argv: ['check', '.', '--json'],
    code: 1,
    json: [
      {
        ...{ file, line: 4, column: 12, severity: 'error', code: 'orphan' },
        message:
          '“The lighthouse is for sale” is not in the text any more. Attach it to another passage, keep it as an orphan, or delete it.',
      },
    ],
  },
  {
    name: 'lets warnings pass',
    files: { ...ARCHIVE, [file]: SIDECAR.replace(/ {2}- id: bbbb[^]*/, '') },
    argv: ['check'],
    stdout: /warning: .*\(unknown-tag\)\n$/,
    stderr: '1 text checked: 1 warning.\n',
  },
  {
    name: 'counts columns in UTF-16 code units, and lines behind a byte order mark',
    files: {
      ...ARCHIVE,
      'entities.gloss.yaml': `\ufeff${REGISTRY}  - { name: "🚢🚢", id: "no id" }\n`.replaceAll('\n', '\r\n'),
    },
    argv: ['check', '--json'],
    code: 1,
    stdout: /"file":"entities\.gloss\.yaml","line":10,"column":\d+,"severity":"error","code":"/,
  },
  {
    name: 'checks the whole archive from a folder in it, and names files from where it is called',
    files: { ...ARCHIVE, 'postgloss.yaml': 'postgloss: 2\n' + MANIFEST.slice(13) },
    cwd: 'archives',
    argv: ['check'],
    code: 1,
    stdout: /^\.\.\/postgloss\.yaml:1:12: error: .*\(newer-version\)\n$/,
    stderr: '1 text checked: 1 error.\n',
  },
  {
    name: 'names a file beside the caller without a detour',
    files: { ...ARCHIVE, [file]: '' },
    cwd: 'archives',
    argv: ['check', '..'],
    code: 1,
    stdout: /^harbour\.txt\.gloss\.yaml:1:1: error: .*\(empty-file\)\n$/,
    stderr: '1 text checked: 1 error.\n',
  },
  {
    name: 'checks a folder elsewhere',
    files: {
      ...{ 'a/postgloss.yaml': MANIFEST, 'a/archives/x.txt': 'Norvik.\n', 'a/entities.gloss.yaml': '', 'b/x': '' },
    },
    cwd: 'b',
    argv: ['check', '../a', '--json'],
    code: 1,
    stdout:
      /^\[\n {2}\{"file":"\.\.\/a\/entities\.gloss\.yaml","line":1,"column":1,"severity":"error","code":"empty-file"/,
  },
  {
    name: 'B20, B21: shows what names in files hide',
    files: { ...ARCHIVE, 'entities.gloss.yaml': REGISTRY + '  - id: "a\\e[2J\\u202E"\n' },
    argv: ['check'],
    code: 1,
    stdout: /error: “a<U\+001B>\[2J<U\+202E>”/,
    stderr: '1 text checked: 1 error.\n',
  },
  {
    name: 'E1: does not read a text that a link takes out of the archive',
    files: {
      ...{ 'a/postgloss.yaml': MANIFEST, 'a/archives/x.txt': { link: '../../b.txt' }, 'b.txt': 'Norvik.\n' },
      'a/archives/x.txt.gloss.yaml': SIDECAR,
    },
    cwd: 'a',
    argv: ['check'],
    code: 1,
    stdout:
      /^postgloss\.yaml:3:12: warning: .*\(no-files\)\narchives\/x\.txt\.gloss\.yaml:1:1: error: There is no “archives\/x\.txt”.*\(missing-source\)\n$/,
    stderr: '0 texts checked: 1 error, 1 warning.\n',
  },
  {
    name: 'A12: tells where the text of a sidecar may have gone',
    files: {
      ...ARCHIVE,
      'archives/old.txt.gloss.yaml':
        'postgloss: 1\nannotations:\n  - quote: the gates of Norvik shut\n    tags:\n      - claim\n',
    },
    argv: ['check'],
    code: 1,
    stdout:
      /There is no “archives\/old\.txt”\. 1 of 1 annotations stand in “archives\/harbour\.txt”: rename the sidecar to “archives\/harbour\.txt\.gloss\.yaml”\. \(missing-source\)\n$/,
    stderr: '1 text checked: 1 error.\n',
  },
  {
    name: 'A13: keeps a sidecar whose text is not named, and says so',
    files: { ...ARCHIVE, 'notes/x.txt': 'Norvik.\n', 'notes/x.txt.gloss.yaml': SIDECAR },
    argv: ['check'],
    code: 1,
    stdout: /“notes\/x\.txt” is there, but postgloss\.yaml does not name it.*\(missing-source\)\n$/,
    stderr: '1 text checked: 1 error.\n',
  },
  {
    name: 'B22: warns of copies that other programs made, and does not read them',
    files: {
      ...ARCHIVE,
      'archives/harbour.txt.gloss.sync-conflict-20260101-101010-ABCDEFG.yaml': SIDECAR,
      'archives/harbour.txt.gloss (1).yaml': SIDECAR,
      'postgloss.yaml.orig': MANIFEST,
      'notes/harbour.glossary.yaml': 'a: b\n',
    },
    argv: ['check'],
    stdout: /^(?:[^\n]*1:1: warning: It looks like a copy[^\n]*\(conflict-copy\)\n){3}$/,
    stderr: '1 text checked: 3 warnings.\n',
  },
  {
    name: 'says once that the registry is missing, and not at each of its entities',
    files: {
      ...{ 'postgloss.yaml': MANIFEST, 'archives/harbour.txt': HARBOUR },
      [file]: 'postgloss: 1\nannotations:\n  - quote: saw the gates\n    entity: a\n  - quote: Nobody\n    entity: b\n',
    },
    argv: ['check'],
    code: 1,
    stdout: /^[^\n]*:4:13: error: There is no entities\.gloss\.yaml[^\n]*\(missing-registry\)\n$/,
    stderr: '1 text checked: 1 error.\n',
  },
  {
    name: 'names an encoding that there is not at its place, and each text that cannot be read once',
    files: {
      ...ARCHIVE,
      'postgloss.yaml': MANIFEST.replace('tags:', '    encoding: klingon\n  - files: large.txt\ntags:'),
      'archives/harbour.txt': Uint8Array.of(0x67, 0xfc, 0x6e),
      'large.txt': new Uint8Array(50_000_001),
    },
    argv: ['check'],
    code: 1,
    stdout:
      /^postgloss\.yaml:4:15: error: “klingon” is no encoding\..*\(bad-field\)\narchives\/harbour\.txt:1:1: error: .*not UTF-8.*\(not-text\)\nlarge\.txt:1:1: error: .*too large.*\(not-text\)\n$/,
    stderr: '0 texts checked: 3 errors.\n',
  },
  {
    name: 'rejects the merging of sidecars by union',
    files: {
      ...ARCHIVE,
      '.git/HEAD': '',
      '.gitattributes': '*.txt text\n*.yaml merge=union\nentities.gloss.yaml merge=postgloss\n',
    },
    argv: ['check'],
    code: 1,
    stdout: /^\.gitattributes:2:1: error: merge=union .*\(union-merge\)\n$/,
    stderr: '1 text checked: 1 error.\n',
  },
  {
    name: 'wants a manifest',
    files: { 'a/x.txt': '' },
    argv: ['check', 'a'],
    code: 2,
    stderr: 'postgloss: No postgloss.yaml in “a” or above it.\n',
  },
  {
    name: 'tells that a folder is missing',
    files: ARCHIVE,
    argv: ['check', 'lost'],
    code: 2,
    stderr: 'postgloss: There is no folder “lost”.\n',
  },
  { name: 'takes one folder only', files, argv: ['check', '.', '.'], code: 2, stderr: /^postgloss: check takes one/ },
];
