import { Composer, isAlias, isMap, isScalar, isSeq, Parser, type CST, type Node } from 'yaml';
import type { Problem } from '../problem';
import type { Span } from '../text/span';
import { guardText, guardTokens } from './guard';
import type { YamlEntry, YamlNode } from './tree';

/** A YAML file that was read, as far as it could be. */
export interface YamlFile {
  /** The root; null when nothing could be read. */
  readonly root: YamlNode | null;
  readonly problems: readonly Problem[];
  /** Whether every character was understood. Only a sound file may be written: everything else could lose what somebody wrote. */
  readonly sound: boolean;
}

/**
 * Reads YAML from people one does not know. Never throws; anything unusual (aliases, anchors, tags, several documents, conflict
 * markers, deep nesting) is refused with its place, as the subset that the files of an archive need has none of it.
 */
export function readYaml(text: string): YamlFile {
  const refused = guardText(text);
  if (refused) return { root: null, problems: [refused], sound: false };
  try {
    return compose(text);
  } catch (error) {
    const message = `The file cannot be read as YAML: ${error instanceof Error ? error.message : 'unknown error'}.`;
    return { root: null, problems: [{ code: 'yaml-syntax', severity: 'error', message, span: NOWHERE }], sound: false };
  }
}

const NOWHERE: Span = { start: 0, end: 0 };

function compose(text: string): YamlFile {
  const tokens = [...new Parser().parse(text)];
  const refused = guardTokens(tokens);
  if (refused) return { root: null, problems: [refused], sound: false };

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
  const [document, second] = [...composer.compose(tokens)];
  if (!document) return { root: null, problems: [], sound: false };

  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => ({
    code: 'yaml-syntax',
    severity: 'error',
    message: `${firstSentence(error.message)}.`,
    span: { start: error.pos[0], end: error.pos[1] },
  }));
  if (second)
    problems.push(
      unsupported('Several YAML documents in one file', { start: second.range[0], end: second.range[0] + 3 }),
    );
  const root = document.contents ? convert(document.contents, problems) : null;
  return { root, problems, sound: problems.every((problem) => problem.severity !== 'error') };
}

/** Converts the library's node; the depth is bounded by the guard, so recursion is safe here. */
function convert(node: Node, problems: Problem[]): YamlNode | null {
  const span = spanOf(node);
  if (isAlias(node)) {
    problems.push(unsupported('A YAML alias (*)', span));
    return null;
  }
  if (node.anchor) problems.push(unsupported('A YAML anchor (&)', span));
  if (node.tag && !CORE_TAGS.has(node.tag)) problems.push(unsupported('A YAML tag (!)', span));
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
    return { kind: 'list', items, dashes, flow: !block, span };
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
    if (pair.key.anchor) problems.push(unsupported('A YAML anchor (&)', keySpan));
    if (seen.has(key)) {
      const message = `The field “${key}” is there twice. Remove one.`;
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
  return { kind: 'map', entries, flow: node.srcToken?.type !== 'block-map', span };
}

/** The tags that the failsafe schema itself gives to what has none. */
const CORE_TAGS = new Set(['tag:yaml.org,2002:map', 'tag:yaml.org,2002:seq', 'tag:yaml.org,2002:str']);

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

function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '');
}
