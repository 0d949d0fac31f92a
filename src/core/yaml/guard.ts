import type { CST } from 'yaml';
import { type Problem } from '../problem';
import { quoted } from '../text/visible';
import type { Span } from '../text/span';

// Refuses files that the YAML library must not see. The library recurses over nested input, and input that is nested deeply enough ends
// the whole process, where no `catch` can help. It also reads a merge conflict inside a block scalar as text.

/** 64 levels; a sidecar has four. */
export const MAX_DEPTH = 64;

/** 32 MiB of UTF-16 code units: about 150,000 annotations. */
export const MAX_LENGTH = 32 * 1024 * 1024;

/** Why a text must not be parsed, by its characters alone; null where it may be. */
export function guardText(text: string): Problem | null {
  if (text.length > MAX_LENGTH) {
    return refuse('too-large', `The file is larger than ${MAX_LENGTH / 1024 / 1024} MiB. Split it.`, NOWHERE);
  }
  if (!/\S/.test(text)) {
    return refuse('empty-file', 'The file is empty. If it was cut off, restore it, from git for example.', NOWHERE);
  }
  return guardLines(text);
}

const NOWHERE: Span = { start: 0, end: 0 };

/** The checks of `guardText` that look at single lines, for a part of a text. */
export function guardLines(text: string): Problem | null {
  const nul = text.indexOf('\0');
  if (nul >= 0)
    return refuse('not-text', 'This is not a text file: it is not UTF-8, or holds a NUL.', {
      start: nul,
      end: nul + 1,
    });
  const conflict = /^(?:<{7,}|>{7,}|\|{7,}|={7,})(?:[ \t].*)?\r?$/m.exec(text);
  if (conflict) {
    const span = { start: conflict.index, end: conflict.index + 7 };
    return refuse(
      'conflict-markers',
      'The file holds git’s conflict markers. Solve the conflict, in the Review view for example, then go on.',
      span,
    );
  }
  return null;
}

/**
 * Why parsed tokens must not be composed: a directive, an end marker, more levels than the limit, or a flood of errors; null where they
 * may be. Walks them with a stack of its own, as deep recursion would end the process.
 *
 * @param level how deep in its file the text stands
 */
export function guardTokens(tokens: readonly CST.Token[], level = 0): Problem | null {
  const stack: { token: CST.Token; depth: number }[] = [];
  for (const token of tokens) {
    // A directive can change what every scalar means (`%YAML 1.1` turns `no` into false), and yields no error of its own.
    if (token.type === 'directive' || token.type === 'doc-end') {
      const span = { start: token.offset, end: token.offset + token.source.length };
      return refuse('yaml-feature', `${quoted(token.source.trim())} is not supported here. Remove the line.`, span);
    }
    stack.push({ token, depth: level });
  }
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { token, depth } = top;
    if (depth > MAX_DEPTH) {
      return tooDeep('offset' in token ? token.offset : 0);
    }
    const flood = floodIn(token);
    if (flood) {
      const span = { start: flood.offset, end: flood.offset + flood.source.length };
      return refuse('yaml-syntax', `Nothing of this kind may stand here: ${quoted(flood.source)}.`, span);
    }
    if (token.type === 'document' && token.value) stack.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const item of token.items) {
      if (item.key) stack.push({ token: item.key, depth: depth + 1 });
      if (item.value) stack.push({ token: item.value, depth: depth + 1 });
    }
  }
  return null;
}

/** Tokens that may stand behind a value. */
const CLOSING = new Set<string>(['space', 'comment', 'newline', 'flow-map-end', 'flow-seq-end']);
const PROPERTIES = new Set<string>(['anchor', 'tag']);

/** With more misplaced tokens in one place, the file is refused: the library would take seconds to make an error of each. */
const MANY = 100;

/** The first of more than `MANY` misplaced tokens in one place; undefined where there are fewer. */
function floodIn(token: CST.Token): Pick<CST.SourceToken, 'offset' | 'source'> | undefined {
  const end = 'end' in token ? (token.end ?? []) : [];
  const starts = 'start' in token && Array.isArray(token.start) ? [token.start] : [];
  if ('items' in token) for (const item of token.items) starts.push(item.start, item.sep ?? []);
  const lists = [
    end.length > MANY ? end.filter(({ type }) => !CLOSING.has(type)) : [],
    ...starts.map((list) => (list.length > MANY ? list.filter(({ type }) => PROPERTIES.has(type)) : [])),
    token.type === 'block-map' && token.items.length > MANY ? token.items.flatMap(withoutColon) : [],
    token.type === 'flow-collection' && token.items.length > MANY ? token.items.flatMap(nothingBefore) : [],
  ];
  return lists.find((list) => list.length > MANY)?.[0];
}

/** The token of a line in a map that is no field: it has no colon, or is marked with `?`. None for a field. */
function withoutColon({ start, key, sep }: CST.CollectionItem): Pick<CST.SourceToken, 'offset' | 'source'>[] {
  const marked = start.find(({ type }) => type === 'explicit-key-ind');
  if (marked) return [marked];
  if (sep?.some(({ type }) => type === 'map-value-ind') === true || !key) return [];
  return [{ offset: 'offset' in key ? key.offset : 0, source: 'source' in key ? key.source : '' }];
}

/** The comma of an item in brackets that holds nothing. The last item may, as a comma may stand at the end. */
function nothingBefore({ start, key, value }: CST.CollectionItem): Pick<CST.SourceToken, 'offset' | 'source'>[] {
  return key || value ? [] : start.filter(({ type }) => type === 'comma');
}

/** The refusal of a text whose nesting passes the limit at an offset. */
export function tooDeep(start: number): Problem {
  return refuse('yaml-too-deep', `The file nests more than ${MAX_DEPTH} levels deep.`, { start, end: start + 1 });
}

function refuse(code: Problem['code'], message: string, span: Span): Problem {
  return { code, severity: 'error', message, span };
}
