import assert from 'node:assert/strict';
import { command } from '../../src/cli/call/command';
import { FLAG_LIST, FLAGS, readFlags } from '../../src/cli/call/flags';
import { COMMANDS } from '../../src/cli/commands';

describe('the table of flags', () => {
  it('has one kind for each name, and no command has two flags of one name', () => {
    const kinds = new Map<string, string>();
    for (const [, { name, kind }] of FLAG_LIST) {
      assert.equal(kinds.get(name) ?? kind, kind, name);
      kinds.set(name, kind);
    }
    for (const { name, flags } of COMMANDS) {
      const names = flags.map((key) => FLAGS[key].name);
      assert.equal(new Set(names).size, names.length, name);
    }
  });

  it('has no flag that no command knows', () => {
    const known = new Set(COMMANDS.flatMap(({ flags }) => flags));
    for (const [key] of FLAG_LIST) assert.ok(known.has(key), key);
  });

  it('reads the flags that count, and gives the others the values of flags that are not given', () => {
    const given = { format: 'sarif', blame: true, 'marker-size': '9', since: '2026-01-01' };
    const { report, format, imported, blame, markerSize, since, posts } = readFlags(
      ['report', 'markerSize', 'blame'],
      given,
    );
    assert.deepEqual(
      [report, format, imported, blame, markerSize, since, posts],
      ['sarif', null, null, true, 9, null, 'both'],
    );
  });

  it('gives a command the values of its own flags and no others', async () => {
    const example = command({
      ...{ name: 'x', parameters: '', summary: '', fields: [] },
      flags: ['markerSize'],
      run(call) {
        const size: number | null = call.markerSize;
        // @ts-expect-error -- the command does not name this flag
        const stray: unknown = call.since;
        return Promise.resolve(stray === undefined ? (size ?? 7) : 0);
      },
    });
    const io = { stdout: () => undefined, stderr: () => undefined, cwd: '/', env: {} };
    assert.equal(await example.run({ io, paths: [], json: false, markerSize: 9 }), 9);
    const plain = command({
      ...{ name: 'y', parameters: '', summary: '', fields: [], flags: [] },
      // @ts-expect-error -- a command without flags has the values of none
      run: (call) => Promise.resolve(call.since === undefined ? 0 : 1),
    });
    assert.deepEqual(plain.flags, []);
  });
});
