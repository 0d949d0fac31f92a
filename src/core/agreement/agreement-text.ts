import { shortened } from '../text/excerpt';
import { visible } from '../text/visible';
import type { Agreement } from './agreement';
import { aligned } from './aligned';
import type { Coefficient } from './coefficient';
import type { PostRule } from './coverage';
import type { Passage } from './passages';

/** The details that a host adds to show a comparison. */
export interface ShownAgreement {
  /** The place of a passage, as people read it. */
  placeOf(passage: Passage): string;
  /** The number of annotations without a name. */
  readonly unsigned: number;
  /** The number of annotations from before the branches forked. */
  readonly inherited: number;
  /** A sentence on how to choose another rule of which posts count; empty if there is none. */
  readonly asked: string;
}

/** The comparison as tables of plain text, followed by the passages on which annotators differ. */
export function agreementText(agreement: Agreement, compared: ShownAgreement): string {
  const parts = [
    `${RULES[agreement.rule]}${compared.asked}\n`,
    aligned([
      ['annotator', 'annotations', 'posts judged'],
      ...agreement.annotators.map(({ name, annotations, posts }) => [name, `${annotations}`, `${posts}`]),
    ]),
    tags(agreement),
    entities(agreement),
    passages(agreement, compared),
    ...leftOut(agreement, compared),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

const RULES: Readonly<Record<PostRule, string>> = {
  both: 'For two annotators those posts count in which both marked anything.',
  any: 'All are taken to have judged each post in which any of them marked anything.',
  all: 'All are taken to have judged every post.',
};

function tags({ tags: rows }: Agreement): string {
  if (rows.length === 0) return '';
  const lines = rows.flatMap(({ tag, pairs, alpha }) => [
    ...pairs.map(({ first, second, kappa, both, onlyFirst, onlySecond, neither }) => [
      ...[tag, `${first} / ${second}`, `${kappa.units}`, `${both}`, `${onlyFirst} / ${onlySecond}`, `${neither}`],
      ...[percent(kappa.observed), `kappa ${coefficient(kappa, 'post')}`],
    ]),
    [tag, 'all', `${alpha.units}`, '', '', '', '', `alpha ${coefficient(alpha, 'post')}`],
  ]);
  const head = ['tag', 'annotators', 'posts', 'both', 'only one', 'none', 'agreement', 'coefficient'];
  return `Tags: is the tag used in the post, by either or a kind of it?\n${aligned([head, ...lines])}`;
}

function entities({ entities: rows }: Agreement): string {
  if (rows.length === 0) return '';
  const lines = rows.flatMap(({ type, pairs, alpha }) => [
    ...pairs.map(({ first, second, kappa, onlyFirst, onlySecond, f1 }) => [
      ...[type, `${first} / ${second}`, `${kappa.units}`, `${onlyFirst} / ${onlySecond}`, number(f1)],
      ...[percent(kappa.observed), `kappa ${coefficient(kappa, 'passage')}`],
    ]),
    [type, 'all', `${alpha.units}`, '', '', '', `alpha ${coefficient(alpha, 'passage')}`],
  ]);
  const head = ['type', 'annotators', 'passages of both', 'only one', 'F1', 'agreement', 'coefficient'];
  return `Entities: is it the same decision, where both decided about a passage?\n${aligned([head, ...lines])}`;
}

function passages({ passages: pairs }: Agreement, compared: ShownAgreement): string {
  return pairs
    .map(({ first, second, matched, onlyFirst, onlySecond, f1 }) => {
      const said = (who: string, { tags: ids, decisions }: Passage) =>
        `${who}: ${[...ids, ...decisions].join(', ') || 'a note'}`;
      const differ = matched.filter(({ sameTags, sameDecisions }) => !sameTags || !sameDecisions);
      const title =
        `Passages of ${visible(first)} and ${visible(second)}: ${matched.length} marked by both, ` +
        `${differ.length} of them otherwise; F1 ${number(f1)}, not corrected for chance\n`;
      const rows = [
        ...differ.map((match) => ({
          passage: match.first,
          cells: ['differ', `${said(first, match.first)} | ${said(second, match.second)}`],
        })),
        ...onlyFirst.map((passage) => ({ passage, cells: [`only ${first}`, said(first, passage)] })),
        ...onlySecond.map((passage) => ({ passage, cells: [`only ${second}`, said(second, passage)] })),
      ].sort((a, b) =>
        a.passage.file < b.passage.file
          ? -1
          : a.passage.file > b.passage.file
            ? 1
            : a.passage.span.start - b.passage.span.start,
      );
      const cells = rows.map(({ passage, cells: about }) => [
        compared.placeOf(passage),
        ...about,
        `“${shortened(passage.quote, 60)}”`,
      ]);
      return title + aligned(cells);
    })
    .join('\n');
}

function leftOut({ unplaced, outside }: Agreement, { unsigned, inherited }: ShownAgreement): string[] {
  const counts = [
    [unsigned, 'without a name in “by”', 'counts for nobody', 'count for nobody'],
    [inherited, 'from before the branches parted', 'is not compared', 'are not compared'],
    [outside, 'outside of every post', 'is not compared', 'are not compared'],
    [unplaced, 'without a sure place', 'counts for its post only', 'count for their posts only'],
  ] as const;
  const lines = counts.flatMap(([count, what, one, several]) =>
    count === 0 ? [] : [count === 1 ? `1 annotation ${what} ${one}.\n` : `${count} annotations ${what} ${several}.\n`],
  );
  return lines.length === 0 ? [] : [lines.join('')];
}

function coefficient({ value, why }: Coefficient, unit: string): string {
  if (value !== null) return number(value);
  return why === 'no-units' ? `undefined: no ${unit} to compare` : 'undefined: no variation';
}

function number(value: number | null): string {
  return value === null ? '–' : value.toFixed(2);
}

function percent(value: number | null): string {
  return value === null ? '–' : `${Math.round(100 * value)} %`;
}
