import { ALL_FIELDS, textOf, type ByteFiles, type Format, type ReadResult } from '../format';
import { objectIn, readJson, textIn } from '../json';
import { Losses } from '../losses';
import { NO_DOCUMENT, NO_SPAN, type Exchange, type ExchangeDocument, type ExchangeSpan } from '../model';
import { CodePoints, withLineFeeds } from '../offsets';
import { EXPORT_LIST, exportList, filesOf, readExportList } from './export-list';
import { TypeNames } from './brat-types';

/** The standoff format of brat: a text and a file of annotations for each document, in code points. */
export const BRAT: Format = {
  ...{ name: 'brat', usedBy: 'brat, INCEpTION, NLP scripts', shape: 'folder', ending: '' },
  ...{ per: 'post', mentions: 'none', quotesOnly: false, dialects: [] },
  holds: () => ALL_FIELDS,
  write(exchange) {
    const types = new TypeNames();
    const values = new Set<string>();
    const files = new Map<string, string>();
    for (const document of exchange.documents) {
      files.set(`${document.name ?? ''}.txt`, document.text ?? '');
      files.set(`${document.name ?? ''}.ann`, linesOf(document, exchange, types, values));
    }
    const not = values.size === 0 ? '' : `Not\tArg:<ENTITY>, Value:${[...values].sort().join('|')}\n`;
    const attributes = `${not}Scope\tArg:<ENTITY>, Value:post\nComputed\tArg:<ENTITY>\n`;
    files.set(
      'annotation.conf',
      `[entities]\n${types.names.join('\n')}\n\n[relations]\n\n[events]\n\n[attributes]\n${attributes}`,
    );
    files.set('visual.conf', `[labels]\n${types.labels()}\n[drawing]\n`);
    files.set(EXPORT_LIST, exportList('brat', 'codepoints', exchange.documents));
    return files;
  },
  read,
};

function linesOf(
  { text, spans }: ExchangeDocument,
  { entities }: Exchange,
  types: TypeNames,
  values: Set<string>,
): string {
  const known = new Map(entities.map((entity) => [entity.id, entity]));
  const points = new CodePoints(text ?? '');
  const lines: string[] = [];
  const numbers = { T: 0, '#': 0, N: 0, A: 0 };
  const add = (kind: keyof typeof numbers, rest: string) => {
    const name = `${kind}${++numbers[kind]}`;
    lines.push(`${name}\t${rest}\n`);
    return name;
  };
  for (const span of spans) {
    const { id, place, tags, entity, not, scope, note, by, on, computed } = span;
    if (!place) continue;
    const parts = fragments(text ?? '', place);
    const numbered = parts.map(({ start, end }) => `${points.shortOf(start)} ${points.shortOf(end)}`).join(';');
    const words = parts.map(({ start, end }) => (text ?? '').slice(start, end)).join(' ');
    const untagged = tags.length === 0;
    const own = untagged
      ? [types.ofEntity(entity === null ? null : (known.get(entity)?.type ?? null))]
      : tags.map((tag) => types.ofTag(tag));
    for (const [i, type] of own.entries()) {
      const name = add('T', `${type} ${numbered}\t${words}`);
      const rest =
        i > 0 ? {} : { ...(untagged && { untagged }), ...(by !== null && { by }), ...(on !== null && { on }) };
      if (id !== null) add('#', `Postgloss ${name}\tid=${encoded(id)} ${JSON.stringify(rest)}`);
      if (i > 0) continue;
      if (note !== null) add('#', `AnnotatorNotes ${name}\t${oneLine(note)}`);
      if (entity !== null)
        add('N', `Reference ${name} Postgloss:${encoded(entity)}\t${oneLine(known.get(entity)?.name ?? entity)}`);
      if (not !== null) {
        values.add(encoded(not));
        add('A', `Not ${name} ${encoded(not)}`);
      }
      if (scope !== null) add('A', `Scope ${name} ${encoded(scope)}`);
      if (computed) add('A', `Computed ${name}`);
    }
  }
  return lines.join('');
}

/** brat takes no fragment that goes over a line's end. */
function fragments(text: string, { start, end }: { start: number; end: number }) {
  return Array.from(text.slice(start, end).matchAll(/[^\n]+/g), ({ 0: part, index }) => {
    return { start: start + index, end: start + index + part.length };
  });
}

/** A value without white space. */
function encoded(text: string): string {
  return text.replace(/[\s%|]/g, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function decoded(text: string): string {
  return text.replace(/%([0-9a-f]{4})/g, (_, unit: string) => String.fromCharCode(parseInt(unit, 16)));
}

/** Notes are one line, in which a line's end is written `\n`. */
function oneLine(text: string): string {
  return text.replace(/[\\\n\r]/g, (unit) => (unit === '\\' ? '\\\\' : unit === '\n' ? '\\n' : '\\r'));
}

function manyLines(text: string): string {
  return text.replace(/\\([\\nr])/g, (_, unit: string) => (unit === 'n' ? '\n' : unit === 'r' ? '\r' : '\\'));
}

function read(files: ByteFiles): ReadResult {
  const named = readExportList(files);
  const losses = new Losses();
  const labels = TypeNames.read(
    textOf(files, [...files.keys()].find((path) => path.endsWith('visual.conf')) ?? '') ?? '',
  );
  const documents: ExchangeDocument[] = [];
  for (const { path, name } of filesOf(files, '.ann')) {
    const text = textOf(files, `${path.slice(0, -4)}.txt`);
    const annotations = textOf(files, path);
    if (text === null || annotations === null) {
      losses.add('file', 'Its text or its annotations are missing, or no UTF-8 text.');
      continue;
    }
    const content = withLineFeeds(text);
    documents.push({
      ...NO_DOCUMENT,
      ...named(name),
      text: content,
      spans: spansOf(annotations, content, labels, losses),
    });
  }
  if (documents.length === 0) return { ok: false, why: 'It has no file with the ending .ann beside its text.' };
  return { ok: true, reading: { documents, tags: [], skipped: losses.all } };
}

/** What is gathered of a T line and of the lines about it. */
interface Marked {
  span: ExchangeSpan;
  readonly type: string;
  untagged: boolean;
  note: string | null;
}

function spansOf(text: string, content: string, labels: ReadonlyMap<string, string>, losses: Losses): ExchangeSpan[] {
  const points = new CodePoints(content);
  const marked = new Map<string, Marked>();
  const lines = text.split(/\r\n?|\n/).map((line) => /^(\S+)\t([^\t]*)(?:\t([^]*))?$/.exec(line));
  for (const line of lines) {
    const [, name = '', data = '', words = ''] = line ?? [];
    const found = name.startsWith('T') ? /^(\S+) (\d[\d ;]*)$/.exec(data) : null;
    if (!found) continue;
    const ends = (found[2] ?? '').split(/[ ;]/).map((number) => points.longOf(Number(number)));
    const place = { start: Math.min(...ends), end: Math.max(...ends) };
    const isWhole =
      content.slice(place.start, place.end).replace(/\s+/g, ' ').trim() === words.replace(/\s+/g, ' ').trim();
    if (!isWhole && ends.length > 2)
      losses.add('fragments', 'An annotation of several passages is read from the first to the last.');
    const quote = isWhole || ends.length === 2 ? words : '';
    marked.set(name, { span: { ...NO_SPAN, place, quote }, type: found[1] ?? '', untagged: false, note: null });
  }
  for (const line of lines) if (line) readAbout(line, marked, losses);
  const records = new Map<string, ExchangeSpan>();
  for (const [name, { span, type, untagged, note }] of marked) {
    const own = note === null ? null : span.id === null ? note : manyLines(note);
    const tags = untagged || span.computed ? [] : [labels.get(type) ?? type];
    const key = span.id ?? `\0${name}`;
    const first = records.get(key);
    records.set(key, first ? { ...first, tags: [...first.tags, ...tags] } : { ...span, tags, note: own });
  }
  return [...records.values()];
}

/** Reads a line about a T line. */
function readAbout(
  [, name = '', data = '', rest = '']: RegExpExecArray,
  marked: Map<string, Marked>,
  losses: Losses,
): void {
  const [kind = '', about = '', value = ''] = data.split(' ');
  if (/^[ER*]/.test(name)) losses.add('relation', 'Relations and events have no place in an archive.');
  const mark = marked.get(about);
  if (!mark) return;
  const set = (fields: Partial<ExchangeSpan>) => void (mark.span = { ...mark.span, ...fields });
  if (name.startsWith('#') && kind === 'Postgloss') {
    const [, id, more = '{}'] = /^id=(\S+) ?([^]*)$/.exec(rest) ?? [];
    if (id === undefined) return;
    const parsed = readJson(more);
    const said = objectIn({ said: parsed.ok ? parsed.value : null }, 'said') ?? {};
    mark.untagged = said.untagged === true;
    set({ id: decoded(id), by: textIn(said, 'by'), on: textIn(said, 'on') });
  } else if (name.startsWith('#')) mark.note = rest || null;
  else if (name.startsWith('N') && value.startsWith('Postgloss:')) set({ entity: decoded(value.slice(10)) });
  else if (/^[AM]/.test(name) && kind === 'Not' && value !== '') set({ not: decoded(value) });
  else if (/^[AM]/.test(name) && kind === 'Scope' && value !== '') set({ scope: decoded(value) });
  else if (/^[AM]/.test(name) && kind === 'Computed') set({ computed: true });
  else if (/^[AM]/.test(name)) losses.add('attribute', 'Attributes of brat have no place in an archive.');
}
