import type { Field } from './fields';
import { readYamlFields } from './front-matter-yaml';
import { moved, readEntries, type Notation, type ReadHeader } from './header-lines';

/**
 * Reads the fields of a JSON header; spans are offsets into it. JSON is YAML, whose reader knows the places of values. Hexo leaves out the
 * braces. Where the whole is broken, its entries are read one by one. Never throws.
 */
export function readJsonHeader(header: string): ReadHeader {
  const spaced = header.replaceAll('\t', ' ');
  const fields = spaced.trimStart().startsWith('{') ? readYamlFields(spaced) : readBraced(spaced);
  return fields ? { fields, broken: [] } : readEntries(spaced, NOTATION, true);
}

const NOTATION: Notation = {
  key: /^[\s{]*"([^"\n]{1,80})"[ \t]*:[ \t]*|^\s*\}/,
  read: (entry) => (/^[\s{}]*$/.test(entry) ? [] : readBraced(entry.replace(/^\s*\{/, ' ').replace(/[\s,]+$/, ''))),
};

function readBraced(entries: string): Field[] | null {
  return readYamlFields(`{${entries}\n}`)?.map((field) => moved(field, -1)) ?? null;
}
