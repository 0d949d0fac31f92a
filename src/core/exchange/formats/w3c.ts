import { ALL_FIELDS, onlyFile, textOf, type Format, type ReadResult } from '../format';
import { listIn, numberIn, objectIn, objectsIn, readJson, textIn, type Json } from '../json';
import { Losses } from '../losses';
import { NO_DOCUMENT, NO_SPAN, namedPost, type ExchangeDocument, type ExchangeSpan } from '../model';
import { CodePoints } from '../offsets';
import { uuidOf } from '../uuid';
import { xmlSafe } from '../xml';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** The Web Annotation Data Model of the W3C (Recommendation of 2017), as one collection. */
export const W3C: Format = {
  ...{ name: 'w3c', usedBy: 'Recogito, annotation servers, RDF', shape: 'file', ending: 'jsonld' },
  ...{ per: 'file', mentions: 'none', quotesOnly: true, dialects: [] },
  holds: () => ALL_FIELDS,
  write: ({ documents, entities }, _options, losses) => {
    const links = new Map(entities.map(({ id, links: own }) => [id, own.get('wikidata') ?? null]));
    const items = documents.flatMap((document) => annotationsOf(document, links, losses));
    const id = (kind: string) => `urn:uuid:${uuidOf(kind, ...items.map((item) => item.id))}`;
    const about = { type: 'AnnotationCollection', label: 'Annotations of Postgloss', total: items.length };
    const collection = id('collection');
    const first = {
      id: id('page'),
      type: 'AnnotationPage',
      partOf: { id: collection, ...about },
      startIndex: 0,
      items,
    };
    return onlyFile(`${JSON.stringify({ '@context': CONTEXT, id: collection, ...about, first }, null, 1)}\n`);
  },
  read: (files) => read(textOf(files, '')),
};

function annotationsOf(document: ExchangeDocument, links: ReadonlyMap<string, string | null>, losses: Losses) {
  const points = new CodePoints(document.text ?? '');
  return document.spans.map((span, i) => {
    const { id, by, on, computed } = span;
    const day = on !== null && DAY.test(on) ? on : null;
    if (day !== on) losses.add('on', 'It is no day as 2026-11-22 is.', id);
    if (span.scope !== null && span.scope !== 'post') losses.add('scope', 'It is not “post”.', id);
    const person =
      by === null ? null : { id: `urn:uuid:${uuidOf('person', by)}`, type: 'Person', name: by, nickname: by };
    return {
      '@context': CONTEXT,
      id: `urn:uuid:${uuidOf('annotation', document.name ?? '', document.file ?? '', id ?? `${i}`)}`,
      ...{ type: 'Annotation', motivation: motivationOf(span) },
      ...(person && { creator: person }),
      ...(day !== null && { created: `${day}T00:00:00Z` }),
      ...(id !== null && { via: `urn:postgloss:annotation:${encoded(id)}` }),
      ...(computed && { generator: { id: 'urn:postgloss:software', type: 'Software', name: 'Postgloss' } }),
      body: bodiesOf(span, links),
      target: targetOf(document, span, points),
    };
  });
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

function motivationOf({ tags, entity, note }: ExchangeSpan): string {
  if (tags.length > 0) return 'tagging';
  return entity !== null ? 'identifying' : note !== null ? 'commenting' : 'assessing';
}

function bodiesOf({ tags, note, entity, not, scope }: ExchangeSpan, links: ReadonlyMap<string, string | null>) {
  const text = (purpose: string, value: string) => ({ type: 'TextualBody', purpose, format: 'text/plain', value });
  const thing = (purpose: string, source: string) => ({ type: 'SpecificResource', purpose, source });
  const wikidata = entity === null ? null : (links.get(entity) ?? null);
  return [
    ...tags.map((tag) => text('tagging', tag)),
    ...(note === null ? [] : [text('commenting', note)]),
    ...(entity === null ? [] : [thing('identifying', `urn:postgloss:entity:${encoded(entity)}`)]),
    ...(/^Q\d+$/.test(wikidata ?? '')
      ? [thing('identifying', `http://www.wikidata.org/entity/${wikidata ?? ''}`)]
      : []),
    ...(not === null ? [] : [thing('assessing', `urn:postgloss:entity:${encoded(not)}`), text('assessing', 'not')]),
    ...(scope === 'post' ? [text('assessing', IN_POST)] : []),
  ];
}

const IN_POST = 'in this post';

function targetOf({ file, version }: ExchangeDocument, span: ExchangeSpan, points: CodePoints) {
  const { post, place, quote, before, after, copy } = span;
  const words = { exact: quote, ...(before !== null && { prefix: before }), ...(after !== null && { suffix: after }) };
  return {
    ...{ type: 'SpecificResource', source: `urn:postgloss:file:${encoded(file ?? '').replaceAll('%2F', '/')}` },
    ...(post && { scope: `urn:postgloss:post:${encoded(post.id)}` }),
    // By the version of its text a reader knows whether the numbers count; `copy` tells like passages apart once they do not.
    'dcterms:hasVersion': `urn:postgloss:content:${version ?? ''}${copy === null ? '' : `:${encoded(copy)}`}`,
    selector: [
      { type: 'TextQuoteSelector', ...words },
      ...(place
        ? [{ type: 'TextPositionSelector', start: points.shortOf(place.start), end: points.shortOf(place.end) }]
        : []),
    ],
  };
}

function encoded(text: string): string {
  return encodeURIComponent(xmlSafe(text));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What stands behind the start of a name of ours; null for another name. */
function named(kind: string, uri: string | null): string | null {
  const start = `urn:postgloss:${kind}:`;
  return uri?.startsWith(start) === true ? decoded(uri.slice(start.length)) : null;
}

function read(text: string | null): ReadResult {
  const parsed = text === null ? { ok: false as const, why: 'It is no UTF-8 text.' } : readJson(text);
  if (!parsed.ok) return parsed;
  const losses = new Losses();
  const documents = new Map<string, ExchangeDocument & { readonly spans: ExchangeSpan[] }>();
  const annotations = annotationsIn({ all: parsed.value }, 'all', 0);
  for (const annotation of annotations) {
    const targets = listIn(annotation, 'target');
    const [target] = targets;
    if (targets.length > 1) losses.add('target', 'Of several targets of an annotation the first is read.');
    const object = objectIn({ target }, 'target') ?? {};
    const source = textIn({ target }, 'target') ?? addressOf(object, 'source') ?? textIn(object, 'id');
    const [version = '', ...copy] = (named('content', textIn(object, 'dcterms:hasVersion')) ?? '').split(':');
    const file =
      named('file', source) ?? (source !== null && !/^[a-z][a-z0-9+.-]*:/i.test(source) ? decoded(source) : null);
    const key = `${file ?? ''}\0${version}`;
    const known = documents.get(key) ?? {
      ...NO_DOCUMENT,
      file,
      version: version || null,
      unit: 'codepoints',
      spans: [],
    };
    const span = spanOf(annotation, object);
    known.spans.push({ ...span, copy: copy.join(':') || null });
    documents.set(key, known);
  }
  const isCollection = objectIn({ value: parsed.value }, 'value')?.type === 'AnnotationCollection';
  if (documents.size === 0 && !isCollection) return { ok: false, why: 'It has no annotation of the W3C’s model.' };
  return { ok: true, reading: { documents: [...documents.values()], tags: [], skipped: losses.all } };
}

/** The annotations of an annotation, a list, a page or a collection. */
function annotationsIn(holder: Json, key: string, depth: number): Json[] {
  return objectsIn(holder, key).flatMap((object) => {
    if ('target' in object) return [object];
    if (depth > 100) return [];
    return ['first', 'items', 'next', '@graph'].flatMap((inner) => annotationsIn(object, inner, depth + 1));
  });
}

/** A field that is an address, or an object with one. */
function addressOf(object: Json, key: string): string | null {
  return textIn(object, key) ?? textIn(objectIn(object, key) ?? {}, 'id');
}

function spanOf(annotation: Json, target: Json): ExchangeSpan {
  const selectors = objectsIn(target, 'selector');
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector') ?? {};
  const position = selectors.find(({ type }) => type === 'TextPositionSelector') ?? {};
  const [start, end] = [numberIn(position, 'start'), numberIn(position, 'end')];
  const [creator] = listIn(annotation, 'creator');
  const name = textIn({ creator }, 'creator') ?? textIn(objectIn({ creator }, 'creator') ?? {}, 'name');
  return {
    ...NO_SPAN,
    ...{
      id: named('annotation', textIn(annotation, 'via')),
      post: namedPost(named('post', addressOf(target, 'scope'))),
    },
    ...{ place: start === null || end === null ? null : { start, end }, quote: textIn(quote, 'exact') ?? '' },
    ...{ before: textIn(quote, 'prefix'), after: textIn(quote, 'suffix') },
    ...statementOf(annotation),
    ...{ by: name, on: textIn(annotation, 'created')?.slice(0, 10) ?? null, computed: isComputed(annotation) },
  };
}

function isComputed(annotation: Json): boolean {
  return (
    addressOf(annotation, 'generator') === 'urn:postgloss:software' &&
    !('creator' in annotation) &&
    !('via' in annotation)
  );
}

function statementOf(annotation: Json): Pick<ExchangeSpan, 'tags' | 'note' | 'entity' | 'not' | 'scope'> {
  const tags: string[] = [];
  const notes = listIn(annotation, 'bodyValue').filter((value) => typeof value === 'string');
  let entity: string | null = null;
  let not: string | null = null;
  let scope: string | null = null;
  for (const item of listIn(annotation, 'body')) {
    const body = objectIn({ item }, 'item') ?? { value: item };
    const purpose = textIn(body, 'purpose') ?? textIn(annotation, 'motivation');
    const about = named('entity', addressOf(body, 'source') ?? textIn(body, 'id'));
    const value = textIn(body, 'value');
    if (about !== null && purpose === 'assessing') not = about;
    else if (about !== null) entity = about;
    else if (value === null) continue;
    else if (purpose === 'assessing' && (value === 'not' || value === IN_POST))
      scope = value === IN_POST ? 'post' : scope;
    else if (purpose === 'tagging' || purpose === 'classifying') tags.push(value);
    else notes.push(value);
  }
  return { tags, note: notes.length > 0 ? notes.join('\n\n') : null, entity, not, scope };
}
