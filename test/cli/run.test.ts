import assert from 'node:assert/strict';
import fc from 'fast-check';
import { run } from '../../src/cli/run';
import { trials } from '../support/trials';
import { callHere } from './support/call';
import { ARCHIVE } from './support/case';
import { withFolder } from './support/folder';

/** Runs with a standard output that fails, as nothing else in the program can be made to. */
async function runBroken(env: Record<string, string>): Promise<{ code: number; stderr: string }> {
  let stderr = '';
  const stdout = () => {
    throw new Error('the printer\u001b is on fire');
  };
  const code = await run(['--version'], { stdout, stderr: (text) => void (stderr += text), cwd: '/', env });
  return { code, stderr };
}

describe('run', () => {
  it('tells an internal error in one line', async () => {
    assert.deepEqual(await runBroken({}), {
      code: 3,
      stderr: 'postgloss: internal error: the printer<U+001B> is on fire\n',
    });
  });

  it('adds the stack when asked to', async () => {
    const { code, stderr } = await runBroken({ POSTGLOSS_DEBUG: '1' });
    assert.equal(code, 3);
    assert.match(stderr, /\n {4}at /);
  });

  it('survives when nobody listens at all', async () => {
    const fail = () => {
      throw new Error('closed');
    };
    assert.equal(await run(['--version'], { stdout: fail, stderr: fail, cwd: '/', env: {} }), 3);
  });

  it('F1: finds a way with any arguments', () =>
    withFolder(ARCHIVE, async (cwd) => {
      const known = fc.constantFrom(
        'posts',
        'mentions',
        'anchors',
        'check',
        '--json',
        '--',
        '--entities',
        '-h',
        '.',
        '*',
      );
      const file = fc.constantFrom(
        'archives',
        'archives/harbour.txt',
        'entities.gloss.yaml',
        '**/*.txt',
        '{a,b}',
        '[',
        '!*',
      );
      // Without a slash nothing reaches out of the folder, where a glob could be slow.
      const any = fc.string({ unit: 'binary' }).filter((text) => !/[/\\]|^\.\.$/.test(text));
      await fc.assert(
        fc.asyncProperty(fc.array(fc.oneof(known, file, any), { maxLength: 6 }), async (argv) => {
          const { code, stderr } = await callHere(argv, cwd);
          assert.ok(code !== null && code < 3, stderr);
          if (code === 2) assert.match(stderr, /^[^\n]+\n$/);
        }),
        trials(300),
      );
    }));

  it('takes no glob for a path that is far too long', () =>
    withFolder(ARCHIVE, async (cwd) => {
      const { code } = await callHere(['posts', '*'.repeat(100_000)], cwd);
      assert.equal(code, 2);
    }));
});
