import * as agreement from '../../../src/core/agreement';
import * as archives from '../../../src/core/archive';
import * as bulk from '../../../src/core/bulk';
import * as changes from '../../../src/core/changes';
import * as check from '../../../src/core/check';
import * as conflicts from '../../../src/core/conflicts';
import * as decide from '../../../src/core/decide';
import * as entities from '../../../src/core/entities';
import * as entityPage from '../../../src/core/entity-page';
import * as exchange from '../../../src/core/exchange';
import * as identities from '../../../src/core/identities';
import * as lists from '../../../src/core/lists';
import * as tables from '../../../src/core/registry-import';
import * as queries from '../../../src/core/query';
import * as review from '../../../src/core/review';
import * as searches from '../../../src/core/search';
import * as suggest from '../../../src/core/suggest';
import { MemoryHost } from '../memory-host';
import { growth, type GrowthCase } from './case';
import { capital, word } from './shapes';

// Archives that hold one kind of thing many times, and all that can be asked of an archive or its text.

type Files = Readonly<Record<string, string>>;

const times = (n: number, each: (i: number) => string) => Array.from({ length: n }, (_, i) => each(i)).join('');
const id = (i: number) => (i + 36 ** 7).toString(36);
const record = (i: number, fields: string) => `  - id: ${id(i)}\n${fields}`;
const sidecar = (n: number, fields: (i: number) => string) =>
  `postgloss: 1\nannotations:\n${times(n, (i) => record(i, fields(i)))}`;
const registry = (n: number, fields: (i: number) => string) =>
  `postgloss: 1\nentities:\n${times(n, (i) => `  - id: e${i}\n${fields(i)}`)}`;
const post = (i: number, body: string, title = `The ${word(i)} is closed`) =>
  `${title}\n\nMay 4, 2016\n\n${title}, Coastal Review ${i % 9}, Jo Berg ${i % 9}, May 4, 2016\n\n${body}\n\n`;

const TEXT = 'archives/a.txt';
const SIDECAR = `${TEXT}.gloss.yaml`;
const FILES: Files = {
  'postgloss.yaml': 'postgloss: 1\narchives:\n  - files: "archives/**/*.txt"\ntags:\n  - id: claim\n',
  'entities.gloss.yaml': 'postgloss: 1\nentities:\n  - id: e0\n    name: Mara Lind\n    type: person\n',
  [TEXT]: post(0, 'Mara Lind said a word and ab was here.'),
};

/** Archives by the thing that they hold n times. */
const ARCHIVES: Readonly<Record<string, (n: number) => Files>> = {
  'posts with an annotation each': (n) => ({
    [TEXT]: times(n, (i) => post(i, `Mara Lind said ${word(i)} of it.`)),
    [SIDECAR]: sidecar(n, (i) => `    quote: Mara Lind said ${word(i)}\n    tags: [claim]\n    by: jo\n`),
  }),
  'equal posts': (n) => ({ [TEXT]: times(n, () => post(1, 'Mara Lind said ab.')) }),
  files: (n) =>
    Object.fromEntries(
      Array.from({ length: n >> 2 }, (_, i): [string, string][] => [
        [`archives/${i}.txt`, post(i, `Mara Lind said ${word(i)}.`)],
        [`archives/${i}.txt.gloss.yaml`, sidecar(1, () => `    quote: ${word(i)}\n    tags: [claim]\n`)],
      ]).flat(),
    ),
  'files that are gone': (n) =>
    Object.fromEntries(
      Array.from({ length: n >> 2 }, (_, i) => [
        `archives/b${i}.txt.gloss.yaml`,
        sidecar(1, () => `    quote: Mara Lind\n    tags: [claim]\n`),
      ]),
    ),
  globs: (n) => ({
    'postgloss.yaml': `postgloss: 1\narchives:\n  - files: 'archives/**/*.txt'\n${times(n, (i) => `  - files: 'b${i}*c/**/*.txt'\n`)}`,
    ...Object.fromEntries(Array.from({ length: n >> 2 }, (_, i) => [`archives/${i}.txt`, 'A text.\n'])),
  }),
  'entities of one name': (n) => ({
    'entities.gloss.yaml': registry(n, () => '    name: Mara Lind\n    type: person\n'),
    [TEXT]: times(n, (i) => post(i, 'Mara Lind said ab.')),
  }),
  'entities that share an alias': (n) => ({
    'entities.gloss.yaml': registry(
      n,
      (i) => `    name: ${capital(word(i))} Lind\n    type: person\n    aliases: [Lind, Mara Lind]\n`,
    ),
    [TEXT]: times(n, (i) => post(i, `Lind said ab. ${capital(word(i))} Lind came.`)),
  }),
  'entities of one folded name': (n) => ({
    'entities.gloss.yaml': registry(n, () => '    name: Mara Lind\n    match: folded\n    type: person\n'),
    [TEXT]: post(
      1,
      times(n, () => 'MARA LIND said ab. '),
    ),
  }),
  'an entity with many aliases': (n) => ({
    'entities.gloss.yaml': `postgloss: 1\nentities:\n  - id: e0\n    name: Mara Lind\n    aliases:\n${times(n, (i) => `      - Al ${word(i)}\n`)}`,
    [TEXT]: post(
      1,
      times(n, (i) => `Al ${word(i)} said ab. `),
    ),
  }),
  'mentions in one line': (n) => ({
    [TEXT]: post(
      1,
      times(n, () => 'Mara Lind '),
    ),
  }),
  'annotations of one passage': (n) => ({
    [SIDECAR]: sidecar(n, () => '    quote: Mara Lind said\n    tags: [claim]\n'),
  }),
  'annotations of one mention': (n) => ({
    'entities.gloss.yaml': registry(n, () => '    name: Mara Lind\n    type: person\n'),
    [SIDECAR]: sidecar(
      n,
      (i) => `    quote: Mara Lind\n    ${i % 2 ? 'not' : 'entity'}: e${i}\n    scope: post\n    by: p${i}\n`,
    ),
  }),
  'annotations of equal phrases': (n) => ({
    [TEXT]: 'ab '.repeat(n * 20),
    [SIDECAR]: sidecar(n, () => '    quote: ab\n    before: "ab "\n    after: " ab"\n    tags: [claim]\n'),
  }),
  'annotations of equal paragraphs': (n) => ({
    [TEXT]: times(n, () => 'the same long phrase here and there, as ever it was.\n\n'),
    [SIDECAR]: sidecar(n, (i) => `    quote: the same long phrase\n    copy: ${i} of ${n}\n    tags: [claim]\n`),
  }),
  'annotations of near-equal paragraphs': (n) => ({
    [TEXT]: times(n, (i) => `Item ${i % 7}: the clerk noted the arrival of ship ${i % 5} here\n\n`),
    [SIDECAR]: sidecar(
      n,
      () =>
        '    quote: the clerk noted the arrival of ship\n    before: "gone before "\n    after: " gone after"\n    tags: [claim]\n',
    ),
  }),
  'lost annotations': (n) => ({
    [TEXT]: post(
      1,
      times(n * 10, (i) => `${word(i)} `),
    ),
    [SIDECAR]: sidecar(
      n,
      (i) => `    quote: zz${word(i)} qq${word(i + 1)} ww${word(i + 2)} and nothing like it\n    tags: [claim]\n`,
    ),
  }),
  'annotations with a letter wrong': (n) => ({
    [TEXT]: times(n, (i) => `${word(i)} ${word(i + 1)} ${word(i + 2)} is a phrase that stands here\n\n`),
    [SIDECAR]: sidecar(
      n,
      (i) =>
        `    quote: ${word(i)} ${word(i + 1)}x ${word(i + 2)} is a phrase\n    before: gone\n    after: gone\n    tags: [claim]\n`,
    ),
  }),
  'annotations of one lost quote': (n) => ({
    [TEXT]: post(
      1,
      times(n * 10, (i) => `${word(i)} `),
    ),
    [SIDECAR]: sidecar(n, () => '    quote: this stands nowhere in the text at all\n    tags: [claim]\n'),
  }),
  'annotations of posts that are gone': (n) => ({
    [TEXT]: times(n, (i) => post(i, `Mara Lind said ${word(i)} of it.`)),
    [SIDECAR]: sidecar(n, (i) => `    post: 2016-05-04/gone-${i}\n    quote: said ${word(i)} of\n    tags: [claim]\n`),
  }),
  'annotations of one id': (n) => ({
    [SIDECAR]: `postgloss: 1\nannotations:\n${times(n, (i) => `  - id: aaaaaaaa\n    quote: Mara Lind\n    note: n${i}\n`)}`,
  }),
  'annotations with other tags each': (n) => ({
    [SIDECAR]: sidecar(
      n,
      (i) => `    quote: Mara\n    tags: [t${i}/a/b, t${i}, u]\n    entity: x${i}\n    by: p${i}\n`,
    ),
  }),
  'an annotation with many tags': (n) => ({
    [SIDECAR]: sidecar(1, () => `    quote: Mara\n    tags: [${times(n, (i) => `t${i}, `)}z]\n`),
  }),
  'annotations with wrong fields': (n) => ({
    [SIDECAR]: sidecar(
      n,
      () => '    quote: Mara\n    tags: [claim, nope]\n    entity: nobody\n    copy: x\n    on: [a]\n',
    ),
  }),
  conflicts: (n) => ({
    [SIDECAR]: `postgloss: 1\nannotations:\n${times(n, (i) => `  - id: ${id(i)}\n    quote: Mara\n<<<<<<< ours\n    note: a\n=======\n    note: b\n>>>>>>> theirs\n`)}`,
  }),
  'equal conflicts without ids': (n) => ({
    [SIDECAR]: `postgloss: 1\nannotations:\n${times(n, () => `  - quote: Mara\n<<<<<<< ours\n    note: a\n=======\n    note: b\n>>>>>>> theirs\n`)}`,
  }),
  'tags in the codebook': (n) => ({
    'postgloss.yaml': `${FILES['postgloss.yaml'] ?? ''}${times(n, (i) => `  - id: claim/t${i}\n`)}`,
    [SIDECAR]: sidecar(n, (i) => `    quote: Mara\n    tags: [claim/t${i}]\n`),
  }),
};

interface Opened {
  readonly archive: archives.OpenArchive;
  readonly host: MemoryHost;
  readonly text: archives.ArchiveText;
  /** The end of its text. */
  readonly end: number;
}

/** Opened once for each size, and then asked everything: what an answer keeps for the next one counts where it is made first. */
async function open(files: Files): Promise<Opened> {
  const host = new MemoryHost({ ...FILES, ...files });
  const archive = new archives.OpenArchive(host);
  await archive.open();
  const text = archive.text(TEXT) ?? archive.texts[0];
  if (!text) throw new Error('The archive lacks its text.');
  return { archive, host, text, end: text.text.length };
}

const signature = { by: 'jo', on: '2026-11-22' };
const everywhere = { kind: 'archive' } as const;
const ab = { kind: 'text', query: { text: 'Mara', wholeWord: true, matchCase: true } } as const;
const mara = { kind: 'entity', entity: 'e0' } as const;
const rename = { kind: 'rename', entity: 'e0', name: 'Mara Lund', id: 'mara-lund', keepName: true } as const;
const renameTag = { kind: 'rename', tag: 'claim', to: 'assertion' } as const;

function measure({ archive }: Opened) {
  const markings = archive.texts.flatMap((text) => agreement.markingsOf(text, text.path, agreement.authorsOf));
  const annotators = [...new Set(markings.map(({ annotator }) => annotator))].slice(0, 3);
  const posts = archive.texts.flatMap((text) => text.posts.map(({ id: one }) => ({ file: text.path, post: one })));
  return agreement.POST_RULES.map((rule) => {
    const measured = agreement.measureAgreement({ annotators, posts, markings, rule, typeOf: () => 'person' });
    return agreement.agreementText(measured, { placeOf: ({ file }) => file, unsigned: 0, inherited: 0, asked: '' });
  });
}

/** All that is asked of an archive, in this order. */
const ASKED: Readonly<Record<string, (opened: Opened) => unknown>> = {
  'archive.ArchiveText': ({ archive }) => archive.texts.map((text) => [text.annotations, text.mentions]),
  'archive.lookBack': ({ text, host }) =>
    archives.lookBack(
      text,
      Object.assign(host, {
        earlier: async function* () {
          const bytes = new TextEncoder().encode(`${text.text.replaceAll('said', 'had said')} And then.`);
          yield await Promise.resolve({ bytes });
        },
      }),
    ),
  'agreement.measureAgreement': measure,
  'agreement.markingsOf': ({ text }) => agreement.markingsOf(text, TEXT, agreement.authorsOf),
  'bulk.knownTags': ({ archive }) => bulk.knownTags(archive),
  'bulk.findOccurrences': ({ archive }) => [
    bulk.findOccurrences(archive, ab, everywhere).map(bulk.isTagged),
    bulk.findOccurrences(archive, mara, everywhere),
    bulk.findOccurrences(archive, mara, { kind: 'selection', path: TEXT, spans: [{ start: 0, end: 50 }] }),
  ],
  'bulk.tagOccurrences': ({ archive }) =>
    bulk.tagOccurrences(archive, bulk.findOccurrences(archive, ab, everywhere), ['claim'], signature),
  'bulk.annotationsOfOccurrences': ({ archive }) => bulk.annotationsOfOccurrences(archive, ab, everywhere),
  'bulk.annotationsWithTag': ({ archive }) => bulk.annotationsWithTag(archive, 'claim', everywhere),
  'bulk.removeFromAnnotations': ({ archive }) =>
    bulk.removeFromAnnotations(archive, bulk.annotationsWithTag(archive, 'claim', everywhere), 'claim'),
  'bulk.changeTagFields': ({ archive }) => bulk.changeTagFields(archive, 'claim', { description: 'A word.' }),
  'bulk.previewTagChange': ({ archive }) => bulk.previewTagChange(archive, renameTag),
  'bulk.refuseTagChange': ({ archive }) => bulk.refuseTagChange(archive, renameTag),
  'bulk.tagChangeParts': ({ archive }) => bulk.tagChangeParts(archive, renameTag),
  'check.checkArchive': ({ archive }) => check.checkArchive(archive),
  'check.checkText': ({ archive, text }) => check.checkText(archive, text),
  'registry-import.decideImport': ({ archive }) => {
    const entry = {
      line: 1,
      id: null,
      key: null,
      name: 'Mara Lind',
      type: null,
      aliases: [],
      description: null,
      links: new Map(),
    };
    const previewed = tables.previewImport(archive.registryText, [entry], 'person');
    return previewed.ok ? tables.decideImport(archive, previewed.preview) : previewed;
  },
  'conflicts.conflictOf': ({ text }) =>
    text.annotations.map(({ annotation }) => conflicts.conflictOf(text.sidecar, annotation)),
  'conflicts.decideConflicts': ({ text }) => {
    const file = conflicts.readConflicts(text.sidecarText ?? '', SIDECAR, null);
    return conflicts.decideConflicts(file, new Map(file.conflicts.map(({ key }) => [key, 'ours'])));
  },
  'review.placeOfConflict': ({ text }) =>
    conflicts
      .readConflicts(text.sidecarText ?? '', SIDECAR, null)
      .conflicts.map((conflict) => review.placeOfConflict(text, conflict)),
  'changes.changesByPost': ({ text }) => {
    const files = changes.compareGloss([
      { path: SIDECAR, oldPath: null, before: null, after: text.sidecarText ?? '' },
      { path: 'b.txt.gloss.yaml', oldPath: null, before: text.sidecarText ?? '', after: null },
    ]);
    return [
      files.map(changes.changesByPost),
      changes.summarizeChanges(files),
      files.map(({ records }) => records.map((one) => changes.describeFields(one, 'sidecar'))),
      files.map((one) => changes.changeOf(one, new Set(['none']))),
    ];
  },
  'changes.createComparer': ({ text }) =>
    changes.createComparer()([{ path: SIDECAR, oldPath: null, before: null, after: text.sidecarText ?? '' }]),
  'decide.annotate': ({ text, end }) => [
    decide.annotate(text, [{ start: 0, end: 5 }], { tags: ['claim'] }, signature),
    decide.annotate(
      text,
      Array.from({ length: Math.floor(end / 30) }, (_, i) => ({ start: i * 30, end: i * 30 + 16 })).filter(
        ({ start, end: stop }) => text.postAt(start) === text.postAt(stop),
      ),
      { tags: ['claim'] },
      signature,
    ),
  ],
  'decide.changeStatement': ({ text }) =>
    text.sidecar.annotations.slice(0, 1).map((one) => decide.changeStatement(text, one, { note: 'A note.' })),
  'decide.removeAnnotations': ({ text }) => decide.removeAnnotations(text, text.sidecar.annotations),
  'decide.createAlias': ({ archive }) =>
    archive.registry.entities.slice(0, 1).map((one) => decide.createAlias(archive, one, 'Somebody')),
  'decide.createEntity': ({ archive }) =>
    decide.createEntity(archive, { id: 'somebody', name: 'Somebody', type: 'person' }),
  'decide.createTag': ({ archive }) => decide.createTag(archive, 'new-tag'),
  'decide.findArchives': async ({ host }) => {
    const found = await decide.findArchives(host);
    return [decide.setUpArchive(found, true), decide.offersOf(found)];
  },
  'decide.takeBack': ({ text }) =>
    decide.takeBack([{ path: SIDECAR, before: null, after: text.sidecarText ?? '' }], () => text.sidecarText),
  'entities.entityAtRecord': ({ archive: { registry: read } }) =>
    read.entities.map(({ record: { start } }) => entities.entityAtRecord(read, start)),
  'entity-page.entityPage': ({ archive }) => entityPage.entityPage(archive, 'e0'),
  'identities.changeIdentity': ({ archive }) => identities.changeIdentity(archive, rename),
  'identities.identityParts': ({ archive }) => [
    identities.identityParts(archive, rename),
    identities.identityParts(archive, {
      kind: 'merge',
      entities: archive.registry.entities.slice(1).map((one) => one.id),
      into: 'e0',
    }),
    identities.identityParts(archive, {
      kind: 'retype',
      entities: archive.registry.entities.map((one) => one.id),
      type: 'place',
    }),
  ],
  'exchange.exportArchive': ({ archive }) => exchange.FORMATS.map((one) => exchange.exportArchive(archive, one)),
  'exchange.planAnnotations': ({ archive }) => {
    const format = exchange.FORMATS.find(({ name }) => name === 'csv');
    const written = format ? exchange.exportArchive(archive, format).files.get('') : null;
    const read = format?.read?.(new Map([['', new TextEncoder().encode(written ?? '')]]));
    return read?.ok === true ? exchange.planAnnotations(archive, read.reading) : read;
  },
  'exchange.packZip': ({ text }) => exchange.packZip(new Map([['a.txt', text.text]])),
  'identities.previewIdentityChange': ({ archive }) => [
    identities.previewIdentityChange(archive, rename),
    identities.previewIdentityChange(archive, {
      kind: 'merge',
      entities: archive.registry.entities.slice(1).map((one) => one.id),
      into: 'e0',
    }),
  ],
  'identities.refuseIdentityChange': ({ archive }) => identities.refuseIdentityChange(archive, rename),
  'identities.countSpellings': ({ archive }) => identities.countSpellings(archive, 'e0'),
  'identities.linkedAnnotations': ({ archive }) => identities.linkedAnnotations(archive, 'e0'),
  'identities.spellingsByPost': ({ archive }) => identities.spellingsByPost(archive, 'e0', ['Mara Lind', 'Lind']),
  'lists.annotationsByTag': ({ archive }) => lists.annotationsByTag(archive),
  'lists.annotationsOfPost': ({ text }) => text.posts.map((one) => lists.annotationsOfPost(text, one)),
  'lists.listAnnotations': ({ text }) => lists.listAnnotations(text),
  'lists.ownerOf': ({ text }) => text.annotations.map((one) => lists.ownerOf(text, one)),
  'lists.cite': ({ text }) => lists.cite(text, { start: 3, end: 9 }),
  'lists.listEntities': ({ archive }) => lists.listEntities(archive),
  'lists.postsMentioning': ({ archive }) => lists.postsMentioning(archive, 'e0'),
  'lists.countMentions': ({ archive }) => lists.countMentions(archive),
  'lists.entityStatistics': ({ archive, text }) => lists.entityStatistics(archive, 'e0', text, text.posts[0] ?? null),
  'lists.mentionAt': ({ text, end }) => [lists.mentionAt(text, 0), lists.mentionAt(text, end >> 1)],
  'lists.mentionsIn': ({ text }) => lists.mentionsIn(text, 'e0'),
  'lists.mentionsOf': ({ archive }) => lists.mentionsOf(archive, 'e0'),
  'lists.neighbour': ({ text, end }) => lists.neighbour(text, end >> 1, 1, 'e0'),
  'lists.possibleSources': ({ archive }) =>
    archive.surroundings.strays.slice(0, 5).map((one) => lists.possibleSources(archive, one)),
  'lists.filterPosts': ({ archive }) => {
    const entries = lists.listPosts(archive);
    return lists.FILTER_KINDS.map((kind) => {
      const values = lists.filterValues([{ archive, entries }], kind);
      return values.slice(0, 3).map((value) => lists.filterPosts(archive, entries, { [kind]: value }));
    });
  },
  'lists.listPosts': ({ archive }) => lists.listPosts(archive),
  'lists.groupPosts': ({ archive }) => {
    const entries = lists.listPosts(archive);
    return lists.POST_ORDERS.map((order) => [
      lists.groupPosts(entries, order),
      lists.sortPosts(entries, order),
      entries.map((entry) => [lists.postLabel(entry), lists.headerTexts(entry)]),
    ]);
  },
  'review.candidatesOf': ({ text }) =>
    text.annotations
      .slice(0, 20)
      .map((one) => [review.candidatesOf(text, one).map(review.sameWords), review.candidateSpans(one)]),
  'review.acceptAllPlaces': ({ text }) => review.acceptAllPlaces(text),
  'review.acceptPlace': ({ text }) =>
    text.sidecar.annotations
      .slice(0, 1)
      .map((one) => [
        review.acceptPlace(text, one, { start: 0, end: 5 }),
        review.attach(text, one, { start: 0, end: 5 }),
        review.keepAsOrphan(text, one),
        review.renewId(text, one),
      ]),
  'review.LostPlaces': ({ text }) => {
    const places = new review.LostPlaces();
    return [places.look(text), places.look(text)];
  },
  'review.reviewQueue': ({ archive }) => review.reviewQueue(archive).map(review.countReview),
  'review.reviewText': ({ text }) => review.reviewText(text),
  'search.search': ({ archive }) =>
    QUERIES.map((text) => {
      const parsed = queries.parseQuery(text);
      if (!parsed.ok) throw new Error(parsed.message);
      const results = searches.search(archive, parsed.query);
      return [results, searches.concordance(archive, parsed.query, results)];
    }),
  'suggest.acceptNames': ({ archive }) =>
    suggest.acceptNames(
      archive,
      Array.from({ length: 5 }, (_, i) => ({ id: `n${i}`, name: `N ${i}`, type: 'person' })),
    ),
  'suggest.acceptSpellings': ({ archive }) => suggest.acceptSpellings(archive, [{ entity: 'e0', text: 'Mera' }]),
  'suggest.meansInPost': ({ text }) => suggest.meansInPost(text, { start: 0, end: 5 }, 'e0', signature),
  'suggest.rejectNames': ({ archive }) => suggest.rejectNames(archive, ['Mera']),
  'suggest.rejectSpellings': ({ archive }) => suggest.rejectSpellings(archive, [{ entity: 'e0', text: 'Mera' }]),
  'suggest.suggestAll': async ({ archive }) => {
    const { texts, registry: known } = archive;
    const found = await suggest.inTurns(
      suggest.suggestAll(texts, known),
      () => Promise.resolve(true),
      () => 0,
      1,
    );
    if (!found) return null;
    const open = suggest.undecided(suggest.openSuggestions(found, known), texts);
    return [open, open.entities.slice(0, 9).map((one) => suggest.suggestedFor(open, one.text))];
  },
  'suggest.likelyOwners': ({ archive }) => suggest.likelyOwners(archive.registry, 'Mera Lind'),
  'archive.ArchiveText edited': ({ text }) => {
    const at = text.text.length >> 1;
    text.edit({ start: at, removed: 0, inserted: 'x' });
    return [text.annotations, text.mentions];
  },
};

const QUERIES = [
  'mara lind',
  'ab* NEAR/3 entity:e0',
  'tag:claim show:passages',
  'said in:sentence show:mentions',
  'show:entities group:entity',
];

/** Where growth is measured from, if more things are needed until a limit is reached: 200 globs, 50 paragraphs of one phrase. */
const FROM: Readonly<Record<string, number>> = { globs: 240, 'annotations of posts that are gone': 120 };

export const ARCHIVE_CASES: readonly GrowthCase[] = Object.entries(ARCHIVES).map(([shape, files]) =>
  growth(shape, FROM[shape] ?? 32, async (n) => await open(files(n)), ASKED),
);
