import type { Span } from '../text/span';

/**
 * A YAML file as plain data with places. Every scalar is text: nothing is turned into numbers, dates or booleans, so that a tag
 * named `no` and an id such as `1e3` stay what somebody wrote.
 */
export type YamlNode = YamlText | YamlList | YamlMap;

export interface YamlText {
  readonly kind: 'text';
  readonly value: string;
  /** From the first code unit of the scalar (its quotation mark or block header) to behind its last. */
  readonly span: Span;
  /** Whether it is a block scalar (`|` or `>`): its span then ends behind a line end. */
  readonly block: boolean;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  /** The offset of each item's `-`; empty for a flow list (`[a, b]`). */
  readonly dashes: readonly number[];
  readonly flow: boolean;
  readonly span: Span;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
  readonly flow: boolean;
  readonly span: Span;
}

/** One `key: value` of a map. */
export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** The offset behind the colon. */
  readonly afterColon: number;
  /** Null where the file gives no value (`tags:` and nothing behind it). */
  readonly value: YamlNode | null;
}

/** The entry of that key; the first where a broken file has several. */
export function entryOf(map: YamlMap, key: string): YamlEntry | undefined {
  return map.entries.find((entry) => entry.key === key);
}

/** The text of that key, or null where the key is missing or holds something else. */
export function textOf(map: YamlMap, key: string): string | null {
  const value = entryOf(map, key)?.value;
  return value?.kind === 'text' ? value.value : null;
}

/** The offset behind a node's last character of its own. The library's span of a map reaches over comments that follow it. */
export function contentEnd(node: YamlNode): number {
  if (node.kind === 'text' || node.flow) return node.span.end;
  if (node.kind === 'list') {
    const last = node.items.at(-1);
    return last ? contentEnd(last) : node.span.end;
  }
  const last = node.entries.at(-1);
  return last ? (last.value ? contentEnd(last.value) : last.afterColon) : node.span.end;
}
