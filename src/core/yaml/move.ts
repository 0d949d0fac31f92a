import type { Problem } from '../problem';
import type { Span } from '../text/span';
import type { YamlEntry, YamlNode } from './tree';

// An item is read by itself, and its places count from its own start. Moves them to where it stands in its file.

/** A copy of a node whose places are larger by a number of code units. Its depth is bounded by the reader. */
export function moveNode<Node extends YamlNode>(node: Node, by: number): Node;
export function moveNode(node: YamlNode, by: number): YamlNode {
  const span = moveSpan(node.span, by);
  if (node.kind === 'text') return { ...node, span };
  if (node.kind === 'map') return { ...node, span, entries: node.entries.map((entry) => moveEntry(entry, by)) };
  return {
    ...node,
    span,
    items: node.items.map((item) => moveNode(item, by)),
    dashes: node.dashes.map((dash) => dash + by),
  };
}

export function moveEntry(entry: YamlEntry, by: number): YamlEntry {
  return {
    key: entry.key,
    keySpan: moveSpan(entry.keySpan, by),
    afterColon: entry.afterColon + by,
    value: entry.value && moveNode(entry.value, by),
  };
}

export function moveSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

export function moveProblems(problems: readonly Problem[], by: number): Problem[] {
  return problems.map((problem) => ({ ...problem, span: moveSpan(problem.span, by) }));
}
