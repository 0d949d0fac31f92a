import type { ViewNode } from '../../../src/editor/rows/nodes';
import { RowTree } from '../../../src/editor/rows/row-tree';
import type { Row } from '../../../src/editor/rows/rows';
import { deepEqual, equal } from '../support/assert';

/** A row of a tree that is written as nested lists of labels; a label may say `id=label`. */
function row(text: string, children?: () => Row[]): Row {
  const [id = '', label = id] = text.split('=');
  return { id, node: { kind: 'branch' }, label, spoken: label, ...(children ? { children } : {}) };
}

/** A tree, and what it announced as labels; `all` stands for the whole of it. */
function observed(first: Row[]) {
  let rows = first;
  const tree = new RowTree(() => rows);
  const announced: string[] = [];
  const label = (node: ViewNode) => (tree.getTreeItem(node).label as { label: string }).label;
  tree.onDidChangeTreeData((nodes) => announced.push(...(nodes ? nodes.map(label) : ['all'])));
  const unfold = (node?: ViewNode) => {
    for (const child of tree.getChildren(node)) unfold(child);
  };
  tree.redraw();
  unfold();
  return {
    tree,
    draw: (next: Row[]) => {
      announced.length = 0;
      rows = next;
      tree.redraw();
      return announced;
    },
  };
}

describe('the rows of a view', () => {
  const years = (post: string, more: string[] = []) => [
    row('2017', () => [row(post), ...more.map((text) => row(text))]),
    row('2016', () => [row('b')]),
  ];

  it('announce nothing when nothing differs', () => {
    deepEqual(observed(years('a')).draw(years('a')), []);
  });

  it('announce a row without children that looks different, and only it', () => {
    deepEqual(observed(years('a=before')).draw(years('a=after')), ['after']);
  });

  it('announce the row under which one came', () => {
    deepEqual(observed(years('a')).draw(years('a', ['c'])), ['2017']);
  });

  it('announce all when the first level is another', () => {
    deepEqual(observed(years('a')).draw([row('2018')]), ['all']);
  });

  it('keep their nodes, so that what is selected stays so', () => {
    const { tree, draw } = observed(years('a=before'));
    const before = tree.find('a');
    draw(years('a=after'));
    equal(tree.find('a'), before);
  });
});
