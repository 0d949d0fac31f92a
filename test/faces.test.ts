// A face is the `index.ts` of a core folder: the names that hosts may use. It is short enough to be read, and offers nothing that no host
// uses. The dead-code check cannot tell this, as tests use inner names of the core too.
import { deepStrictEqual, ok } from 'node:assert';
import { importsIn, namesExportedFrom, resolveImport, sourceFiles, sourceText } from './support/sources';

const MOST_LINES = 25;

/** Not for hosts: other core folders import it, which should import the files behind it. */
const INNER = ['core/match/index.ts'];

const files = new Set(sourceFiles());
const faces = [...files].filter((file) => /^core\/[^/]+\/index\.ts$/.test(file) && !INNER.includes(file));

/** What hosts import from core folders, each as `core/folder/index.ts name`; the name is `*` where a host takes all. */
const used = new Set(
  [...files]
    .filter((file) => /^(?:editor|cli|node)\//.test(file))
    .flatMap((file) =>
      importsIn(sourceText(file)).flatMap(({ module, names }) =>
        names.map((name) => `${resolveImport(file, module, files) ?? module} ${name}`),
      ),
    ),
);

describe('the faces of the core', () => {
  for (const face of faces) {
    const text = sourceText(face);

    it(`${face} is short`, () => {
      const lines = text.replace(/\/\*[^]*?\*\/|\/\/.*/g, '').match(/\S.*/g) ?? [];
      ok(lines.length <= MOST_LINES, `${lines.length} lines without comments, where ${MOST_LINES} are the most`);
    });

    it(`${face} names what it offers, and each name is used by a host`, () => {
      ok(!importsIn(text).some(({ names }) => names.includes('*')), 'it exports all of a file');
      ok(!used.has(`${face} *`), 'a host imports all of it');
      const unused = namesExportedFrom(text).filter((name) => !used.has(`${face} ${name}`));
      deepStrictEqual(unused, [], 'no host imports these');
    });
  }
});
