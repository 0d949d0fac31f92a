import type { Result } from '../../result';
import { onlyFile, textOf, ALL_FIELDS, type Format, type WriteOptions } from '../format';
import { Losses } from '../losses';
import {
  NO_DOCUMENT,
  NO_SPAN,
  namedPost,
  type Exchange,
  type ExchangeDocument,
  type ExchangeSpan,
  type HeldField,
} from '../model';
import { CodePoints } from '../offsets';
import { fieldsOf, listIn, numberIn, objectIn, objectsIn, readJson, textIn, type Json } from '../json';

const DIALECTS = ['postgloss', 'doccano', 'prodigy', 'label-studio'] as const;

/** One line a post, as doccano, Prodigy and many scripts have it; for Label Studio a list. */
export const JSONL: Format = {
  name: 'jsonl',
  usedBy: 'doccano, Prodigy, Label Studio, scripts',
  shape: 'file',
  ending: 'jsonl',
  per: 'post',
  mentions: 'none',
  quotesOnly: false,
  dialects: DIALECTS,
  holds: ({ dialect }) => HELD.get(dialect ?? '') ?? ALL_FIELDS,
  write: ({ documents: given, entities }: Exchange, { dialect }: WriteOptions) => {
    const documents = (HELD.get(dialect ?? '') ?? ALL_FIELDS) === ALL_FIELDS ? given : withTypes(given, entities);
    if (dialect === 'label-studio') return onlyFile(`${JSON.stringify(documents.map(taskOf), null, 1)}\n`);
    const lineOf = dialect === 'doccano' ? doccanoLine : dialect === 'prodigy' ? prodigyLine : ownLine;
    return onlyFile(documents.map((document) => `${JSON.stringify(lineOf(document))}\n`).join(''));
  },
  read(files) {
    const text = textOf(files, '');
    if (text === null) return { ok: false, why: 'It is no UTF-8 text.' };
    const losses = new Losses();
    const documents = objectsOf(text, losses).flatMap((object) => documentOf(object, losses) ?? []);
    if (documents.length === 0) return { ok: false, why: 'No line of it is an object with “text”.' };
    return { ok: true, reading: { documents, tags: [], skipped: losses.all } };
  },
};

const HELD = new Map<string, readonly HeldField[]>([
  ['doccano', ['tags']],
  ['prodigy', ['id', 'tags']],
  ['label-studio', ['id', 'tags', 'note']],
]);

function metaOf({ file, post }: ExchangeDocument) {
  const { id, title, date, source, author } = post ?? { id: null, title: null, date: null, source: null, author: null };
  return given({ file, post: id, title, date, source, author });
}

/** Dialects that know labels alone get the type of its entity as the label of a computed mention. */
function withTypes(documents: readonly ExchangeDocument[], entities: Exchange['entities']): ExchangeDocument[] {
  const types = new Map(entities.map(({ id, type }) => [id, type]));
  const labelOf = (span: ExchangeSpan) =>
    span.computed ? { ...span, tags: [types.get(span.entity ?? '') ?? 'other'] } : span;
  return documents.map((document) => ({ ...document, spans: document.spans.map(labelOf) }));
}

/** The fields that have a value. */
function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== false));
}

/** A span for each label of an annotation, in code points: `make` gets the label, and whether it is the first. */
function labelled<T>(
  { text, spans }: ExchangeDocument,
  make: (place: { start: number; end: number }, label: string | null, span: ExchangeSpan, first: boolean) => T,
): T[] {
  const points = new CodePoints(text ?? '');
  return spans.flatMap((span) => {
    if (!span.place) return [];
    const place = { start: points.shortOf(span.place.start), end: points.shortOf(span.place.end) };
    const labels = span.tags.length > 0 ? span.tags : [null];
    return labels.map((label, i) => make(place, label, span, i === 0));
  });
}

function ownLine(document: ExchangeDocument) {
  const spans = labelled(document, (place, label, span, first) => {
    const { id, quote, entity, not, scope, note, by, on, computed } = span;
    const rest = first ? given({ entity, not, scope, note, by, on, computed }) : {};
    return { ...given({ id }), ...place, label, text: quote, ...rest };
  });
  const { post, name, text } = document;
  return { id: post?.id ?? name, text, offsets: 'codepoints', meta: metaOf(document), spans };
}

function doccanoLine(document: ExchangeDocument) {
  const label = labelled(document, ({ start, end }, name) => (name === null ? null : [start, end, name]));
  return { text: document.text, label: label.filter((one) => one !== null), meta: metaOf(document) };
}

function prodigyLine(document: ExchangeDocument) {
  const spans = labelled(document, (place, label, { id }) =>
    label === null ? null : { ...place, label, ...given({ id }) },
  );
  return { text: document.text, meta: metaOf(document), spans: spans.filter((one) => one !== null) };
}

/** A task of Label Studio, which counts UTF-16 code units. What is computed is a prediction there. */
function taskOf(document: ExchangeDocument) {
  const { text, spans } = document;
  const resultOf = ({ id, place, quote, tags, note }: ExchangeSpan, i: number) => ({
    ...{ id: id ?? `computed-${i}`, from_name: 'label', to_name: 'text', type: 'labels' },
    value: { ...place, text: quote, labels: tags },
    ...(note === null ? {} : { meta: { text: [note] } }),
  });
  const results = (computed: boolean) => {
    const result = spans.filter((span) => span.computed === computed).map(resultOf);
    return result.length === 0 && computed ? [] : [{ result }];
  };
  return { data: { text, ...metaOf(document) }, annotations: results(false), predictions: results(true) };
}

/** The objects of a list, or of the lines. */
function objectsOf(text: string, losses: Losses): Json[] {
  const whole: Result<{ readonly value: unknown }> = /^\s*\[/.test(text) ? readJson(text) : { ok: false, why: '' };
  if (whole.ok && Array.isArray(whole.value)) return objectsIn({ list: whole.value as unknown }, 'list');
  const objects: Json[] = [];
  for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
    if (line.trim() === '') continue;
    const read = readJson(line);
    const object = read.ok ? objectIn({ value: read.value }, 'value') : null;
    if (object) objects.push(object);
    else losses.add('line', `Line ${i + 1} is no object of JSON.`);
  }
  return objects;
}

/** A document of any dialect; null where the object is none. */
function documentOf(object: Json, losses: Losses): ExchangeDocument | null {
  const data = objectIn(object, 'data') ?? {};
  const text = textIn(object, 'text') ?? textIn(data, 'text');
  if (text === null) {
    losses.add('line', 'It has no “text”.');
    return null;
  }
  const isTask = objectIn(object, 'data') !== null;
  const meta = isTask ? data : (objectIn(object, 'meta') ?? {});
  const points = isTask || textIn(object, 'offsets') === 'utf16' ? null : new CodePoints(text);
  const at = (start: number | null, end: number | null) => {
    if (start === null || end === null) return null;
    return points ? { start: points.longOf(start), end: points.longOf(end) } : { start, end };
  };
  const spans = isTask ? taskSpans(object, at) : lineSpans(object, at);
  const post = namedPost(textIn(meta, 'post') ?? (points && textIn(object, 'id')));
  return { ...NO_DOCUMENT, file: textIn(meta, 'file'), post, text, spans: joined(spans) };
}

type At = (start: number | null, end: number | null) => ExchangeSpan['place'];

function lineSpans(object: Json, at: At): ExchangeSpan[] {
  const tuples = listIn(object, 'label').flatMap((item): ExchangeSpan[] => {
    if (!Array.isArray(item)) return [];
    const [start, end, label] = item as unknown[];
    if (typeof start !== 'number' || typeof end !== 'number' || typeof label !== 'string') return [];
    return [{ ...NO_SPAN, place: at(start, end), tags: [label] }];
  });
  const entries = [...objectsIn(object, 'spans'), ...objectsIn(object, 'entities')].map((entry): ExchangeSpan => {
    const place = at(
      numberIn(entry, 'start') ?? numberIn(entry, 'start_offset'),
      numberIn(entry, 'end') ?? numberIn(entry, 'end_offset'),
    );
    const label = textIn(entry, 'label');
    const fields = fieldsOf(entry, ['id', 'entity', 'not', 'scope', 'note', 'by', 'on']);
    const own = {
      place,
      quote: textIn(entry, 'text') ?? '',
      tags: label === null ? [] : [label],
      computed: entry.computed === true,
    };
    return { ...NO_SPAN, ...fields, ...own };
  });
  return [...tuples, ...entries];
}

function taskSpans(task: Json, at: At): ExchangeSpan[] {
  const spansIn = (key: string, computed: boolean) =>
    objectsIn(task, key)
      .flatMap((one) => objectsIn(one, 'result'))
      .flatMap((result): ExchangeSpan[] => {
        const value = objectIn(result, 'value');
        if (!value) return [];
        const tags = listIn(value, 'labels').filter((label) => typeof label === 'string');
        const [note] = listIn(objectIn(result, 'meta') ?? {}, 'text');
        const said = { quote: textIn(value, 'text') ?? '', note: typeof note === 'string' ? note : null, computed };
        return [
          {
            ...NO_SPAN,
            ...said,
            tags,
            id: computed ? null : textIn(result, 'id'),
            place: at(numberIn(value, 'start'), numberIn(value, 'end')),
          },
        ];
      });
  return [...spansIn('annotations', false), ...spansIn('predictions', true)];
}

/** Puts the labels of one record together again. */
function joined(spans: readonly ExchangeSpan[]): ExchangeSpan[] {
  const records = new Map<string, ExchangeSpan>();
  for (const [i, span] of spans.entries()) {
    const key = span.id ?? `\0${span.computed ? i : placeKey(span)}`;
    const known = records.get(key);
    records.set(key, known ? { ...known, tags: [...known.tags, ...span.tags] } : span);
  }
  return [...records.values()];
}

/** Labels without an id belong together where they mark the same words. */
function placeKey({ place, quote }: ExchangeSpan): string {
  return JSON.stringify([place, quote]);
}
