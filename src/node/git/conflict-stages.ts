import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stages } from '../../core/conflicts';
import { decodeText } from '../../core/text';
import { gitBytes } from './run-git';
import { findFile } from './work-tree';

/**
 * The three versions of a file in conflict, from git's index. Null where the file is not in conflict for git, for example because it was
 * staged with its markers, and where one side has deleted it.
 *
 * @param path absolute
 */
export async function conflictStages(path: string): Promise<Stages | null> {
  const file = await findFile(path);
  if (!file) return null;
  const { top } = file;
  const listing = ['--literal-pathspecs', 'ls-files', '--unmerged', '-z', '--', file.path];
  const objects = new Map<string, string>();
  for (const entry of ((await gitBytes(top, listing)) ?? '').toString().split('\0')) {
    const [, object, stage] = /^100\d+ ([0-9a-f]+) ([123])\t/.exec(entry) ?? [];
    if (object !== undefined && stage !== undefined) objects.set(stage, object);
  }
  const read = async (stage: string) => {
    const object = objects.get(stage);
    return object === undefined ? null : gitBytes(top, ['cat-file', 'blob', object]);
  };
  const [base, ours, theirs] = [await read('1'), await read('2'), await read('3')];
  if (!ours || !theirs) return null;
  const bytes = { base: base ?? Buffer.alloc(0), ours, theirs };
  const texts = { base: decodeText(bytes.base), ours: decodeText(ours), theirs: decodeText(theirs) };
  if (texts.base === null || texts.ours === null || texts.theirs === null) return null;
  return { base: texts.base, ours: texts.ours, theirs: texts.theirs, byLines: await mergeByLines(top, bytes) };
}

/** Merges three versions by lines, in the style of conflicts that git is configured to use in a repository; null where git cannot. */
async function mergeByLines(
  top: string,
  versions: { readonly base: Buffer; readonly ours: Buffer; readonly theirs: Buffer },
): Promise<string | null> {
  const scratch = await mkdtemp(join(tmpdir(), 'postgloss-merge-'));
  try {
    const paths: string[] = [];
    for (const side of ['ours', 'base', 'theirs'] as const) {
      const path = join(scratch, side);
      await writeFile(path, versions[side]);
      paths.push(path);
    }
    // Its exit code is the number of conflicts, at most 127.
    const merged = await gitBytes(top, ['merge-file', '-p', ...paths], { highest: 127 });
    return merged && decodeText(merged);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
