import * as agreement from '../../../src/core/agreement';
import { NO_LEXICON, createLexicon } from '../../../src/core/mentions';
import * as archive from '../../../src/core/archive';
import * as bulk from '../../../src/core/bulk';
import * as changes from '../../../src/core/changes';
import * as conflicts from '../../../src/core/conflicts';
import * as decide from '../../../src/core/decide';
import * as entities from '../../../src/core/entities';
import * as entityPage from '../../../src/core/entity-page';
import * as identities from '../../../src/core/identities';
import * as indexing from '../../../src/core/indexing';
import * as lists from '../../../src/core/lists';
import * as match from '../../../src/core/match';
import * as merge from '../../../src/core/merge';
import * as posts from '../../../src/core/posts';
import * as registryImport from '../../../src/core/registry-import';
import * as review from '../../../src/core/review';
import * as suggest from '../../../src/core/suggest';
import * as tables from '../../../src/core/tables';
import { guessEncoding } from '../../../src/core/text/guess-encoding';
import { readPosts } from '../../../src/core/posts/read-posts';
import { wordDifference } from '../../../src/core/text/word-difference';
import * as text from '../../../src/core/text';
import { writeInline } from '../../../src/core/yaml';
import { growth, type GrowthCase } from './case';
import { GLOSS, LINES, PLAIN, POSTS, TABLES, YAML, word, type Shapes } from './shapes';

/** A case for each shape. */
function each(
  shapes: Shapes,
  from: number,
  calls: Readonly<Record<string, (text: string) => unknown>>,
): readonly GrowthCase[] {
  return Object.entries(shapes).map(([shape, make]) => growth(shape, from, make, calls));
}

const all = (given: string) => ({ start: 0, end: given.length });
const middle = (given: string) => ({ start: given.length >> 1, end: (given.length >> 1) + 3 });

const readable = (given: string) => ({ text: given, lines: text.indexLines(given), within: all(given) });

const plain = each(PLAIN, 600, {
  'agreement.aligned': (given) => agreement.aligned([['a', given, 'b'], [given]]),
  'agreement.authorsOf': (given) => agreement.authorsOf({ by: given }),
  'tables.writeCell': (given) => tables.writeCell(given, ','),
  'bulk.isWholeWord': (given) => bulk.isWholeWord(given, middle(given)),
  'bulk.movedTag': (given) => bulk.movedTag(given, given),
  'bulk.isKindOf': (given) => bulk.isKindOf(given, given.slice(1)),
  'changes.gitLines': (given) => changes.gitLines(given)(all(given)),
  'conflicts.hasMarkers': conflicts.hasMarkers,
  'decide.trimSpan': (given) => decide.trimSpan(given, all(given)),
  'entities.isId': entities.isId,
  'entities.suggestId': (given) => entities.suggestId(given, new Set()),
  'entities.isGlossFile': entities.isGlossFile,
  'entity-page.linkTarget': (given) => [
    entityPage.linkTarget('wikidata', given),
    entityPage.linkTarget('x', `https://x/${given}`),
    entityPage.linkTarget('x', `mailto:${given}`),
  ],
  'identities.textEdits': (given) => identities.textEdits(given, `${given.slice(5)}b${given.slice(9)}`),
  'indexing.contentHash': indexing.contentHash,
  'lists.longDate': lists.longDate,
  'lists.shortDate': lists.shortDate,
  'merge.findRivals': (given) => [merge.findRivals(given), merge.findRivals(`${given} merge=union\n`)],
  'merge.withAttributes': merge.withAttributes,
  'posts.isTextFile': posts.isTextFile,
  'tables.formatOfName': tables.formatOfName,
  'review.spellDifference': (given) =>
    review.spellDifference(wordDifference(given, `${given.slice(0, given.length / 2)} x ${given.slice(5)}`)),
  'text.readingUnits': (given) => text.readingUnits(readable(given), middle(given)),
  'text.sentenceAt': (given) => text.sentenceAt(readable(given), given.length - 1),
  'text.contextOf': (given) => text.contextOf(given, middle(given)),
  'text.shortened': (given) => text.shortened(given, given.length >> 1),
  'text.leavesFolder': text.leavesFolder,
  'text.cut': (given) => text.cut(given, given.length >> 1),
  'text.whyNoText': (given) => text.whyNoText(Buffer.concat([Buffer.from(given), Buffer.of(0xff)])),
  'text.decodeAs': (given) => [
    text.decodeAs(Buffer.from(given), 'windows-1252'),
    guessEncoding(Buffer.concat([Buffer.from(given), Buffer.of(0xff)])),
  ],
  'text.whyNotAs': (given) =>
    text.whyNotAs(Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(given), Buffer.of(0, 0)])),
  'text.decodeText': (given) => text.decodeText(new TextEncoder().encode(given)),
  'text.indexLines': (given) => text.indexLines(given).lineAt(given.length),
  'text.quoted': text.quoted,
  'text.visible': text.visible,
  'text.fuzzySearch': (given) => text.fuzzySearch(given.split(/\s/u), (item) => [item])(given.slice(0, 20)),
  'text.wordSearch': (given) => text.wordSearch(given.split(/\s/u), (item) => [item])(given),
  'yaml.writeInline': writeInline,
});

const REGISTRY = `postgloss: 1
entities:
  - id: mara-lind
    name: Mara Lind
    type: person
    aliases: [M. Lind, Mara, Lind, aaaa, "...", "a, a"]
  - id: oran-kett
    name: Abc abc
    type: person
    match: folded
`;
const lexicon = createLexicon(entities.readRegistry(REGISTRY));
const matched = each(POSTS, 900, {
  'archive.ArchiveText': (given) => {
    const read = new archive.ArchiveText('a/2016-05-04.md', { format: 'auto' }, given, lexicon);
    const spans = read.posts.map(({ span }) => span);
    return [read.mentions, read.lines.lineAt(given.length), read.whole, spans];
  },
  'posts.namedPosts': (given) => {
    const { posts: found } = readPosts(given, { path: 'a.txt' });
    const named = posts.namedPosts(found);
    return found.map(({ id }) => [named.find(id), named.find(`${id}-2`), named.formerPartOf(id)]);
  },
  'match.updateMentions': (given) => {
    const { matcher } = lexicon;
    const [at, put] = [given.length >> 1, 'Mara Lind '];
    const changed = given.slice(0, at) + put + given.slice(at);
    return match.updateMentions(matcher, matcher.match(given), changed, {
      start: at,
      removed: 0,
      inserted: put.length,
    });
  },
});

/** Different enough from a text for a merge or comparison to have something to do, at many of its places. */
const changed = (given: string) => given.replace(/claim|\bv\b|person/g, 'other').replace(/\bx\b/g, 'xx');
const SIDECAR = 'a.txt.gloss.yaml';
const stages = (given: string) => ({ base: '', ours: given, theirs: changed(given), byLines: null });

const yaml = each(YAML, 1000, {
  'entities.readManifest': (given) => entities.readManifest(given),
  'merge.mergeTexts': (given) =>
    merge.mergeTexts({ base: '', ours: given, theirs: `${given}z: 1\n` }, { path: SIDECAR }),
  'conflicts.readConflicts': (given) => conflicts.readConflicts(given, SIDECAR, null),
});

const glossFiles = each(GLOSS, 700, {
  'changes.summarize': (given) => [
    changes.summarize([{ kind: 'sidecar', before: given, after: changed(given) }]),
    changes.summarize([{ kind: 'registry', before: given, after: changed(given) }]),
    changes.summarize([{ kind: 'manifest', before: given, after: changed(given) }]),
  ],
  'changes.compareGloss': (given) =>
    changes.compareGloss([
      { path: SIDECAR, oldPath: null, before: given, after: changed(given) },
      { path: 'entities.gloss.yaml', oldPath: null, before: given, after: null },
    ]),
  'changes.recordsOf': (given) => changes.recordsOf(given, SIDECAR),
  'changes.hasSameLines': (given) => changes.hasSameLines(given, changed(given), 'aaaaaaaa'),
  'conflicts.readConflicts': (given) => [
    conflicts.readConflicts(given, SIDECAR, null),
    conflicts.readConflicts(given, SIDECAR, stages(given)),
  ],
  'entities.readManifest': (given) => entities.readManifest(given),
  'entities.readRegistry': (given) => entities.readRegistry(given),
  'mentions.createLexicon': (given) => createLexicon(entities.readRegistry(given)),
  'merge.mergeTexts': (given) => [
    merge.mergeTexts({ base: '', ours: given, theirs: changed(given) }, { path: SIDECAR }),
    merge.mergeTexts({ base: given, ours: `${given}z: 1\n`, theirs: changed(given) }, { path: SIDECAR }),
    merge.mergeTexts({ base: changed(given), ours: `${given}z: 1\n`, theirs: `${given}y: 1\n` }, { path: SIDECAR }),
  ],
  'archive.ArchiveText': (given) => {
    const read = new archive.ArchiveText('a.txt', { format: 'auto' }, 'q 1 q 2 q q.\n', NO_LEXICON);
    read.setSidecar(given);
    return read.annotations;
  },
});

function readTable(given: string, format: tables.TableFormat) {
  const read = tables.readTable(given, format);
  if (!read.ok) return read;
  const meanings = registryImport.meaningsOf(read.table.columns);
  const { entries, problems } = registryImport.readEntries(read.table, meanings);
  const previewed = registryImport.previewImport(REGISTRY, entries, 'person');
  if (!previewed.ok) return previewed;
  return [
    tables.withoutHeading(read.table),
    registryImport.describeImport('a.csv', previewed.preview.plan, problems, []),
    registryImport.summarizeImport(previewed.preview.plan),
  ];
}
const importedTables = [
  ...each(TABLES, 1000, { 'tables.readTable': (given) => readTable(given, 'csv') }),
  ...each(LINES, 8000, { 'tables.readTable': (given) => readTable(given, 'jsonl') }),
];

const paths = (n: number) => Array.from({ length: n }, (_, i) => `archives/b${i}x/${i}.txt`);
const rules = (n: number, files: (i: number) => string) =>
  entities.readManifest(
    `postgloss: 1\narchives:\n${Array.from({ length: n }, (_, i) => `  - files: '${files(i)}'\n`).join('')}`,
  );
const byRule = {
  'entities.ruleFor': ({ manifest, named }: { manifest: entities.Manifest; named: readonly string[] }) =>
    named.map(entities.ruleFor(manifest)),
};
const globs = [
  growth('globs and paths', 400, (n) => ({ manifest: rules(n, (i) => `a${i}*b/**/*.txt`), named: paths(n) }), byRule),
  growth(
    'paths of rules and paths',
    400,
    (n) => ({ manifest: rules(n, (i) => `a/${i}.txt`), named: paths(n) }),
    byRule,
  ),
];

const found = (n: number) => Array.from({ length: n }, (_, i) => ({ name: word(i), more: [word(i + 1), 'Mara'] }));
const searched = [
  growth('many items', 300, found, {
    'text.fuzzySearch': (items) => text.fuzzySearch(items, ({ name, more }) => [name, ...more])('Mara'),
    'text.wordSearch': (items) => text.wordSearch(items, ({ name, more }) => [name, ...more])('Mara li'),
    'match.createMatcher': (items) =>
      match.createMatcher(items.map(({ name }, i) => ({ text: name, entity: i, fold: true }))),
    'agreement.aligned': (items) => agreement.aligned(items.map(({ name, more }) => [name, ...more])),
  }),
];

const suggested = [
  growth(
    'names that share a word',
    30,
    (n) => {
      const names = Array.from(
        { length: n },
        (_, i) => `Then Mara ${word(i).replace(/^./, (c) => c.toUpperCase())} spoke.`,
      );
      return new archive.ArchiveText('a.txt', { format: 'plain' }, names.join(' '), lexicon);
    },
    {
      'suggest.suggestEntities': (read) => suggest.suggestEntities([read], lexicon.registry),
      'suggest.suggestAliases': (read) => suggest.suggestAliases([read], lexicon.registry),
    },
  ),
];

export const TEXT_CASES: readonly GrowthCase[] = [
  ...plain,
  ...matched,
  ...yaml,
  ...glossFiles,
  ...importedTables,
  ...globs,
  ...searched,
  ...suggested,
];
