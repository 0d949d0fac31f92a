import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { scratchFolder, write } from '../../desktop/scratch';
import { itSlow } from '../../support/trials';
import { EQUIVALENT, isEquivalent } from './equivalent';
import { listMutants, withMutant } from './list-mutants';
import { mutantsIn, sample } from './mutants';
import { ProjectCopy } from './project-copy';
import { tryMutants, type Breakable, type Outcome } from './try-mutants';

const PATH = 'src/core/ages/ages.ts';
const SOURCE = 'export function isAdult(age: number): boolean {\n  return age >= 18;\n}\n';
/** Notices a change of the bound, but never asks about eighteen itself. */
const TEST = `
import assert from 'node:assert/strict';
import { isAdult } from '../../../src/core/ages/ages';
it('is', () => assert.deepEqual([16, 17, 19].map(isAdult), [false, false, true]));
`;

/** Tries every mutant of the source, and tells the changes that no test noticed. */
async function survivorsIn(project: Breakable): Promise<[number, string[]]> {
  const mutants = listMutants('ages/ages.ts', SOURCE);
  const survivors: string[] = [];
  const { killed } = await tryMutants(project, mutants, [['test/core/ages/*.test.ts']], ({ change }) => {
    survivors.push(change);
  });
  return [killed, survivors];
}

describe('mutants', () => {
  it('are all small changes of the kinds that people make', () => {
    const changes = (source: string) => listMutants('a.ts', source).map(({ change }) => change);
    assert.deepEqual(changes('const a = b < c && d === e || f;'), ['< → <=', '&& → ||', '=== → !==', '|| → &&']);
    assert.deepEqual(changes('const a = b + 1 - c;'), ['+ → -', '1 → 2', '1 → 0', '- → +']);
    assert.deepEqual(changes('if (a) return;\nb();'), ['if (a) return; removed', 'a negated', 'b(); removed']);
    assert.deepEqual(changes('if (a) b = 1; else c = true;').includes('true → false'), true);
    assert.deepEqual(changes('a.slice(b);'), ['a.slice(b); removed', 'b → b + 1', 'b → b - 1']);
    assert.deepEqual(changes('const a = b ? c : d;'), ['b negated']);
    assert.deepEqual(changes("const a: 1 | true = x + 'text' + 0xff;"), []);
    assert.deepEqual(changes('f(0 < a, 0 < b);'), [
      'f(0 < a, 0 < b); removed',
      ...['0 → 1', '0 → -1', '< → <='],
      ...['0 → 1 #2', '0 → -1 #2', '< → <= #2'],
    ]);
  });

  it('change one place of a source, and leave one that compiles', () => {
    const source = "// Above\nif (a >= -1) return b.slice(c, -2) + 'x';\nf();\n";
    const mutants = listMutants('a.ts', source);
    assert(mutants.length > 10);
    for (const mutant of mutants) {
      const broken = withMutant(source, mutant);
      assert.notEqual(broken, source);
      const { diagnostics } = ts.transpileModule(broken, { reportDiagnostics: true });
      assert.deepEqual(diagnostics, [], broken);
      assert.equal(mutant.lineText, source.split('\n')[mutant.line - 1]);
    }
  });

  it('are drawn by chance, each once, and again the same by the same seed', () => {
    const all = Array.from({ length: 50 }, (_, i) => i);
    const drawn = sample(all, 20, 7);
    assert.equal(new Set(drawn).size, 20);
    assert.deepEqual(drawn, sample(all, 20, 7));
    assert.notDeepEqual(drawn, sample(all, 20, 8));
    assert.deepEqual(
      sample(all, 80, 7).sort((a, b) => a - b),
      all,
    );
  });

  it('are counted as noticed or not, one by one, and the sources are put back', async () => {
    let text = SOURCE;
    const project: Breakable = {
      read: () => text,
      having: async (_path, broken, work) => {
        text = broken;
        return work().finally(() => (text = SOURCE));
      },
      test: (): Promise<Outcome> => {
        const code = `${ts.transpile(text, { module: ts.ModuleKind.CommonJS })}; [16, 17, 19].map(isAdult).join()`;
        const answers: unknown = runInNewContext(code, { exports: {} });
        return Promise.resolve(answers === 'false,false,true' ? 'passed' : 'failed');
      },
    };
    assert.deepEqual(await survivorsIn(project), [1, ['>= → >', '18 → 19']]);
    assert.equal(text, SOURCE);
    text = SOURCE.replace('18', '30');
    await assert.rejects(survivorsIn(project), /fails without any mutant/);
  });

  it('that a person has judged are still in the sources', () => {
    const all = [...new Set(EQUIVALENT.map(({ file }) => file))].flatMap(mutantsIn);
    const lost = EQUIVALENT.filter((known) => !all.some((mutant) => isEquivalent(mutant, [known])));
    assert.deepEqual(lost, []);
  });

  itSlow('are tried in a copy of a project, whose tests run in a process of their own', async () => {
    const folder = scratchFolder();
    write(folder, { [PATH]: SOURCE, 'test/core/ages/ages.test.ts': TEST, 'test/support/setup.ts': '' });
    const copy = new ProjectCopy(folder, ['src', 'test']);
    try {
      assert.deepEqual(await survivorsIn(copy), [1, ['>= → >', '18 → 19']]);
      assert.equal(copy.read(PATH), SOURCE);
      const endless = SOURCE.replace('return', 'while (age > 0);\n  return');
      const outcome = await copy.having(PATH, endless, () => copy.test(['test/core/ages/*.test.ts'], 5));
      assert.equal(outcome, 'slow');
    } finally {
      copy.remove();
    }
  });
});
