import { ALL_FIELDS, onlyFile, type Format } from '../format';
import type { Exchange, ExchangeDocument, ExchangeEntity, ExchangeSpan } from '../model';
import { uuidOf } from '../uuid';
import { element, XML_HEAD, xmlText } from '../xml';

/** TEI P5: the texts with anchors, annotations that point at them from without, and the registry as lists. */
export const TEI: Format = {
  ...{ name: 'tei', usedBy: 'oXygen, CETEIcean, digital editions', shape: 'file', ending: 'xml' },
  ...{ per: 'post', mentions: 'none', quotesOnly: false, dialects: [], read: null },
  holds: () => ALL_FIELDS,
  write: (exchange) => onlyFile(teiOf(exchange)),
};

function teiOf({ documents, entities, tags }: Exchange): string {
  const title = element('titleStmt', {}, element('title', {}, 'Annotations of Postgloss'));
  const source = element('sourceDesc', {}, element('p', {}, 'The texts of an archive of posts.'));
  const about = element(
    'fileDesc',
    {},
    title,
    element('publicationStmt', {}, element('p', {}, 'Not published.')),
    source,
  );
  const categories = tags.map(({ id, description }) =>
    element(
      'category',
      { 'xml:id': xmlId('tag', id) },
      element('catDesc', {}, xmlText(description === null ? id : `${id}: ${description}`)),
    ),
  );
  const taxonomy =
    categories.length === 0
      ? ''
      : element('encodingDesc', {}, element('classDecl', {}, element('taxonomy', {}, ...categories)));
  const lists = listsOf(entities);
  const annotations = documents.flatMap((document) => document.spans.map((span, i) => annotationOf(document, span, i)));
  const standOff = [
    ...lists,
    ...(annotations.length === 0 ? [] : [`\n${element('listAnnotation', {}, ...annotations)}`]),
  ];
  return `${XML_HEAD}${element(
    'TEI',
    { xmlns: 'http://www.tei-c.org/ns/1.0' },
    `\n${element('teiHeader', {}, about, taxonomy)}`,
    standOff.length === 0 ? '' : `\n${element('standOff', {}, ...standOff)}`,
    `\n${element('text', {}, element('body', {}, ...documents.map(divOf)))}`,
  )}\n`;
}

const KINDS = [
  ['person', 'listPerson', 'person', 'persName'],
  ['organization', 'listOrg', 'org', 'orgName'],
  ['place', 'listPlace', 'place', 'placeName'],
] as const;

function listsOf(entities: readonly ExchangeEntity[]): string[] {
  return KINDS.flatMap(([type, list, item, name]) => {
    const own = entities.filter((entity) => entity.type === type);
    const items = own.map((entity) =>
      element(item, { 'xml:id': xmlId('entity', entity.id) }, element(name, {}, xmlText(entity.name))),
    );
    return items.length === 0 ? [] : [`\n${element(list, {}, ...items)}`];
  });
}

/** An id that XML takes, the same each time. */
function xmlId(kind: string, ...names: readonly string[]): string {
  return `${kind}-${uuidOf(kind, ...names)}`;
}

function anchorId({ name }: ExchangeDocument, i: number, end: 'start' | 'end'): string {
  return xmlId('anchor', name ?? '', String(i), end);
}

function annotationOf(document: ExchangeDocument, span: ExchangeSpan, i: number): string {
  const { id, tags, note, entity, not, scope, by, on, computed } = span;
  const target = `#range(${anchorId(document, i, 'start')},${anchorId(document, i, 'end')})`;
  const categories = tags.map((tag) => `#${xmlId('tag', tag)}`).join(' ') || null;
  const parts = [
    ...tags.map((tag) => element('note', { type: 'tag' }, xmlText(tag))),
    ...(note === null ? [] : [element('note', { type: 'note' }, xmlText(note))]),
    ...(entity === null ? [] : [element('note', { type: computed ? 'computed' : 'entity' }, xmlText(entity))]),
    ...(not === null ? [] : [element('note', { type: 'not' }, xmlText(not))]),
    ...(scope === null ? [] : [element('note', { type: 'scope' }, xmlText(scope))]),
    ...(by === null && on === null
      ? []
      : [element('note', { type: 'by' }, xmlText([by, on].filter((part) => part !== null).join(', ')))]),
  ];
  return `\n${element('annotation', { 'xml:id': xmlId('annotation', document.name ?? '', String(i)), n: id, target, ana: categories }, ...parts)}`;
}

/** A post with its text. Line ends become `lb`, and anchors stand where annotations begin and end, so that these may cross. */
function divOf(document: ExchangeDocument): string {
  const { text, spans, post, name } = document;
  const marks = spans.flatMap(({ place }, i) =>
    place
      ? [
          { at: place.start, id: anchorId(document, i, 'start') },
          { at: place.end, id: anchorId(document, i, 'end') },
        ]
      : [],
  );
  marks.sort((a, b) => a.at - b.at);
  const content: string[] = [];
  let done = 0;
  const upTo = (at: number) => {
    content.push(xmlText((text ?? '').slice(done, at)).replaceAll('\n', '<lb/>\n'));
    done = at;
  };
  for (const { at, id } of marks) {
    upTo(at);
    content.push(element('anchor', { 'xml:id': id }));
  }
  upTo((text ?? '').length);
  const { title = null, date: day = null, author: writer = null } = post ?? {};
  const head = title === null ? '' : element('head', {}, xmlText(title));
  const date = day === null ? '' : element('date', { when: day }, day);
  const author = writer === null ? '' : element('docAuthor', {}, xmlText(writer));
  const byline = date === '' && author === '' ? '' : element('byline', {}, author, date);
  return `\n${element('div', { type: post ? 'post' : 'file', n: post?.id ?? name }, head, byline, element('ab', { 'xml:space': 'preserve' }, ...content))}`;
}
