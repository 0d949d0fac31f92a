import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, Parser, type CST, type Node } from 'yaml';
import { type Problem } from '../problem';
import { quoted, visible } from '../text/visible';
import type { Span } from '../text/span';
import { guardTokens, MAX_DEPTH, tooDeep } from './guard';
import { contentEnd, type YamlEntry, type YamlNode } from './tree';

/** A YAML file that was read, as far as it could be. */
export interface YamlFile {
  /** The root; null when nothing could be read. */
  readonly root: YamlNode | null;
  readonly problems: readonly Problem[];
  /** Whether every character was understood. Only a sound file may be written: everything else could lose what somebody wrote. */
  readonly sound: boolean;
}

/**
 * Reads a text that `guardText` has let through, in any style of YAML. Never throws.
 *
 * @param level how many levels stand above the text, where it is a part of a file
 */
export function readWithLibrary(text: string, level = 0): YamlFile {
  try {
    return compose(text, level);
  } catch (error) {
    const message = `The file cannot be read as YAML: ${error instanceof Error ? firstSentence(error.message) : 'unknown error'}.`;
    return { root: null, problems: [{ code: 'yaml-syntax', severity: 'error', message, span: NOWHERE }], sound: false };
  }
}

const NOWHERE: Span = { start: 0, end: 0 };

function compose(text: string, level: number): YamlFile {
  const tokens = parse(text);
  const refused = Array.isArray(tokens) ? guardTokens(tokens, level) : tokens;
  if (refused || !Array.isArray(tokens)) {
    const problems = refused ? [{ ...refused, span: within(text, refused.span.start, refused.span.end) }] : [];
    return { root: null, problems, sound: false };
  }

  // The failsafe schema leaves every scalar a string; own checks replace the library's duplicate-key check, which is quadratic.
  const composer = new Composer({
    schema: 'failsafe',
    version: '1.2',
    stringKeys: true,
    uniqueKeys: false,
    merge: false,
    strict: true,
    keepSourceTokens: true,
    logLevel: 'silent',
  });
  const documents = tokens.filter(({ type }) => type === 'document');
  const second = documents[1];
  const first = second ? tokens.slice(0, tokens.indexOf(second)) : tokens;
  const [document] = withoutTraces(() => [...composer.compose(first)]);
  const problems = [...(document?.errors ?? []), ...(document?.warnings ?? [])].map(({ message, pos }): Problem => {
    const span = within(text, ...pos);
    return { code: 'yaml-syntax', severity: 'error', message: `${firstSentence(message)}.`, span };
  });
  if (second) {
    const mark = 'start' in second && Array.isArray(second.start) ? second.start : [];
    const start = mark.find(({ type }) => type === 'doc-start')?.offset ?? second.offset;
    problems.push(unsupported('A second YAML document in one file', { start, end: start + 3 }));
  }
  const root = document?.contents ? convert(document.contents, problems) : null;
  if (!root && problems.length === 0) {
    // Comments alone, or a lone `---`: there is nothing to add to, and it may be what is left of more.
    const message = 'The file says nothing. If it was cut off, restore it, from git for example.';
    problems.push({ code: 'empty-file', severity: 'error', message, span: NOWHERE });
  }
  return { root, problems: firstProblems(problems), sound: problems.length === 0 };
}

/** A span within the text: the library reports a missing sign behind the last character. */
function within({ length }: string, start: number, end: number): Span {
  return { start: Math.min(start, length), end: Math.min(end, length) };
}

/** Runs an action without stack traces: the library makes an error for each objection, and its trace would cost time for nothing. */
function withoutTraces<T>(action: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return action();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The first problems, each once: of nested brackets that are not closed, the library says the same of each. */
function firstProblems(problems: readonly Problem[]): Problem[] {
  const byWords = new Map<string, Problem>();
  for (const problem of problems) {
    if (byWords.size === MAX_PROBLEMS) break;
    byWords.set(`${problem.span.start} ${problem.message}`, problem);
  }
  return [...byWords.values()];
}

/** More problems are not reported: a hostile file has one for each character. */
export const MAX_PROBLEMS = 100;

/**
 * The library's tokens. Stops where the text nests too deep, as each level costs memory, behind `MAX_PROBLEMS` errors, and behind the
 * second document.
 */
function parse(text: string): CST.Token[] | Problem {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let errors = 0;
  let documents = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error') errors++;
      if (token.type === 'document') documents++;
    }
    if (documents > 1) return tokens;
    // A level takes up to two places on the parser's stack, and the document one.
    if (parser.stack.length > 2 * MAX_DEPTH + 4) return tooDeep(parser.offset);
    if (errors > MAX_PROBLEMS) break;
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** Converts the library's node; the depth is bounded by the guard, so recursion is safe here. */
function convert(node: Node, problems: Problem[]): YamlNode | null {
  const span = spanOf(node);
  if (isAlias(node)) {
    problems.push(unsupported('A YAML alias (*)', span));
    return null;
  }
  if (node.anchor) problems.push(unsupported('A YAML anchor (&)', span));
  if (node.tag) problems.push(unsupported('A YAML tag (!)', span));
  if (isScalar(node)) {
    if (typeof node.value !== 'string' || node.source === undefined) return null;
    const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    if (node.type === 'PLAIN' && node.source === '') return null;
    return { kind: 'text', value: node.value, span, block };
  }
  if (isSeq(node)) {
    const source = node.srcToken;
    const block = source?.type === 'block-seq';
    const dashes = block ? source.items.flatMap((item) => dashOf(item.start)) : [];
    const items = node.items.map((item) => convert(item as Node, problems) ?? emptyText(item as Node));
    return withOwnEnd({ kind: 'list', items, dashes, flow: !block, span });
  }
  if (isMap(node)) return convertMap(node, span, problems);
  return null;
}

function convertMap(node: Node & { items: unknown[] }, span: Span, problems: Problem[]): YamlNode {
  const seen = new Set<string>();
  const entries: YamlEntry[] = [];
  for (const pair of node.items as { key: Node; value: Node | null; srcToken?: CST.CollectionItem }[]) {
    if (!isScalar(pair.key) || typeof pair.key.value !== 'string') {
      problems.push(unsupported('A key that is not a word', span));
      continue;
    }
    const key = pair.key.value;
    const keySpan = spanOf(pair.key);
    // Behind a list or map, the library takes a line that begins with a colon for a field without a name, wherever it stands.
    if (pair.key.source === '' && pair.key.type === 'PLAIN')
      problems.push(unsupported('A field without a name', keySpan));
    if (pair.key.anchor) problems.push(unsupported('A YAML anchor (&)', keySpan));
    if (pair.key.tag) problems.push(unsupported('A YAML tag (!)', keySpan));
    if (seen.has(key)) {
      const message = `The field ${quoted(key)} is there twice. Remove one.`;
      problems.push({ code: 'duplicate-field', severity: 'error', message, span: keySpan });
    }
    seen.add(key);
    const colon = pair.srcToken?.sep?.find((token) => token.type === 'map-value-ind');
    const value = pair.value ? convert(pair.value, problems) : null;
    if (pair.srcToken?.start.some((token) => token.type === 'explicit-key-ind')) {
      problems.push(unsupported('A key marked with “?”', keySpan));
    }
    entries.push({ key, keySpan, afterColon: colon ? colon.offset + 1 : keySpan.end, value });
  }
  return withOwnEnd({ kind: 'map', entries, flow: node.srcToken?.type !== 'block-map', span });
}

/** The library's span of a collection reaches over the comments and line ends behind it. */
function withOwnEnd(node: YamlNode): YamlNode {
  return { ...node, span: { start: node.span.start, end: contentEnd(node) } };
}

function spanOf(node: Node): Span {
  const range = node.range;
  return range ? { start: range[0], end: range[1] } : NOWHERE;
}

/** An item without a value (`-` and nothing behind it) reads as empty text, so that items and dashes stay in step. */
function emptyText(node: Node): YamlNode {
  const { start } = spanOf(node);
  return { kind: 'text', value: '', span: { start, end: start }, block: false };
}

function dashOf(start: readonly CST.SourceToken[]): number[] {
  return start.filter((token) => token.type === 'seq-item-ind').map((token) => token.offset);
}

function unsupported(what: string, span: Span): Problem {
  return { code: 'yaml-feature', severity: 'error', message: `${what} is not supported here. Write it out.`, span };
}

/** The first line of a message of the library, shortened: it quotes the text that it objects to, however long it is. */
function firstSentence(message: string): string {
  const line = message.split('\n', 1)[0] ?? message;
  const sentence = visible(line.slice(0, 200)).replace(/ at line \d+, column \d+:?$/, '');
  return sentence.length > 160 ? `${sentence.slice(0, 160)}…` : sentence.replace(/[.:]$/, '');
}
