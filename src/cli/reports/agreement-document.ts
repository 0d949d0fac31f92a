import type { Agreement, Coefficient, Passage } from '../../core/agreement';
import type { Compared } from './compared';
import { placeOf } from '../output/place';

/** The document of `postgloss agreement --json`: the whole comparison, with the places of every passage. */
export function agreementDocument(agreement: Agreement, compared: Compared) {
  const passage = (given: Passage) => passageRow(given, compared);
  return {
    unit: 'post',
    posts: agreement.rule,
    annotators: agreement.annotators,
    leftOut: {
      unsigned: compared.unsigned,
      inherited: compared.inherited,
      outsideOfPosts: agreement.outside,
      withoutPlace: agreement.unplaced,
    },
    tags: agreement.tags.map(({ tag, posts, pairs, alpha, disagreements }) => ({
      tag,
      posts,
      pairs: pairs.map(({ kappa, ...pair }) => ({ ...pair, ...kappaFields(kappa) })),
      alpha: alphaFields(alpha),
      disagreements,
    })),
    entities: agreement.entities.map(({ type, passages, pairs, alpha }) => ({
      type,
      passages,
      pairs: pairs.map(({ kappa, ...pair }) => ({ ...pair, ...kappaFields(kappa) })),
      alpha: alphaFields(alpha),
    })),
    passages: agreement.passages.map(({ matched, onlyFirst, onlySecond, ...pair }) => ({
      ...pair,
      matched: matched.map((match) => ({ ...match, first: passage(match.first), second: passage(match.second) })),
      onlyFirst: onlyFirst.map(passage),
      onlySecond: onlySecond.map(passage),
    })),
  };
}

function passageRow({ annotator, file, post, span, quote, ids, tags, decisions }: Passage, { lines }: Compared) {
  const index = lines.get(file);
  const place = index ? placeOf(index, span.start) : null;
  return { annotator, file, line: place?.line ?? null, post, ...span, quote, ids, tags, entities: decisions };
}

function kappaFields({ units, observed, expected, value, why }: Agreement['tags'][number]['pairs'][number]['kappa']) {
  return { units, observed, expected, kappa: value, why };
}

function alphaFields({ units, value, why }: Coefficient) {
  return { units, alpha: value, why };
}
