import { partitionPoint } from '../../sorted';
import type { Format } from '../format';
import type { Losses } from '../losses';
import type { ExchangeDocument, ExchangeSpan } from '../model';

/** Tokens with labels in four columns, as in CoNLL-2003, for tools that train models; labels in IOB2. */
export const CONLL: Format = {
  ...{ name: 'conll', usedBy: 'NLP toolkits, NLTK, Flair', shape: 'folder', ending: 'conll' },
  ...{ per: 'post', mentions: 'all', quotesOnly: false, dialects: [], read: null },
  holds: () => ['tags', 'entity'],
  write(exchange, _options, losses) {
    const types = new Map(exchange.entities.map(({ id, type }) => [id, type]));
    const files = exchange.documents.map(
      (document) => [`${document.name ?? ''}.conll`, linesOf(document, types, losses)] as const,
    );
    return new Map(files);
  },
};

function linesOf({ text, spans }: ExchangeDocument, types: ReadonlyMap<string, string>, losses: Losses): string {
  const tokens = tokensOf(text ?? '');
  const labels = tokens.map(() => 'O');
  for (const { span, label } of chosen(spans, types)) {
    const place = span.place ?? { start: 0, end: 0 };
    const first = partitionPoint(tokens.length, (i) => (tokens[i]?.end ?? Infinity) <= place.start);
    const last = partitionPoint(tokens.length, (i) => (tokens[i]?.start ?? Infinity) < place.end) - 1;
    if (first > last) losses.add('annotation', 'It holds no whole word.', span.id);
    else if (labels.slice(first, last + 1).some((one) => one !== 'O'))
      losses.add('annotation', 'It overlaps a longer one.', span.id);
    else {
      if (tokens[first]?.start !== place.start || tokens[last]?.end !== place.end)
        losses.add('edge', 'It begins or ends inside of a word.', span.id);
      for (let i = first; i <= last; i++) labels[i] = `${i === first ? 'B' : 'I'}-${label}`;
    }
  }
  const lines = tokens.map(({ word, sentence }, i) => {
    const gap = i > 0 && tokens[i - 1]?.sentence !== sentence ? '\n' : '';
    return `${gap}${word} - - ${labels[i] ?? 'O'}\n`;
  });
  return `-DOCSTART- -X- - O\n\n${lines.join('')}`;
}

/** A label for each annotation, the longest first, then the first: a word has one label. */
function chosen(spans: readonly ExchangeSpan[], types: ReadonlyMap<string, string>) {
  const labelled = spans.flatMap((span) => {
    const names = span.tags.length > 0 ? span.tags : span.entity === null ? [] : [types.get(span.entity) ?? 'other'];
    return names.map((name) => ({ span, label: name.replace(/\s+/g, '_') }));
  });
  const length = ({ place }: ExchangeSpan) => (place ? place.end - place.start : 0);
  const start = ({ place }: ExchangeSpan) => place?.start ?? 0;
  return labelled.sort((a, b) => length(b.span) - length(a.span) || start(a.span) - start(b.span));
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

/**
 * The words and signs of a text, paragraph by paragraph: over a whole text `Intl.Segmenter` takes time that grows faster than the text.
 * A paragraph that is longer than any that people write is cut.
 */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  for (const { 0: paragraph, index: from } of text.matchAll(/[^\n]{1,2000}/g)) {
    for (const { segment, index } of SENTENCES.segment(paragraph)) {
      sentence++;
      for (const word of WORDS.segment(segment)) {
        for (const { 0: part, index: at } of word.segment.matchAll(/\S+/g)) {
          const start = from + index + word.index + at;
          tokens.push({ word: part, start, end: start + part.length, sentence });
        }
      }
    }
  }
  return tokens;
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
const WORDS = new Intl.Segmenter('en', { granularity: 'word' });
