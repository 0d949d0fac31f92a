import { type Problem } from '../problem';
import { quoted } from '../text/visible';
import { entryOf, type YamlMap } from './tree';

// Reads the fields of a record. A field of the wrong shape is reported and read as missing: one bad field hides nothing else.

/** The text of a field; null where it is missing or empty. */
export function textField(map: YamlMap, key: string, problems: Problem[]): string | null {
  const value = entryOf(map, key)?.value;
  if (!value) return null;
  if (value.kind === 'text') return value.value === '' ? null : value.value;
  problems.push(badField(`“${key}” should be text.`, map, key));
  return null;
}

/** The texts of a field; a single text counts as a list of one, as people write it. Duplicates and empty items are left out. */
export function textsField(map: YamlMap, key: string, problems: Problem[]): string[] {
  const value = entryOf(map, key)?.value;
  if (!value) return [];
  if (value.kind === 'text') return value.value === '' ? [] : [value.value];
  if (value.kind === 'map') {
    problems.push(badField(`“${key}” should be a list, one item a line, each beginning with “-”.`, map, key));
    return [];
  }
  const texts = new Set<string>();
  for (const item of value.items) {
    if (item.kind === 'text' && item.value !== '') texts.add(item.value);
    else if (item.kind !== 'text') {
      const message = `An item of “${key}” should be text.`;
      problems.push({ code: 'bad-field', severity: 'error', message, span: item.span });
    }
  }
  return [...texts];
}

/** The texts of a small map, by key. */
export function mapField(map: YamlMap, key: string, problems: Problem[]): Map<string, string> {
  const value = entryOf(map, key)?.value;
  const texts = new Map<string, string>();
  if (!value) return texts;
  if (value.kind !== 'map') {
    problems.push(badField(`“${key}” should hold lines of the form “name: text”.`, map, key));
    return texts;
  }
  for (const entry of value.entries) {
    if (entry.value?.kind === 'text') texts.set(entry.key, entry.value.value);
    else if (entry.value) {
      const message = `${quoted(entry.key)} should be text.`;
      problems.push({ code: 'bad-field', severity: 'error', message, span: entry.keySpan });
    }
  }
  return texts;
}

function badField(message: string, map: YamlMap, key: string): Problem {
  return { code: 'bad-field', severity: 'error', message, span: entryOf(map, key)?.keySpan ?? map.span };
}
