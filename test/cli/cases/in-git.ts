import { NEW, OLD, POST } from '../support/story';

/** A call in the repository of the story, and what comes of it. */
export interface GitCase {
  readonly name: string;
  readonly argv: readonly string[];
  readonly cwd?: string;
  readonly code?: number;
  readonly stdout?: string | RegExp;
  readonly stderr?: string | RegExp;
}

const TOWER = 'postgloss: archives/tower.txt.gloss.yaml: ';

/** `diff`, `history` and `agreement --branches`. They only read, so that one repository serves all. */
export const GIT_CASES: readonly GitCase[] = [
  {
    name: 'lists what differs between two commits, under the new name of a file',
    argv: ['diff', 'first..main'],
    stdout: [
      `${NEW} (renamed from ${OLD})`,
      `  ${POST}`,
      '    changed  “Norvik wakes late”  aaaa1111, by jo, line 3',
      '               tags: added “rumour”',
      '               note: “Compare the [-old-]{+sea+} wall with ours.”',
      '    removed  “Nobody at the Pilots’ Guild”  bbbb2222, by ann, on 2026-03-01, line 10',
      '               tags: “claim”',
      '    added    “the gates”  cccc3333, by jo, line 11',
      '               note: “@admin #1 `x` <b>bold</b> [a](http://e) <U+001B>[2J”',
      'entities.gloss.yaml',
      "  changed  “Pilots' Guild”  pilots-guild, line 6",
      '             aliases: added “Pilots”',
      '',
    ].join('\n'),
    stderr: '1 annotation added, 1 annotation changed, 1 annotation removed, 1 entity changed.\n',
  },
  {
    name: 'compares from where two branches parted',
    argv: ['diff', 'main...jo'],
    stdout: /^archives\/tower\.txt\.gloss\.yaml \(new\)\n.*\n {4}added {4}“A tower” {2}dddd4444, by jo, line 3\n$/,
    stderr: '1 annotation added.\n',
  },
  {
    name: 'takes the last commit for what is not named',
    argv: ['diff', 'first..', 'entities.gloss.yaml'],
    stdout: /^entities/,
    stderr: '1 entity changed.\n',
  },
  {
    name: 'compares with the working tree, with what git does not track yet, and says what cannot be read',
    argv: ['diff'],
    code: 1,
    stdout: 'postgloss.yaml\n  added    claim/unsourced  line 6\n',
    stderr: new RegExp(`^1 tag of the codebook added\\.\n${TOWER}It cannot be compared: .*\n$`),
  },
  {
    name: 'compares from the last commit before a day',
    argv: ['diff', '--since', '2026-03-05', NEW],
    stdout: /changed {2}“Norvik wakes late”/,
    stderr: /^1 annotation added, 1 annotation changed, 1 annotation removed\.\n$/,
  },
  {
    name: 'compares with nothing where no commit is as old',
    argv: ['diff', '--since', '2020-01-01T12:00+01:00', 'archives/port.txt'],
    stdout: new RegExp(`^${NEW} \\(new\\)\n`),
    stderr: '2 annotations added.\n',
  },
  {
    name: 'finds the sidecar of a text, from a folder in the repository',
    argv: ['diff', 'first..main', 'port.txt', '--json'],
    cwd: 'archives',
    stdout:
      /^\[\n {2}\{"file":"port\.txt\.gloss\.yaml","oldFile":"harbour\.txt\.gloss\.yaml","kind":"annotation","change":"changed","id":"aaaa1111"/,
  },
  {
    name: 'asks git who last changed each record',
    argv: ['diff', 'first..main', '--blame', '--json'],
    stdout:
      /"id":"aaaa1111".*"last":\{"commit":"[0-9a-f]{40}","author":"Ann Oran","date":"2026-03-05T10:00:00\+01:00"\}\},\n.*"id":"bbbb2222".*"last":null\},\n.*"id":"cccc3333".*"author":"Jo Berg"/,
  },
  {
    name: 'tells what is not committed yet',
    argv: ['diff', 'HEAD', 'postgloss.yaml', '--blame'],
    stdout: /added {4}claim\/unsourced {2}not committed yet, line 6\n$/,
    stderr: '1 tag of the codebook added.\n',
  },
  {
    name: 'writes Markdown in which text from files is nothing but text',
    argv: ['diff', 'first..main', NEW, '--markdown'],
    stdout: [
      '1 annotation added, 1 annotation changed, 1 annotation removed.',
      '',
      `### \`${NEW}\` (renamed from \`${OLD}\`)`,
      '',
      `\`${POST}\``,
      '',
      '- **changed** `Norvik wakes late` (`aaaa1111`, by `jo`)',
      '  - tags: added `rumour`',
      '  - note: `Compare the [-old-]{+sea+} wall with ours.`',
      '- **removed** `Nobody at the Pilots’ Guild` (`bbbb2222`, by `ann`, on `2026-03-01`)',
      '  - tags: `claim`',
      '- **added** `the gates` (`cccc3333`, by `jo`)',
      '  - note: ``@admin #1 `x` <b>bold</b> [a](http://e) <U+001B>[2J``',
      '',
    ].join('\n'),
  },
  { name: 'says so where nothing differs', argv: ['diff', 'main..main'], stderr: 'No decision changed.\n' },
  {
    name: 'knows no other revision',
    argv: ['diff', 'nope'],
    code: 2,
    stderr: 'postgloss: git knows no revision “nope”.\n',
  },
  {
    name: 'takes a path for no revision, and says what to write',
    argv: ['diff', 'archives'],
    code: 2,
    stderr: /knows no revision “archives”\. To compare a file/,
  },
  ...['--output=pwned', '-p', 'first..--output=pwned', '--since=x...main', 'first..ma\u001bin'].map((revision) => ({
    name: `never takes ${JSON.stringify(revision)} for more than a revision`,
    argv: ['diff', '--', revision],
    code: 2,
    stderr: /^postgloss: git knows no revision “/,
  })),
  { name: 'takes no path outside', argv: ['diff', 'HEAD', '..'], code: 2, stderr: /“\.\.” lies outside/ },
  { name: 'takes no path that never was', argv: ['diff', 'HEAD', 'lost'], code: 2, stderr: /no file or folder “lost”/ },
  { name: 'takes no date that there is not', argv: ['diff', '--since', '2026-02-30'], code: 2, stderr: /is no date/ },
  { name: 'takes no words for a date', argv: ['diff', '--since', 'yesterday'], code: 2, stderr: /is no date/ },
  {
    name: 'prints one form only',
    argv: ['diff', '--json', '--markdown'],
    code: 2,
    stderr: /either --json or --markdown/,
  },
  {
    name: 'tells the history of an annotation through a rename, newest first',
    argv: ['history', 'aaaa1111'],
    stdout: new RegExp(
      [
        '^2026-03-05 10:00 {2}[0-9a-f]{8} {2}Ann Oran {2}changed {2}“Norvik wakes late”, by jo',
        ` {4}${NEW}: Call it a rumour`,
        ' {4}tags: added “rumour”',
        ' {4}note: “Compare the \\[-old-\\]\\{\\+sea\\+\\} wall with ours\\.”',
        '2026-03-01 10:00 {2}[0-9a-f]{8} {2}Jo Berg {2}added {2}“Norvik wakes late”, by jo',
        ` {4}${OLD}: Annotate the harbour`,
        ' {4}tags: “claim”',
        ' {4}note: “Compare the old wall with ours\\.”\n$',
      ].join('\n'),
    ),
  },
  {
    name: 'tells the history of an annotation that is gone',
    argv: ['history', 'bbbb2222', '--json'],
    stdout: /^\[\n.*"author":"Jo Berg".*"subject":"Say less","change":"removed".*\n.*"change":"added".*\n\]\n$/,
  },
  {
    name: 'finds the annotation on a line of a text',
    argv: ['history', 'mast.txt:3'],
    cwd: 'archives',
    stdout: /“tall mast”/,
  },
  {
    name: 'asks which, where several annotations are on a line',
    argv: ['history', 'archives/port.txt:9'],
    code: 2,
    stderr: 'postgloss: There are several annotations on the line: “aaaa1111”, “cccc3333”. Name one by its id.\n',
  },
  {
    name: 'tells the history of a record that has no id',
    argv: ['history', 'archives/pair.txt.gloss.yaml:4'],
    stdout: /^2026-03-01 10:00 {2}[0-9a-f]{8} {2}Jo Berg {2}added {2}“red sail”\n/,
  },
  { name: 'finds the record on a line of a sidecar', argv: ['history', `${NEW}:13`], stdout: /“the gates”/ },
  {
    name: 'tells who changed each entity of the registry last',
    argv: ['history', 'entities.gloss.yaml'],
    stdout: new RegExp(
      [
        '^entities\\.gloss\\.yaml:3 {2,}2026-03-01 {2}Jo Berg {3}[0-9a-f]{8} {2}“Norvik”',
        'entities\\.gloss\\.yaml:6 {2,}2026-03-05 {2}Ann Oran {2}[0-9a-f]{8} {2}“Pilots. Guild”\n$',
      ].join('\n'),
    ),
  },
  {
    name: 'tells who changed each annotation of a text last, as rows',
    argv: ['history', 'port.txt', '--json'],
    cwd: 'archives',
    stdout:
      /^\[\n {2}\{"file":"port\.txt\.gloss\.yaml","line":3,"id":"aaaa1111",.*"author":"Ann Oran","date":"2026-03-05T10:00:00\+01:00","subject":null,"change":null,"name":"Norvik wakes late","by":"jo","on":null,"fields":\[\]\},\n.*"id":"cccc3333",.*"author":"Jo Berg".*\n\]\n$/,
  },
  {
    name: 'tells what is not committed yet of the codebook',
    argv: ['history', 'postgloss.yaml'],
    stdout: /2026-03-01 +Jo Berg +[0-9a-f]{8} +“claim”\n.*:6 +not committed +“claim\/unsourced”\n$/,
  },
  {
    name: 'tells of a file that cannot be read',
    argv: ['history', 'archives/tower.txt.gloss.yaml'],
    code: 2,
    stderr: /no records in “archives\/tower\.txt\.gloss\.yaml”, or none that can be read/,
  },
  { name: 'tells the history of an entity', argv: ['history', 'pilots-guild'], stdout: /aliases: added “Pilots”\n/ },
  {
    name: 'tells what is not committed yet of a tag',
    argv: ['history', 'claim/unsourced'],
    stdout: /^not committed yet {2}added/,
  },
  { name: 'knows no other id', argv: ['history', 'zzzz'], code: 2, stderr: /No file and no commit has the id “zzzz”/ },
  { name: 'takes no id for a flag', argv: ['history', '--', '--all'], code: 2, stderr: /has the id “--all”/ },
  {
    name: 'says where a line has no annotation',
    argv: ['history', `${NEW}:1`],
    code: 2,
    stderr: /No annotation is on/,
  },
  { name: 'says where there is no such file', argv: ['history', 'lost.txt:1'], code: 2, stderr: /no file “lost\.txt”/ },
  { name: 'wants one record', argv: ['history'], code: 2, stderr: /takes one ID/ },
  {
    name: 'compares branches, without what they had in common',
    argv: ['agreement', '--branches', 'ann,jo', '--posts', 'any'],
    stdout:
      /\nann +1 +2\njo +1 +2\n[^]*: 0 marked by both[^\n]*\n[^\n]*only ann +ann: claim, rumour +“Norvik wakes late”\n[^\n]*only jo +jo: a note +“A tower”\n\n9 annotations from before/,
  },
  { name: 'wants two branches', argv: ['agreement', '--branches', 'ann'], code: 2, stderr: /takes two branches/ },
  {
    name: 'wants branches that there are',
    argv: ['agreement', '--branches', 'ann,-x'],
    code: 2,
    stderr: /no revision “-x”/,
  },
];
