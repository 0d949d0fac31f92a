import { ARCHIVE, HARBOUR, spanOf, type Case } from '../support/case';

const file = 'archives/harbour.txt';
const sidecar = `${file}.gloss.yaml`;
const POST = '2016-05-04/the-harbour-is-closed';

const SIDECAR = `postgloss: 1
annotations:
  - quote: Norvik wakes late
    tags: [claim, "\\e[2J"]
    by: ann
  - quote: Norvik wakes late.
    tags: [claim]
    by: jo
  - quote: Mara Lind saw
    entity: norvik
    by: ann; jo
  - quote: Nobody
    tags: [claim]
`;

const files = { ...ARCHIVE, [sidecar]: SIDECAR };
const undefinedKappa = { units: 1, observed: 1, expected: 1, kappa: null, why: 'no-variation' };
const passage = { file, line: 9, post: POST };
const norvik = {
  ...passage,
  ...spanOf(HARBOUR, 'Mara Lind saw'),
  quote: 'Mara Lind saw',
  ids: [null],
  tags: [],
  entities: ['norvik'],
};

const wakes = (end: string) => spanOf(HARBOUR, `Norvik wakes late${end}`);

export const AGREEMENT: readonly Case[] = [
  {
    name: 'compares authors in tables, and lists where they differ',
    files,
    argv: ['agreement'],
    stdout: [
      'For two annotators those posts count in which both marked anything. (--posts both)',
      '',
      'annotator  annotations  posts judged',
      'ann        2            1',
      'jo         2            1',
      '',
      'Tags: is the tag used in the post, by either or a kind of it?',
      'tag          annotators  posts  both  only one  none  agreement  coefficient',
      '<U+001B>[2J  ann / jo    1      0     1 / 0     0     0 %        kappa 0.00',
      '<U+001B>[2J  all         1                                       alpha 0.00',
      'claim        ann / jo    1      1     0 / 0     0     100 %      kappa undefined: no variation',
      'claim        all         1                                       alpha undefined: no variation',
      '',
      'Entities: is it the same decision, where both decided about a passage?',
      'type   annotators  passages of both  only one  F1    agreement  coefficient',
      'place  ann / jo    1                 0 / 0     1.00  100 %      kappa undefined: no variation',
      'place  all         1                                            alpha undefined: no variation',
      '',
      'Passages of ann and jo: 2 marked by both, 1 of them otherwise; F1 1.00, not corrected for chance',
      `${file}:9:1  differ  ann: <U+001B>[2J, claim | jo: claim  “Norvik wakes late”`,
      '',
      '1 annotation without a name in “by” counts for nobody.',
      '',
    ].join('\n'),
  },
  {
    name: 'compares authors as one JSON document',
    files: { ...files, [sidecar]: SIDECAR.replace(', "\\e[2J"', '') },
    argv: ['agreement', file, '--posts', 'all', '--json', '--by', 'author'],
    json: {
      ...{ unit: 'post', posts: 'all' },
      annotators: [
        { name: 'ann', annotations: 2, posts: 1 },
        { name: 'jo', annotations: 2, posts: 1 },
      ],
      leftOut: { unsigned: 1, inherited: 0, outsideOfPosts: 0, withoutPlace: 0 },
      tags: [
        {
          ...{ tag: 'claim', posts: { ann: 1, jo: 1 } },
          pairs: [{ first: 'ann', second: 'jo', both: 1, onlyFirst: 0, onlySecond: 0, neither: 0, ...undefinedKappa }],
          alpha: { units: 1, alpha: null, why: 'no-variation' },
          disagreements: [],
        },
      ],
      entities: [
        {
          ...{ type: 'place', passages: { ann: 1, jo: 1 } },
          pairs: [{ first: 'ann', second: 'jo', onlyFirst: 0, onlySecond: 0, f1: 1, ...undefinedKappa }],
          alpha: { units: 1, alpha: null, why: 'no-variation' },
        },
      ],
      passages: [
        {
          ...{ first: 'ann', second: 'jo', f1: 1, onlyFirst: [], onlySecond: [] },
          matched: [
            {
              first: {
                ...{ annotator: 'ann', ...passage, ...wakes(''), quote: 'Norvik wakes late', ids: [null] },
                ...{ tags: ['claim'], entities: [] },
              },
              second: {
                ...{ annotator: 'jo', ...passage, ...wakes('.'), quote: 'Norvik wakes late.', ids: [null] },
                ...{ tags: ['claim'], entities: [] },
              },
              sameTags: true,
              sameDecisions: true,
            },
            {
              first: { annotator: 'ann', ...norvik },
              second: { annotator: 'jo', ...norvik },
              sameTags: true,
              sameDecisions: true,
            },
          ],
        },
      ],
    },
  },
  {
    name: 'wants two annotators',
    files: { ...ARCHIVE, [sidecar]: SIDECAR.replaceAll('jo', 'ann') },
    argv: ['agreement'],
    code: 2,
    stderr: 'postgloss: Agreement takes two annotators; here all are by “ann”.\n',
  },
  { name: 'wants names', files: ARCHIVE, argv: ['agreement'], code: 2, stderr: /no annotation says a name in “by”/ },
  { name: 'knows three rules', files, argv: ['agreement', '--posts', 'none'], code: 2, stderr: /“none” is no rule/ },
  { name: 'compares by author', files, argv: ['agreement', '--by', 'day'], code: 2, stderr: /“day” is nothing/ },
  {
    name: 'compares either authors or branches',
    files,
    argv: ['agreement', '--by', 'author', '--branches', 'a,b'],
    code: 2,
    stderr: /either --by author or --branches/,
  },
];
