import { textOf, type ByteFiles } from '../format';
import { objectsIn, objectIn, readJson, textIn } from '../json';
import { namedPost, type ExchangeDocument } from '../model';

/** The file that says, in a folder of documents, which post of which text each of them is. Imports work without it. */
export const EXPORT_LIST = 'postgloss-export.json';

/** @param offsets what the format's numbers count */
export function exportList(format: string, offsets: string, documents: readonly ExchangeDocument[]): string {
  const list = documents.map(({ name, file, post, text }) => ({
    name,
    file,
    post: post?.id ?? null,
    length: text?.length ?? 0,
  }));
  return `${JSON.stringify({ postgloss: 1, format, offsets, documents: list }, null, 1)}\n`;
}

/** What the list says of a document, by its name. Where there is no list, of none. */
export function readExportList(files: ByteFiles): (name: string) => Pick<ExchangeDocument, 'name' | 'file' | 'post'> {
  const path = [...files.keys()].find((key) => lastPart(key) === EXPORT_LIST);
  const read = readJson((path === undefined ? null : textOf(files, path)) ?? '{}');
  const documents = objectsIn(objectIn({ all: read.ok ? read.value : null }, 'all') ?? {}, 'documents');
  const byName = new Map(documents.map((document) => [textIn(document, 'name'), document]));
  return (name) => {
    const document = byName.get(name) ?? {};
    return { name, file: textIn(document, 'file'), post: namedPost(textIn(document, 'post')) };
  };
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The files of an ending, with their names without it, in the order of their paths. */
export function filesOf(files: ByteFiles, ending: string): { readonly path: string; readonly name: string }[] {
  return [...files.keys()]
    .filter((path) => path.toLowerCase().endsWith(ending))
    .sort()
    .map((path) => ({ path, name: lastPart(path).slice(0, -ending.length) }));
}
