import type { CST } from 'yaml';
import { quoted, type Problem } from '../problem';
import type { Span } from '../text/span';

// What a file must not be before the YAML library may see it. The library recurses over nested input, and input that is nested
// deeply enough ends the whole process where no `catch` can help; it also reads a merge conflict inside a block scalar as text.

/** 64 levels; a sidecar has four. */
export const MAX_DEPTH = 64;

/** 32 MiB of UTF-16 code units: about 150,000 annotations. */
export const MAX_LENGTH = 32 * 1024 * 1024;

/** What is wrong with the text itself, found by its characters alone; null when it may be parsed. */
export function guardText(text: string): Problem | null {
  if (text.length > MAX_LENGTH) {
    return refuse('too-large', `The file is larger than ${MAX_LENGTH / 1024 / 1024} MiB. Split it.`, {
      start: 0,
      end: 0,
    });
  }
  const nul = text.indexOf('\0');
  if (nul >= 0)
    return refuse('not-text', 'This is not a text file: it holds a NUL character.', { start: nul, end: nul + 1 });
  if (text.replace(/^\ufeff/, '').trim() === '') {
    return refuse('empty-file', 'The file is empty. If it was cut off, restore it, from git for example.', {
      start: 0,
      end: 0,
    });
  }
  const conflict = /^(?:<{7}|>{7}|\|{7}|={7})(?:[ \t].*)?\r?$/m.exec(text);
  if (conflict) {
    const span = { start: conflict.index, end: conflict.index + 7 };
    return refuse('conflict-markers', 'The file holds git’s conflict markers. Solve the conflict, then go on.', span);
  }
  return null;
}

/**
 * What is wrong with the parsed tokens: a directive, an end marker, or more levels than the limit. Walks them with a stack of its
 * own: recursion is what must not happen.
 */
export function guardTokens(tokens: readonly CST.Token[]): Problem | null {
  const stack: { token: CST.Token; depth: number }[] = [];
  for (const token of tokens) {
    // A directive can change what every scalar means (`%YAML 1.1` turns `no` into false), and yields no error of its own.
    if (token.type === 'directive' || token.type === 'doc-end') {
      const span = { start: token.offset, end: token.offset + token.source.length };
      return refuse('yaml-feature', `${quoted(token.source.trim())} is not supported here. Remove the line.`, span);
    }
    stack.push({ token, depth: 0 });
  }
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { token, depth } = top;
    if (depth > MAX_DEPTH) {
      const start = 'offset' in token ? token.offset : 0;
      return refuse('yaml-too-deep', `The file nests more than ${MAX_DEPTH} levels deep.`, { start, end: start + 1 });
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

function refuse(code: Problem['code'], message: string, span: Span): Problem {
  return { code, severity: 'error', message, span };
}
