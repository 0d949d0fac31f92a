import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { callHere } from './support/call';
import { ARCHIVE } from './support/case';
import { withFolder } from './support/folder';

describe('postgloss import', () => {
  const table = 'name;type;aliases\nOlof Berg;person;O. Berg|=1+1\n';

  it('adds the entities of a table to the registry, once', () =>
    withFolder({ ...ARCHIVE, 'people.csv': table }, async (folder) => {
      const registry = join(folder, 'entities.gloss.yaml');
      const before = await readFile(registry, 'utf8');
      const first = await callHere(['import', 'people.csv'], folder);
      assert.deepEqual([first.code, first.stderr], [0, 'Imported: 1 new entity.\n']);
      const after = await readFile(registry, 'utf8');
      const record =
        '  - id: olof-berg\n    name: Olof Berg\n    type: person\n    aliases:\n      - O. Berg\n      - "=1+1"\n';
      assert.equal(after, before + record);
      const second = await callHere(['import', 'people.csv'], folder);
      assert.deepEqual([second.code, second.stderr], [0, 'Imported: 1 known already.\n']);
      assert.equal(await readFile(registry, 'utf8'), after);
      assert.deepEqual(
        (await readdir(folder)).filter((name) => name.startsWith('.')),
        [],
      );
    }));

  it('makes a registry where there is none', () =>
    withFolder({ 'postgloss.yaml': 'postgloss: 1\n', 'people.csv': table }, async (folder) => {
      assert.equal((await callHere(['import', 'people.csv'], folder)).code, 0);
      assert.match(
        await readFile(join(folder, 'entities.gloss.yaml'), 'utf8'),
        /^postgloss: 1\nentities:\n {2}- id: olof-berg\n/,
      );
    }));

  it('writes nothing on a dry run', () =>
    withFolder({ ...ARCHIVE, 'people.csv': table }, async (folder) => {
      const before = await readFile(join(folder, 'entities.gloss.yaml'), 'utf8');
      await callHere(['import', 'people.csv', '--dry-run'], folder);
      assert.equal(await readFile(join(folder, 'entities.gloss.yaml'), 'utf8'), before);
    }));
});
