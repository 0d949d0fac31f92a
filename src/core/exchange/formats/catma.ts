import { textOf, type Format } from '../format';
import { numberIn, objectIn, objectsIn, readJson, textIn, type Json } from '../json';
import { Losses } from '../losses';
import { NO_DOCUMENT, NO_SPAN, type ExchangeDocument, type ExchangeSpan } from '../model';

/** The JSON that CATMA exports of a project: for each document its annotations, each with phrases, in UTF-16 code units. */
export const CATMA: Format = {
  ...{ name: 'catma', usedBy: 'the project export of CATMA', shape: 'file', ending: 'json' },
  ...{ per: 'file', mentions: 'none', quotesOnly: true, dialects: [], write: null },
  holds: () => [],
  read(files) {
    const parsed = readJson(textOf(files, '') ?? '');
    if (!parsed.ok) return parsed;
    const losses = new Losses();
    const documents = documentsIn({ all: parsed.value }, 'all', null, losses, 0);
    if (documents.length === 0)
      return { ok: false, why: 'It has no list “annotations” with phrases, as the export of CATMA has.' };
    return { ok: true, reading: { documents, tags: [], skipped: losses.all } };
  },
};

/** The export nests documents in lists and maps by their names or ids; whatever has `annotations` is one. */
function documentsIn(
  holder: Json,
  key: string,
  name: string | null,
  losses: Losses,
  depth: number,
): ExchangeDocument[] {
  if (depth > 6) return [];
  return objectsIn(holder, key).flatMap((object) => {
    const own = textIn(object, 'sourceDocumentName') ?? textIn(object, 'title') ?? textIn(object, 'name') ?? name;
    if (Array.isArray(object.annotations)) {
      const spans = objectsIn(object, 'annotations').flatMap((annotation) => spanOf(annotation, losses) ?? []);
      return [{ ...NO_DOCUMENT, name: own?.replace(/\.[^.]*$/, '') ?? null, spans }];
    }
    return Object.keys(object).flatMap((inner) => documentsIn(object, inner, own ?? inner, losses, depth + 1));
  });
}

function spanOf(annotation: Json, losses: Losses): ExchangeSpan | null {
  const phrases = objectsIn(annotation, 'phrases');
  const [first] = phrases;
  const start = first && numberIn(first, 'startOffset');
  const last = phrases.at(-1);
  const end = last && numberIn(last, 'endOffset');
  if (!first) {
    losses.add('annotation', 'It has no phrase.');
    return null;
  }
  if (phrases.length > 1) losses.add('phrases', 'Of an annotation of several passages the first is read.');
  const quote = textIn(first, 'phrase') ?? '';
  const place =
    typeof start !== 'number' || typeof end !== 'number'
      ? null
      : { start, end: phrases.length > 1 ? start + quote.length : end };
  const path = textIn(annotation, 'tagPath') ?? textIn(objectIn(annotation, 'tag') ?? {}, 'name');
  const by = textIn(annotation, 'author');
  const on = /^\d{4}-\d\d-\d\d/.exec(textIn(annotation, 'createdAt') ?? '')?.[0] ?? null;
  return { ...NO_SPAN, quote, place, tags: path === null ? [] : [path.replace(/^\//, '')], by, on };
}
