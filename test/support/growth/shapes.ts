// Hostile texts: one thing, repeated. All give at least n code units of it, or n things where the name says so.

export type Shapes = Readonly<Record<string, (n: number) => string>>;

const repeat = (unit: string) => (n: number) => unit.repeat(Math.ceil(n / unit.length));
const numbered = (unit: (i: number) => string) => (n: number) => {
  const parts: string[] = [];
  for (let i = 0, length = 0; length < n; i++) length += parts[parts.push(unit(i)) - 1]?.length ?? 0;
  return parts.join('');
};
/** A word without meaning, another one for each number. */
export function word(i: number): string {
  let left = (i * 2654435761) >>> 0;
  let letters = '';
  for (let k = 0; k < 6; k++, left = Math.floor(left / 26)) letters += String.fromCharCode(97 + (left % 26));
  return letters;
}
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Texts without any structure. */
export const PLAIN: Shapes = {
  'one letter': repeat('a'),
  spaces: repeat(' '),
  'spaces and a letter at the end': (n) => `${' '.repeat(n)}a`,
  'line ends': repeat('\n'),
  'carriage returns': repeat('\r\n'),
  'lines of a space': repeat('\n '),
  dots: repeat('.'),
  dashes: repeat('-'),
  quotes: repeat('"'),
  apostrophes: repeat("'"),
  backslashes: repeat('\\'),
  'opening brackets': repeat('['),
  'closing brackets': repeat(']'),
  colons: repeat(': '),
  commas: repeat('a, '),
  slashes: repeat('a/'),
  digits: repeat('1'),
  'combining marks': repeat('\u0301'),
  'marks on one letter': (n) => `a${'\u0301'.repeat(n)}`,
  'joiners and marks of direction': repeat('\u200d\u202e'),
  'halves of pairs': repeat('\ud83d'),
  pairs: repeat('\ud83d\ude00'),
  ligatures: repeat('\ufb03'),
  'letters without case': repeat('\u0633\u0644\u0640 '),
  'capital words': repeat('Abc '),
  'other capital words': numbered((i) => `${capital(word(i))} `),
  initials: repeat('A. '),
  words: numbered((i) => `${word(i)} `),
  addresses: repeat('https://x/a '),
  'characters of control': repeat('\u001b\u0000'),
};

/** The line at which a text is known for a box of mails. */
const CAME = 'From mara@harbour.example Thu May  4 10:20:30 2016';

/** Texts as posts stand in them. */
export const POSTS: Shapes = {
  ...PLAIN,
  dates: repeat('2016-05-04\n\n'),
  'dates in words': repeat('4 May 2016, '),
  'date lines in words': repeat('May 4, 2016\n\n'),
  bylines: repeat('By Jo Berg\n\n'),
  'equal posts': repeat(
    'Title\n\n2016-05-04\n\nTitle, Coastal Review, Jo Berg, 2016-05-04\n\nMara Lind went home.\n\n',
  ),
  posts: numbered(
    (i) =>
      `Title ${word(i)}\n\nMay 4, 2016\n\nTitle ${word(i)}, Coastal Review, Jo Berg, May 4, 2016\n\nBody ${i}.\n\n`,
  ),
  'paragraphs of two words': repeat('Ab cd\n\n'),
  'front matter': (n) => `---\n${repeat('a: b\n')(n)}`,
  'front matter of TOML': (n) => `+++\n${numbered((i) => `a${i} = "b"\n`)(n)}`,
  'front matters': repeat('---\na: b\n---\n'),
  'an open string of TOML': (n) => `+++\na = """${'"'.repeat(n)}`,
  'open lists of TOML': (n) => `+++\na = [${'['.repeat(n)}`,
  names: numbered((i) => `Mara Lind said ${word(i)}. `),
  mails: numbered((i) => `${CAME}\nSubject: ${word(i)}\nFrom: ${word(i)} <a@b.example>\n\nBody ${i}.\n\n`),
  'a header of mail without an end': (n) => `${CAME}\n${repeat('Subject: a\n')(n)}`,
  'a long line of a header of mail': (n) => `${CAME}\nFrom: ${repeat('a@"<(')(n)}`,
  'a folded header of mail': (n) => `${CAME}\nSubject: a\n${repeat(' =?utf-8?Q?a?=\n')(n)}`,
  'lines that begin mails': (n) => `${CAME}\nTo: a\n\n${repeat(`${CAME}\n`)(n)}`,
  'lines that nearly begin mails': (n) => `${CAME}\nTo: a\n\n${repeat('From a@b.example\nX: a\n\n')(n)}`,
};

const list = (key: string, record: (i: number) => string) => (n: number) =>
  `postgloss: 1\n${key}:\n${numbered(record)(n)}`;

/** YAML of any kind. */
export const YAML: Shapes = {
  ...Object.fromEntries(Object.entries(PLAIN).slice(0, 18)),
  'items of a list': repeat('- a\n'),
  'lists in lists': repeat('- '),
  'lists in lists, line by line': (n) =>
    Array.from({ length: Math.min(300, Math.ceil(Math.sqrt(n))) }, (_, i) => `${' '.repeat(i)}-\n`).join(''),
  'keys without values': numbered((i) => `k${i}:\n`),
  'fields at the root': (n) => `postgloss: 1\nannotations: []\n${numbered((i) => `k${i}: v\n`)(n)}`,
  'quoted fields': numbered((i) => `"k${i}": 'v' # c\n`),
  'one key again and again': repeat('a: b\n'),
  'a long key': (n) => `${'k'.repeat(n)}: v\n`,
  'a long quoted key': (n) => `"${'k'.repeat(n)}": v\n`,
  'question marks': repeat('? '),
  'complex keys': repeat('? a\n: b\n'),
  'a flow list': (n) => `a: [${repeat('a,')(n)}]\n`,
  'a flow list that does not end': (n) => `a: [${repeat('a,')(n)}`,
  'a flow list of nothing': (n) => `[${','.repeat(n)}`,
  'a flow map': (n) => `a: {${numbered((i) => `k${i}: 1, `)(n)}}\n`,
  'flow lists in flow lists': (n) => `a: ${'['.repeat(n)}`,
  'flow maps in flow maps': (n) => `a: ${repeat('{a: ')(n)}`,
  'a flow list over lines': (n) => `a: [\n${repeat('  a,\n')(n)}]\n`,
  'a quoted text over lines at the margin': (n) => `a: "${repeat('x\n')(n)}"\n`,
  'a text in apostrophes over lines at the margin': (n) => `a: '${repeat('x\n')(n)}'\n`,
  'a quoted text over lines': (n) => `a: "${repeat('x\n  ')(n)}"\n`,
  'a quoted text that does not end': (n) => `a: "${repeat('x\n')(n)}`,
  'a quoted text of escapes': (n) => `a: "${repeat('\\u0061')(n)}"\n`,
  'a quoted text of wrong escapes': (n) => `a: "${repeat('\\q')(n)}"\n`,
  'a bare text over lines': (n) => `a: b\n${repeat('  c\n')(n)}`,
  'a bare text over lines at the margin': (n) => `a: b\n${repeat('c\n')(n)}`,
  'a folded text': (n) => `a: >\n${repeat('  x\n')(n)}`,
  'a literal text': (n) => `a: |-\n${repeat('  x\n')(n)}`,
  'a literal text of blank lines': (n) => `a: |-\n  x\n${'\n'.repeat(n)}b: 1\n`,
  'a literal text of tabs': (n) => `a: |\n${repeat('\tx\n')(n)}`,
  comments: repeat('# c\n'),
  'comments behind a field': (n) => `a: b\n${repeat('   # c\n')(n)}`,
  anchors: numbered((i) => `- &a${i} x\n`),
  'anchors without items': repeat('&a '),
  aliases: (n) => `- &a x\n${repeat('- *a\n')(n)}`,
  'unknown aliases': numbered((i) => `- *a${i}\n`),
  tags: repeat('! '),
  'wrong tags': numbered((i) => `- !t${i} x\n`),
  'a long tag': (n) => `!${'a'.repeat(n)} x\n`,
  'merge keys': (n) => `a: &a {b: c}\n${repeat('? <<: *a\n')(n)}`,
  tabs: repeat('a:\n\t- b\n'),
  documents: repeat('---\n'),
  'ends of documents': repeat('...\n'),
  directives: repeat('%YAML 1.2\n'),
  indents: numbered((i) => `${' '.repeat(i % 40)}a:\n`),
  markers: repeat('<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n'),
  'opening markers': repeat('<<<<<<< ours\n'),
};

/** Files of ours. */
export const GLOSS: Shapes = {
  'keys without values': numbered((i) => `k${i}:\n`),
  'fields at the root': (n) => `postgloss: 1\nannotations: []\n${numbered((i) => `k${i}: v\n`)(n)}`,
  markers: repeat('<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n'),
  'opening markers': repeat('<<<<<<< ours\n'),
  annotations: list('annotations', (i) => `  - id: ${word(i)}\n    quote: "q ${i}"\n    tags:\n      - claim\n`),
  'annotations of one id': list('annotations', () => '  - id: aaaaaaaa\n    quote: qq\n    tags:\n      - claim\n'),
  'annotations without ids': list('annotations', () => '  - quote: qq\n    tags: [claim]\n'),
  'other annotations without ids': list('annotations', (i) => `  - quote: ${word(i)}\n    tags: [claim]\n`),
  'annotations without anything': list('annotations', () => '  - id: a\n'),
  'annotations with wrong fields': list(
    'annotations',
    () => '  - id: [a]\n    quote: {}\n    tags: b\n    orphan: [c]\n',
  ),
  'an annotation with many fields': (n) =>
    `postgloss: 1\nannotations:\n  - id: aaaaaaaa\n    quote: q\n    tags: [x]\n${numbered((i) => `    k${i}: v\n`)(n)}`,
  'an annotation with many tags': (n) =>
    `postgloss: 1\nannotations:\n  - id: aaaaaaaa\n    quote: q\n    tags:\n${numbered((i) => `      - t${i}\n`)(n)}`,
  'an annotation with many tags on one line': (n) =>
    `postgloss: 1\nannotations:\n  - id: aaaaaaaa\n    quote: q\n    tags: [${numbered((i) => `t${i}, `)(n)}]\n`,
  'annotations on one line': (n) =>
    `postgloss: 1\nannotations: [${numbered((i) => `{id: ${word(i)}, quote: q, tags: [x]}, `)(n)}]\n`,
  'a long quote': (n) => `postgloss: 1\nannotations:\n  - id: a\n    quote: ${repeat('ab ')(n)}\n    tags: [x]\n`,
  entities: list('entities', (i) => `  - id: e${i}\n    name: Mara L${i}\n    type: person\n`),
  'entities of one name': list('entities', (i) => `  - id: e${i}\n    name: Mara Lind\n    type: person\n`),
  'entities of one id': list('entities', () => '  - id: mara\n    name: Mara Lind\n    type: person\n'),
  'entities that share an alias': list('entities', (i) => `  - id: e${i}\n    name: ${word(i)}\n    aliases: [Mara]\n`),
  'an entity with many aliases': (n) =>
    `postgloss: 1\nentities:\n  - id: m\n    name: Mara\n    aliases:\n${numbered((i) => `      - Al ${i}\n`)(n)}`,
  'an entity with one alias often': (n) =>
    `postgloss: 1\nentities:\n  - id: m\n    name: Mara\n    aliases:\n${repeat('      - Al\n')(n)}`,
  'an entity with many links': (n) =>
    `postgloss: 1\nentities:\n  - id: m\n    name: Mara\n    links:\n${numbered((i) => `      l${i}: https://x/${i}\n`)(n)}`,
  'a codebook': list('archives:\n  - files: a\ntags', (i) => `  - id: t${i}\n`),
  'a codebook of one tag': list('archives:\n  - files: a\ntags', () => '  - id: t\n'),
  'a tag of many parts': (n) => `postgloss: 1\narchives:\n  - files: a\ntags:\n  - id: ${repeat('a/')(n)}a\n`,
  globs: list('archives', (i) => `  - files: 'a${i}/**/*.txt'\n`),
  'globs of braces': list('archives', () => "  - files: '{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}'\n"),
};

/** Tables of other people. */
export const TABLES: Shapes = {
  ...Object.fromEntries(Object.entries(PLAIN).slice(0, 18)),
  rows: (n) => `name,type\n${numbered((i) => `N${i},person\n`)(n)}`,
  'equal rows': (n) => `name,type,id\n${repeat('Mara,person,m\n')(n)}`,
  'rows of one name': (n) => `name,type,id\n${numbered((i) => `Mara,person,m${i}\n`)(n)}`,
  'rows that share an alias': (n) => `name,aliases\n${numbered((i) => `${word(i)},Mara\n`)(n)}`,
  'an open quote': (n) => `name,type\n"${repeat('""')(n)}`,
  'columns and rows': (n) => `${numbered((i) => `k${i},`)(n >> 1)}name\n${repeat('a\n')(n >> 1)}`,
  columns: numbered((i) => `name${i},`),
  'equal columns': (n) => `${repeat('name,')(n)}\n`,
  'quotes within cells': repeat('"a"b'),
  'an entity with many aliases': (n) => `name,aliases\nMara,"${numbered((i) => `a${i}; `)(n)}"\n`,
  'an entity with one alias often': (n) => `name,aliases\nMara,"${repeat('a; ')(n)}"\n`,
  'rows of nothing': (n) => `name,type\n${repeat(',\n')(n)}`,
  semicolons: (n) => `name;type\n${repeat('a;b\n')(n)}`,
};

/** JSON Lines. */
export const LINES: Shapes = {
  rows: numbered((i) => `{"name":"N${i}"}\n`),
  'equal rows': repeat('{"name":"N","id":"n"}\n'),
  'rows of other columns': numbered((i) => `{"name":"N","k${i}":"x"}\n`),
  'a row of many columns': (n) => `{${numbered((i) => `"k${i}":"x",`)(n)}"name":"N"}`,
  'open brackets': (n) => `{"name":${'['.repeat(n)}`,
  'lists of aliases': (n) => `{"name":"N","aliases":[${numbered((i) => `"a${i}",`)(n)}"b"]}`,
  quotes: repeat('"'),
  'line ends': repeat('\n'),
};
