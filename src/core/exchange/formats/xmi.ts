import { ALL_FIELDS, textOf, type Format, type ReadResult, type ByteFiles } from '../format';
import { Losses } from '../losses';
import { NO_DOCUMENT, NO_SPAN, type Exchange, type ExchangeDocument, type ExchangeSpan } from '../model';
import { element, readXml, XML_HEAD, type XmlElement } from '../xml';
import { EXPORT_LIST, exportList, filesOf, readExportList } from './export-list';

/** UIMA's CAS as XMI, with the layers that INCEpTION has by itself: spans with labels, and named entities. It counts UTF-16 code units. */
export const XMI: Format = {
  ...{ name: 'xmi', usedBy: 'INCEpTION, Apache UIMA, dkpro-cassis', shape: 'folder', ending: '' },
  ...{ per: 'post', mentions: 'none', quotesOnly: false, dialects: [] },
  holds: () => ALL_FIELDS,
  write(exchange) {
    const files = new Map(
      exchange.documents.map((document) => [`${document.name ?? ''}.xmi`, casOf(document, exchange)]),
    );
    files.set('TypeSystem.xml', typeSystem());
    files.set(EXPORT_LIST, exportList('xmi', 'utf16', exchange.documents));
    return files;
  },
  read,
};

const NAMED_ENTITY = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';
const FEATURES = ['entity', 'not', 'scope', 'note', 'by', 'on'] as const;

function casOf({ text, spans }: ExchangeDocument, { entities }: Exchange): string {
  const types = new Map(entities.map(({ id, type }) => [id, type]));
  const members: number[] = [];
  const structures: string[] = [];
  const add = (name: string, span: ExchangeSpan, features: Readonly<Record<string, string | null>>) => {
    const id = members.length + 2;
    members.push(id);
    const { start, end } = span.place ?? { start: 0, end: 0 };
    structures.push(`\n${element(name, { 'xmi:id': id, sofa: 1, begin: start, end, ...features })}`);
  };
  for (const span of spans) {
    const { id, tags, entity, computed } = span;
    const own = Object.fromEntries(FEATURES.map((feature) => [feature, span[feature]]));
    for (const [i, label] of (tags.length > 0 ? tags : ['']).entries()) {
      const first = i === 0 ? { ...own, computed: computed ? 'true' : null } : {};
      add('custom:Span', span, { label, identifier: id, ...first });
    }
    if (entity !== null) add('ner:NamedEntity', span, { value: types.get(entity) ?? 'other', identifier: entity });
  }
  const spaces = {
    ...{ 'xmlns:xmi': 'http://www.omg.org/XMI', 'xmlns:cas': 'http:///uima/cas.ecore' },
    ...{
      'xmlns:custom': 'http:///custom.ecore',
      'xmlns:ner': 'http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore',
    },
  };
  const sofa = { 'xmi:id': 1, sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: text };
  return `${XML_HEAD}${element(
    'xmi:XMI',
    { ...spaces, 'xmi:version': '2.0' },
    `\n${element('cas:NULL', { 'xmi:id': 0 })}`,
    `\n${element('cas:Sofa', sofa)}`,
    ...structures,
    `\n${element('cas:View', { sofa: 1, members: members.join(' ') })}`,
  )}\n`;
}

function typeSystem(): string {
  const typed = (name: string, features: readonly string[]) => {
    const described = features.map((feature) =>
      element('featureDescription', {}, ...named({ name: feature, description: '', rangeTypeName: 'uima.cas.String' })),
    );
    const about = named({ name, description: '', supertypeName: 'uima.tcas.Annotation' });
    return `\n${element('typeDescription', {}, ...about, element('features', {}, ...described))}`;
  };
  const types = [
    typed('custom.Span', ['label', 'identifier', ...FEATURES, 'computed']),
    typed(NAMED_ENTITY, ['value', 'identifier']),
  ];
  const space = { xmlns: 'http://uima.apache.org/resourceSpecifier' };
  return `${XML_HEAD}${element('typeSystemDescription', space, element('types', {}, ...types))}\n`;
}

/** Elements that hold a text each. The texts are our own words. */
function named(texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts).map(([name, text]) => element(name, {}, text));
}

function read(files: ByteFiles): ReadResult {
  const listed = readExportList(files);
  const losses = new Losses();
  const documents: ExchangeDocument[] = [];
  const alone = files.has('') ? [{ path: '', name: '' }] : [];
  for (const { path, name } of [...alone, ...filesOf(files, '.xmi')]) {
    const parsed = readXml(textOf(files, path) ?? '');
    const text = parsed.ok ? sofaOf(parsed.root) : null;
    if (!parsed.ok || text === null) losses.add('file', parsed.ok ? 'It has no text.' : parsed.why);
    else documents.push({ ...NO_DOCUMENT, ...listed(name), text, spans: spansOf(parsed.root) });
  }
  const [first] = losses.all;
  if (documents.length === 0) return { ok: false, why: first?.why ?? 'It has no file with the ending .xmi.' };
  return { ok: true, reading: { documents, tags: [], skipped: losses.all } };
}

function sofaOf(root: XmlElement): string | null {
  return root.children.find(({ name }) => name === 'Sofa')?.attributes.get('sofaString') ?? null;
}

function spansOf(root: XmlElement): ExchangeSpan[] {
  const records = new Map<string, ExchangeSpan>();
  const linked = new Set<string>();
  for (const [i, { name, attributes }] of root.children.entries()) {
    if (name !== 'Span') continue;
    const text = (key: string) => attributes.get(key) || null;
    const id = text('computed') === null ? text('identifier') : null;
    const fields = Object.fromEntries(FEATURES.map((feature) => [feature, text(feature)]));
    const span: ExchangeSpan = {
      ...NO_SPAN,
      ...fields,
      id,
      place: placeOf(attributes),
      computed: text('computed') === 'true',
    };
    const tags = [text('label')].filter((label) => label !== null);
    const known = records.get(id ?? `\0${i}`);
    records.set(id ?? `\0${i}`, known ? { ...known, tags: [...known.tags, ...tags] } : { ...span, tags });
    if (span.entity !== null) linked.add(placeKey(attributes));
  }
  // A named entity of ours stands beside its span, and says no more. One of another tool is a label.
  const entities = root.children.filter(
    ({ name, attributes }) => name === 'NamedEntity' && !linked.has(placeKey(attributes)),
  );
  const labelled = entities.flatMap(({ attributes }): ExchangeSpan[] => {
    const value = attributes.get('value');
    return value ? [{ ...NO_SPAN, place: placeOf(attributes), tags: [value] }] : [];
  });
  return [...records.values(), ...labelled];
}

function placeOf(attributes: ReadonlyMap<string, string>): ExchangeSpan['place'] {
  return { start: Number(attributes.get('begin') ?? NaN), end: Number(attributes.get('end') ?? NaN) };
}

function placeKey(attributes: ReadonlyMap<string, string>): string {
  return `${attributes.get('begin') ?? ''}-${attributes.get('end') ?? ''}`;
}
