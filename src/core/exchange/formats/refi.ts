import { ALL_FIELDS, textOf, type Format } from '../format';
import type { Losses } from '../losses';
import { type Exchange, type ExchangeDocument, type ExchangeSpan } from '../model';
import { CodePoints } from '../offsets';
import { uuidOf } from '../uuid';
import { element, readXml, XML_HEAD, xmlText } from '../xml';
import { CodeBook } from './refi-codes';
import { COMPUTED, ORIGIN, readProject } from './read-refi';

/** REFI-QDA 1.0, the exchange standard of programs for qualitative research: a project with codes, sources and selections. */
export const REFI: Format = {
  ...{ name: 'refi', usedBy: 'MAXQDA, ATLAS.ti, NVivo, QualCoder, OpenQDA', shape: 'zip', ending: 'qdpx' },
  ...{ per: 'post', mentions: 'none', quotesOnly: false, dialects: [] },
  holds: () => ALL_FIELDS,
  write(exchange, _options, losses) {
    const files = new Map([['project.qde', projectOf(exchange, losses)]]);
    for (const document of exchange.documents) files.set(`sources/${textGuid(document)}.txt`, document.text ?? '');
    return files;
  },
  read(files) {
    const path = [...files.keys()].find((key) => key === '' || /\.qd[ec]$/i.test(key));
    const text = path === undefined ? null : textOf(files, path);
    if (text === null) return { ok: false, why: 'It has no project.qde with UTF-8 text.' };
    const read = readXml(text);
    return read.ok ? readProject(read.root, files) : read;
  },
};

/** A codebook of REFI-QDA alone. A reader of projects reads it, too. */
export const QDC: Format = {
  ...{ name: 'qdc', usedBy: 'the same programs, for the codebook alone', shape: 'file', ending: 'qdc' },
  ...{ per: 'file', mentions: 'none', quotesOnly: true, dialects: [] },
  holds: () => [],
  write(exchange) {
    const codes = new CodeBook({ ...exchange, entities: [] }).xml();
    const root = { xmlns: 'urn:QDA-XML:codebook:1.0', origin: ORIGIN };
    return new Map([['', `${XML_HEAD}${element('CodeBook', root, codes)}\n`]]);
  },
  read: REFI.read,
};

function projectOf(exchange: Exchange, losses: Losses): string {
  const codes = new CodeBook(exchange);
  const people = new Set<string>();
  const notes: string[] = [];
  const sources = exchange.documents.map((document) => sourceOf(document, codes, people, notes, losses));
  const users = [...people].sort().map((name) => element('User', { guid: userGuid(name), name }));
  const book = codes.xml();
  const variables = VARIABLES.map(([name, type]) =>
    element('Variable', { guid: uuidOf('variable', name), name, typeOfVariable: type }),
  );
  const list = (name: string, items: readonly string[]) =>
    items.length === 0 ? '' : `\n${element(name, {}, ...items)}`;
  return `${XML_HEAD}${element(
    'Project',
    { xmlns: 'urn:QDA-XML:project:1.0', name: 'Postgloss', origin: ORIGIN },
    list('Users', users),
    book === '' ? '' : `\n${element('CodeBook', {}, book)}`,
    list('Variables', variables),
    list('Sources', sources),
    list('Notes', notes),
  )}\n`;
}

/** What is told of a source: of its post, and of the file that it comes from. */
const VARIABLES = [
  ['date', 'Date'],
  ['title', 'Text'],
  ['source', 'Text'],
  ['author', 'Text'],
  ['file', 'Text'],
  ['post', 'Text'],
] as const;

function userGuid(name: string): string {
  return uuidOf('person', name);
}

function textGuid({ name }: ExchangeDocument): string {
  return uuidOf('text', name ?? '');
}

function sourceOf(
  document: ExchangeDocument,
  codes: CodeBook,
  people: Set<string>,
  notes: string[],
  losses: Losses,
): string {
  const { name, text, spans, post, file } = document;
  const points = new CodePoints(text ?? '');
  const selections = spans.map((span, i) =>
    selectionOf(span, `${name ?? ''}\0${span.id ?? i}`, points, codes, people, notes, losses),
  );
  const date = post !== null && /^\d{4}-\d\d-\d\d$/.test(post.date ?? '') ? post.date : null;
  const facts = { date, title: post?.title, source: post?.source, author: post?.author, file, post: post?.id };
  const values = VARIABLES.flatMap(([variable, type]) => {
    const value = facts[variable] ?? null;
    if (value === null) return [];
    const reference = element('VariableRef', { targetGUID: uuidOf('variable', variable) });
    return element('VariableValue', {}, reference, element(`${type}Value`, {}, xmlText(value)));
  });
  const path = `internal://${textGuid(document)}.txt`;
  const about = { guid: uuidOf('source', name ?? ''), name, plainTextPath: path };
  return `\n${element('TextSource', about, ...selections, ...values)}`;
}

/** @param key names the selection in the project */
function selectionOf(
  span: ExchangeSpan,
  key: string,
  points: CodePoints,
  codes: CodeBook,
  people: Set<string>,
  notes: string[],
  losses: Losses,
): string {
  const { id, place, note, on, computed } = span;
  const by = computed ? COMPUTED : span.by;
  if (by !== null) people.add(by);
  const day = on !== null && DAY.test(on) ? on : null;
  if (on !== day) losses.add('on', 'It is no day as 2026-11-22 is.', id);
  const user = by === null ? null : userGuid(by);
  const signed = { creatingUser: user, creationDateTime: day === null ? null : `${day}T00:00:00Z` };
  const codings = codes
    .of(span, losses)
    .map((code) =>
      element(
        'Coding',
        { guid: uuidOf('coding', key, code), creatingUser: user },
        element('CodeRef', { targetGUID: code }),
      ),
    );
  if (note !== null) {
    const guid = uuidOf('note', key);
    notes.push(
      `\n${element('Note', { guid, name: id, creatingUser: user }, element('PlainTextContent', {}, xmlText(note)))}`,
    );
    codings.push(element('NoteRef', { targetGUID: guid }));
  }
  const ends = { startPosition: points.shortOf(place?.start ?? 0), endPosition: points.shortOf(place?.end ?? 0) };
  const guid = uuidOf('selection', id ?? key);
  return `\n${element('PlainTextSelection', { guid, name: id, ...ends, ...signed }, ...codings)}`;
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
