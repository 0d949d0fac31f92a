// What may import what. `src/README.md` lists the floors of each side in blocks, lowest first; an import may only go down, and no file may
// import itself by way of others. Types count too: what cannot be read without each other is one thing.
import { deepStrictEqual } from 'node:assert';
import { entriesOf, importGraph, importsIn, sourceText } from './support/sources';

const SIDES = ['core', 'editor', 'cli', 'node'];

const graph = importGraph();
const floorsOf = readFloors(sourceText('README.md'));

describe('the floors in src/README.md', () => {
  it('are those of the four sides', () => deepStrictEqual([...floorsOf.keys()].sort(), [...SIDES].sort()));

  for (const side of SIDES) {
    const floors = floorsOf.get(side) ?? [];

    it(`of ${side} are all that lies in src/${side}, each named once`, () => {
      const entries = entriesOf(side).filter((name) => !name.endsWith('.md'));
      deepStrictEqual([...floors].sort(), entries.sort());
    });

    it(`of ${side} are imported downwards only`, () => {
      const floor = (file: string) => floors.indexOf(file.slice(side.length + 1).split('/', 1)[0] ?? '');
      const isInside = (file: string) => file.startsWith(`${side}/`);
      const upward = [...graph].flatMap(([file, others]) =>
        isInside(file)
          ? others.filter((other) => isInside(other) && floor(other) > floor(file)).map((other) => `${file} → ${other}`)
          : [],
      );
      deepStrictEqual(upward, []);
    });
  }
});

describe('the files of src', () => {
  it('form no circle of imports', () => deepStrictEqual(findCircle(graph), []));

  it('are seen to import in every form that TypeScript has', () => {
    const forms = [
      "import a from './1';",
      "import { a,\n  b as c } from './2';",
      "import * as a from './3';",
      "import './4';",
      "import type { A } from './5';",
      "import { type A } from './6';",
      "export { a } from './7';",
      "export * from './8';",
      "export * as a from './9';",
      "export type { A } from './10';",
      "import a = require('./11');",
      "const a = await import('./12');",
      "type A = import('./13').A;",
      "type A = typeof import('./14');",
    ];
    deepStrictEqual(
      importsIn(forms.join('\n')).map(({ module }) => module),
      ['./1', './2', './3', './5', './6', './7', './8', './9', './10', './4', './11', './12', './13', './14'],
    );
    for (const [i, form] of forms.entries()) deepStrictEqual(importsIn(form)[0]?.module, `./${i + 1}`, form);
    const others = ["// import './1';", "const text = `import './2'`;", 'const b = \'import("./3")\';'];
    deepStrictEqual(importsIn(others.join('\n')), []);
  });

  it('would be told of a circle', () => {
    const drawn = { a: ['b'], b: ['c'], c: ['d', 'e'], d: [], e: ['d', 'b'] };
    deepStrictEqual(findCircle(new Map(Object.entries(drawn))), ['b', 'c', 'e', 'b']);
    deepStrictEqual(findCircle(new Map([['a', ['a']]])), ['a', 'a']);
  });
});

/** The floors of each side: the first words of the lines of each block that is opened by `floors` and the side's name. */
function readFloors(page: string): Map<string, string[]> {
  const blocks = page.replaceAll('\r\n', '\n').matchAll(/^```floors (\S+)\n([^]*?)^```$/gm);
  return new Map(
    [...blocks].map(([, side = '', body = '']) => [
      side,
      body.split('\n').flatMap((line) => line.trim().split(/\s+/, 1)[0] || []),
    ]),
  );
}

/** The files of one circle in the order of their imports, the first of them again at the end; empty where there is no circle. */
function findCircle(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const settled = new Set<string>();
  const follow = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (settled.has(file)) return [];
    for (const other of imports.get(file) ?? []) {
      const circle = follow(other, [...path, file]);
      if (circle.length > 0) return circle;
    }
    settled.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const circle = follow(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
