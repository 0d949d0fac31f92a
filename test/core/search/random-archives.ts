import fc from 'fast-check';
import { OpenArchive } from '../../../src/core/archive/open-archive';
import { MemoryHost } from '../../support/memory-host';

// Small archives and queries of few words, so that they often meet. `Vey` is the name of two people.

const WORDS = [
  'harbour',
  'gate',
  'Gates',
  'sea',
  'wall',
  'the',
  'Norvik',
  'Mara Lind',
  'Vey',
  'Jon Vey',
  'Guild',
  'gate-sea',
];
const SOURCES = ['Coastal Review', 'The Lantern'];
const AUTHORS = ['Mara Lind', 'Jon Vey', 'Mara Lind and Jon Vey'];
const DATES = ['May 4, 2016', 'June 1, 2016', 'March 12, 2017'];
const TAGS = ['claim', 'claim/bare', 'rumour'];

const REGISTRY = `postgloss: 1
entities:
  - {id: norvik, name: Norvik, type: place}
  - {id: mara, name: Mara Lind, type: person}
  - {id: jon, name: Jon Vey, type: person, aliases: [Vey]}
  - {id: ann, name: Ann Vey, type: person, aliases: [Vey]}
  - {id: guild, name: Guild, type: group}
`;

const sentence = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }), fc.constantFrom('.', '?', '!'))
  .map(([words, end]) => `It ${words.join(' ')}${end}`);
const body = fc
  .array(
    fc.array(sentence, { minLength: 1, maxLength: 3 }).map((list) => list.join(' ')),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) => list.join('\n\n'));
const post = fc.record({
  date: fc.option(fc.constantFrom(...DATES), { freq: 5 }),
  source: fc.option(fc.constantFrom(...SOURCES)),
  author: fc.option(fc.constantFrom(...AUTHORS)),
  body,
});

const annotation = fc.record({
  quote: fc.constantFrom(...WORDS, 'sea wall', 'the gate', 'nothing of it'),
  tags: fc.subarray(TAGS),
  entity: fc.option(fc.constantFrom('norvik', 'jon', 'ann'), { freq: 3 }),
  note: fc.option(fc.constantFrom('the sea', 'Compare the gate.'), { freq: 3 }),
  by: fc.option(fc.constantFrom('jo', 'Ann')),
  post: fc.nat(2),
  copy: fc.option(fc.constantFrom('1/2', '2/2'), { freq: 3 }),
});

const file = fc.record({
  posts: fc.array(post, { minLength: 1, maxLength: 3 }),
  annotations: fc.array(annotation, { maxLength: 4 }),
});

/** The files of an archive. Each post is a file of Markdown where it is alone, and else has front matter in a file of its own. */
export const archives = fc.array(file, { minLength: 1, maxLength: 3 }).map((files) => {
  const all: Record<string, string> = {
    'postgloss.yaml': 'postgloss: 1\narchives:\n  - files: "a/*.md"\ntags:\n  - id: claim\n  - id: claim/bare\n',
    'entities.gloss.yaml': REGISTRY,
  };
  files.forEach(({ posts, annotations }, n) => {
    posts.forEach(({ date, source, author, body: text }, i) => {
      const fields = { title: `"Post ${n} ${i}"`, date: date && isoOf(date), source, author };
      const header = Object.entries(fields).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}\n`]));
      all[`a/${n}-${i}.md`] = `---\n${header.join('')}---\n\n${text}\n`;
      const own = annotations.filter((one) => one.post % posts.length === i);
      if (own.length > 0) all[`a/${n}-${i}.md.gloss.yaml`] = sidecarOf(own);
    });
  });
  return all;
});

function isoOf(date: string): string {
  return new Date(`${date} UTC`).toISOString().slice(0, 10);
}

function sidecarOf(
  annotations: readonly {
    quote: string;
    tags: string[];
    entity: string | null;
    note: string | null;
    by: string | null;
    copy: string | null;
  }[],
): string {
  const records = annotations.map(({ quote, tags, entity, note, by, copy }, i) => {
    const fields = {
      quote,
      copy: copy && `"${copy}"`,
      tags: tags.length > 0 ? `[${tags.join(', ')}]` : null,
      entity,
      note,
      by,
    };
    const lines = Object.entries(fields).flatMap(([key, value]) => (value === null ? [] : [`    ${key}: ${value}\n`]));
    return `  - id: annot${i}00\n${lines.join('')}`;
  });
  return `postgloss: 1\nannotations:\n${records.join('')}`;
}

export async function opened(
  files: Readonly<Record<string, string>>,
): Promise<{ archive: OpenArchive; host: MemoryHost }> {
  const host = new MemoryHost(files);
  const archive = new OpenArchive(host);
  await archive.open();
  return { archive, host };
}

const term = fc.constantFrom(
  ...[
    'harbour',
    'gate',
    'gate*',
    '"sea wall"',
    '"the gate"',
    '/gates?/',
    '/^It/',
    'gate NEAR/1 sea',
    'sea NEAR entity:norvik',
  ],
  ...[
    'gate NEAR/2 gate',
    'tag:claim NEAR/0 wall',
    'type:person NEAR/3 the',
    'type:person',
    'entity:norvik',
    'entity:"mara lind"',
  ],
  ...[
    'entity:vey',
    'entity:vey?',
    'entity:*',
    'with:mara',
    'tag:claim',
    'tag:claim!',
    'tag:claim/bare,rumour',
    'tag:*',
  ],
  ...[
    'date:2016',
    'date:>2016-05',
    'date:2016-05..2017',
    'date:none',
    'after:2016-06',
    'before:2017',
    'source:"coastal review"',
  ],
  ...[
    'source:*lan*',
    'author:"mara lind"',
    'author:*',
    'title:"post 0*"',
    'title:post*',
    'post:*post-1-0',
    'file:a/0*',
    'note:sea',
    'note:*',
  ],
  ...[
    'quote:gate',
    'by:ANN',
    'is:annotated',
    'is:untagged',
    'is:orphan',
    'is:doubtful',
    'is:ambiguous',
    'is:undated',
    'has:note',
  ],
  ...['has:tag', 'has:entity', 'has:author', 'no:note', 'no:entity', 'no:source,tag'],
);
const { expression } = fc.letrec<{ expression: string; part: string }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small' },
    { weight: 4, arbitrary: term },
    term.map((one) => `-${one}`),
    tie('expression').map((one) => `(${one})`),
    tie('expression').map((one) => `-(${one})`),
  ),
  expression: fc
    .array(fc.tuple(fc.constantFrom(' ', ' ', ' OR '), tie('part')), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.map(([sign, part], i) => (i === 0 ? '' : sign) + part).join('')),
}));

/** Queries that such archives often answer. */
export const queries = fc
  .tuple(
    fc.option(expression, { freq: 9 }),
    fc.constantFrom('', ' show:passages', ' show:mentions', ' show:entities'),
    fc.constantFrom('', ' in:post', ' in:paragraph', ' in:sentence', ' in:passage'),
  )
  .map(([asked, show, scope]) => `${asked ?? ''}${show}${scope}`);
