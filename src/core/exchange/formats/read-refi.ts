import { textOf, type ByteFiles, type ReadResult } from '../format';
import { Losses } from '../losses';
import { NO_DOCUMENT, NO_SPAN, namedPost, type ExchangeDocument, type ExchangeSpan } from '../model';
import { CodePoints, withLineFeeds } from '../offsets';
import { uuidOf } from '../uuid';
import { childNamed, elementsNamed, type XmlElement } from '../xml';
import { guidIn, readCodes, type ReadCodes } from './refi-codes';
import { countingOf } from './refi-counting';

/** The origin of our own projects, in which nothing has to be guessed. */
export const ORIGIN = 'Postgloss';

/** Reads a project or a codebook of REFI-QDA, as many programs write them. */
export function readProject(root: XmlElement, files: ByteFiles): ReadResult {
  if (root.name !== 'Project' && root.name !== 'CodeBook') return { ok: false, why: 'It is no project of REFI-QDA.' };
  const losses = new Losses();
  const ours = root.attributes.get('origin') === ORIGIN;
  const book = root.name === 'CodeBook' ? root : childNamed(root, 'CodeBook');
  const project: Project = {
    ...{ files, losses, ours, codes: readCodes(book && childNamed(book, 'Codes'), ours) },
    users: byGuid(
      elementsNamed(root, 'User'),
      (user) => user.attributes.get('name') ?? user.attributes.get('id') ?? null,
    ),
    notes: byGuid(elementsNamed(root, 'Note'), (note) => childNamed(note, 'PlainTextContent')?.text ?? null),
    variables: byGuid(elementsNamed(root, 'Variable'), (variable) => variable.attributes.get('name') ?? null),
  };
  for (const name of ['PictureSource', 'PDFSource', 'AudioSource', 'VideoSource']) {
    elementsNamed(root, name).forEach(() => losses.add('source', `A ${name} has no text that an archive holds.`));
  }
  const documents = elementsNamed(root, 'TextSource').flatMap((source) => documentOf(source, project) ?? []);
  return { ok: true, reading: { documents, tags: project.codes.tags, skipped: losses.all } };
}

/** What selections refer to. */
interface Project {
  readonly files: ByteFiles;
  readonly losses: Losses;
  readonly ours: boolean;
  readonly codes: ReadCodes;
  readonly users: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, string>;
  readonly variables: ReadonlyMap<string, string>;
}

function byGuid(elements: readonly XmlElement[], valueOf: (element: XmlElement) => string | null): Map<string, string> {
  return new Map(
    elements.flatMap((element) => {
      const value = valueOf(element);
      return value === null ? [] : [[guidIn(element, 'guid'), value] as const];
    }),
  );
}

function documentOf(source: XmlElement, project: Project): ExchangeDocument | null {
  const text = childNamed(source, 'PlainTextContent')?.text ?? fileText(source, project.files);
  if (text === null) {
    project.losses.add('source', 'Its text is missing, or is rich text alone. Export it with plain text.');
    return null;
  }
  const content = withLineFeeds(text);
  const selections = source.children.filter(({ name }) => name === 'PlainTextSelection');
  for (const { name } of source.children) {
    if (name === 'Coding') project.losses.add('coding', 'It marks a whole source, and no passage.');
  }
  const points = new CodePoints(content);
  const counting = project.ours ? null : countingOf(text, content, selections);
  const variables = variablesOf(source, project.variables);
  const spans = selections.map((selection): ExchangeSpan => {
    const place = counting ? counting(selection) : placeOf(selection, points);
    return { ...NO_SPAN, place, ...statementOf(selection, project) };
  });
  const [file, post] = [variables.get('file') ?? null, namedPost(variables.get('post') ?? null)];
  const name = source.attributes.get('name') ?? null;
  return { ...NO_DOCUMENT, name, file, post, text: content, spans };
}

function placeOf(selection: XmlElement, points: CodePoints): ExchangeSpan['place'] {
  const number = (key: string) => Number(selection.attributes.get(key) ?? NaN);
  return { start: points.longOf(number('startPosition')), end: points.longOf(number('endPosition')) };
}

/** The text of a source's own file. Some programs write `Sources/`. */
function fileText(source: XmlElement, files: ByteFiles): string | null {
  const path = source.attributes.get('plainTextPath') ?? '';
  const name = path.replace(/^(?:internal|relative):\/\//, '').replace(/^.*\//, '');
  if (name === '') return null;
  const key = [...files.keys()].find((one) => one.toLowerCase() === `sources/${name.toLowerCase()}`);
  return key === undefined ? null : textOf(files, key);
}

function variablesOf(source: XmlElement, names: ReadonlyMap<string, string>): Map<string, string> {
  const values = source.children.filter(({ name }) => name === 'VariableValue');
  return new Map(
    values.flatMap((value) => {
      const reference = childNamed(value, 'VariableRef');
      const name = reference && names.get(guidIn(reference, 'targetGUID'));
      const text = value.children.find(({ name: kind }) => kind.endsWith('Value'))?.text;
      return name && text !== undefined ? [[name, text] as const] : [];
    }),
  );
}

function statementOf(selection: XmlElement, { codes, users, notes, losses, ours }: Project): Partial<ExchangeSpan> {
  const targets = (name: string, of: XmlElement) =>
    of.children.filter((child) => child.name === name).map((child) => guidIn(child, 'targetGUID'));
  const codings = selection.children.filter(({ name }) => name === 'Coding');
  const meanings = codings
    .flatMap((coding) => targets('CodeRef', coding))
    .flatMap((guid) => {
      const meaning = codes.meanings.get(guid);
      if (!meaning) losses.add('coding', 'Its code is not in the codebook.');
      return meaning ?? [];
    });
  const tags = meanings.flatMap(({ tag }) => tag ?? []);
  const { entity = null, not = null, scope = null } = Object.assign({}, ...meanings) as (typeof meanings)[number];
  const written = [selection, ...codings]
    .flatMap((one) => targets('NoteRef', one))
    .flatMap((guid) => notes.get(guid) ?? []);
  const comment = ours ? null : (childNamed(selection, 'Description')?.text ?? null);
  // MAXQDA has a comment there, others the beginning of the passage.
  const notesOf = written.length > 0 || codings.length > 0 ? written : comment === null ? [] : [comment];
  const user = guidIn(selection, 'creatingUser') || codings.map((coding) => guidIn(coding, 'creatingUser'))[0];
  const by = users.get(user ?? '') ?? null;
  const name = selection.attributes.get('name') ?? null;
  const isOurs = name !== null && guidIn(selection, 'guid') === uuidOf('selection', name);
  return {
    ...{ id: isOurs ? name : null, tags, entity, not, scope },
    ...{ note: notesOf.length > 0 ? notesOf.join('\n\n') : null, by: by === COMPUTED ? null : by },
    ...{ on: selection.attributes.get('creationDateTime')?.slice(0, 10) ?? null, computed: ours && by === COMPUTED },
  };
}

/** The user to whom our projects give what nobody decided. */
export const COMPUTED = 'Postgloss (computed)';
