import { onlyFile, type Format } from '../format';
import type { Exchange } from '../model';
import { element, XML_HEAD, xmlText } from '../xml';

/** Entities that are mentioned in one post, as a network. GEXF 1.2draft, as newer versions are not read everywhere. */
export const GEXF: Format = {
  ...{ name: 'gexf', usedBy: 'Gephi, Gephi Lite, networkx', shape: 'file', ending: 'gexf' },
  ...{ per: 'post', mentions: 'all', quotesOnly: false, dialects: [], read: null },
  holds: () => ['entity'],
  write: (exchange) => onlyFile(gexfOf(networkOf(exchange))),
};

export const GRAPHML: Format = {
  ...{ name: 'graphml', usedBy: 'networkx, igraph, yEd, Cytoscape', shape: 'file', ending: 'graphml' },
  ...{ per: 'post', mentions: 'all', quotesOnly: false, dialects: [], read: null },
  holds: () => ['entity'],
  write: (exchange) => onlyFile(graphmlOf(networkOf(exchange))),
};

interface Node {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  mentions: number;
  posts: number;
  /** The dates of the first and last post; null where no post has a date. */
  first: string | null;
  last: string | null;
}

interface Network {
  readonly nodes: readonly Node[];
  /** `weight` is the number of posts that mention both. */
  readonly edges: readonly { readonly source: string; readonly target: string; readonly weight: number }[];
}

/** The entities that are mentioned, in the order of the registry, and which are in one post. */
function networkOf({ documents, entities }: Exchange): Network {
  const blank = { mentions: 0, posts: 0, first: null, last: null };
  const nodes = new Map(
    entities.map(({ id, name, type }): [string, Node] => [id, { id, label: name, type, ...blank }]),
  );
  const order = new Map(entities.map(({ id }, i) => [id, i]));
  const weights = new Map<string, Map<string, number>>();
  for (const { spans, post } of documents) {
    const here = new Set<string>();
    for (const { entity } of spans) {
      const node = entity === null ? null : nodes.get(entity);
      if (!node) continue;
      node.mentions++;
      here.add(node.id);
    }
    const date = post?.date ?? null;
    const together = [...here].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    for (const [i, id] of together.entries()) {
      const node = nodes.get(id);
      if (!node) continue;
      node.posts++;
      if (date !== null && (node.first === null || date < node.first)) node.first = date;
      if (date !== null && (node.last === null || date > node.last)) node.last = date;
      const own = weights.get(id) ?? new Map<string, number>();
      for (const other of together.slice(i + 1)) own.set(other, (own.get(other) ?? 0) + 1);
      weights.set(id, own);
    }
  }
  const edges = [...weights].flatMap(([source, own]) =>
    [...own].map(([target, weight]) => ({ source, target, weight })),
  );
  const rank = (id: string) => order.get(id) ?? 0;
  edges.sort((a, b) => rank(a.source) - rank(b.source) || rank(a.target) - rank(b.target));
  return { nodes: [...nodes.values()].filter(({ mentions }) => mentions > 0), edges };
}

const ATTRIBUTES = [
  ['type', 'string'],
  ['mentions', 'integer'],
  ['posts', 'integer'],
  ['first', 'string'],
  ['last', 'string'],
] as const;

function gexfOf({ nodes, edges }: Network): string {
  const attributes = ATTRIBUTES.map(([id, type]) => element('attribute', { id, title: id, type }));
  const nodeOf = (node: Node) => {
    const values = ATTRIBUTES.flatMap(([id]) =>
      node[id] === null ? [] : element('attvalue', { for: id, value: node[id] }),
    );
    const about = { id: node.id, label: node.label, start: node.first, end: node.last };
    return `\n${element('node', about, element('attvalues', {}, ...values))}`;
  };
  const edgeOf = (edge: Network['edges'][number], i: number) => `\n${element('edge', { id: i, ...edge })}`;
  const graph = element(
    'graph',
    { mode: 'dynamic', defaultedgetype: 'undirected', timeformat: 'date' },
    `\n${element('attributes', { class: 'node' }, ...attributes)}`,
    `\n${element('nodes', {}, ...nodes.map(nodeOf))}`,
    `\n${element('edges', {}, ...edges.map(edgeOf))}`,
  );
  return `${XML_HEAD}${element('gexf', { xmlns: 'http://www.gexf.net/1.2draft', version: '1.2' }, graph)}\n`;
}

function graphmlOf({ nodes, edges }: Network): string {
  const typed = [['label', 'string'], ...ATTRIBUTES] as const;
  const keys = typed.map(([id, type]) =>
    element('key', { id, for: 'node', 'attr.name': id, 'attr.type': type === 'integer' ? 'int' : type }),
  );
  const weight = element('key', { id: 'weight', for: 'edge', 'attr.name': 'weight', 'attr.type': 'int' });
  const data = (key: string, value: string | number) => element('data', { key }, xmlText(String(value)));
  const nodeOf = (node: Node) =>
    `\n${element('node', { id: node.id }, ...typed.flatMap(([id]) => (node[id] === null ? [] : data(id, node[id]))))}`;
  const edgeOf = ({ source, target, weight: posts }: Network['edges'][number]) =>
    `\n${element('edge', { source, target }, data('weight', posts))}`;
  const graph = element('graph', { edgedefault: 'undirected' }, ...nodes.map(nodeOf), ...edges.map(edgeOf));
  return `${XML_HEAD}${element('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' }, ...keys, weight, graph)}\n`;
}
