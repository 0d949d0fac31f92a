import { resolve } from 'node:path';
import { mergeTexts, type Merged } from '../../core/merge';
import { quoted } from '../../core/text';
import { mergeByLines, type Three } from '../../node/git/merge-by-lines';
import { saveTarget } from '../../node/inside-root';
import { LIMITS, readRegular } from '../../node/read-file';
import { writeSafely } from '../../node/saving/write-safely';
import { workOn } from '../../node/system-error';
import { command, type Call } from '../call/command';
import { UsageError } from '../call/usage-error';
import { folderAround } from '../files/folder-around';
import { printDocument } from '../output/printer';

/** A row of `postgloss merge --json`. */
interface Row {
  readonly file: string;
  readonly result: Merged['kind'];
  readonly conflicts: number;
  /** Why a person has to look at the file; null where that is not needed. */
  readonly message: string | null;
}

/**
 * Merges three versions of a sidecar, a registry or `postgloss.yaml` into OURS. git calls it as a merge driver, and takes the exit code 1
 * for a conflict. The number of conflicts is never the exit code: git would take 256 conflicts for none.
 */
export const merge = command({
  name: 'merge',
  parameters: 'BASE OURS THEIRS',
  summary: 'Merge three versions of a sidecar or registry into OURS, as git’s merge driver',
  fields: 'file result conflicts message'.split(' '),
  flags: ['path', 'markerSize'],
  async run(call) {
    const paths = pathsOf(call);
    const root = folderAround(call.io.cwd, paths.ours);
    // Asked first, so that nothing of what may not be written is read.
    await workOn(paths.ours, () => saveTarget(root, paths.ours));
    const bytes = readThree(paths);
    const markerSize = call.markerSize ?? 7;
    // Written before anything that may fail: if a driver dies, git keeps OURS without a word, and the changes of theirs would be lost.
    const byLines = await mergeByLines(call.io.cwd, paths, bytes, markerSize);
    await writeSafely(paths.ours, byLines, root);
    const merged = mergeRecords(bytes, call.path, markerSize);
    if (merged.kind !== 'doubt') {
      await writeSafely(paths.ours, withMark(bytes.ours, merged.text), root);
    }
    return report(call, merged);
  },
});

/** Any failure counts as a doubt, as the merge by lines is in the file already. */
function mergeRecords(bytes: Three<Buffer>, path: string | null, markerSize: number): Merged {
  try {
    const texts = { base: decode(bytes.base), ours: decode(bytes.ours), theirs: decode(bytes.theirs) };
    const { base, ours, theirs } = texts;
    if (base === null || ours === null || theirs === null)
      return { kind: 'doubt', why: 'A version is not UTF-8 text.' };
    return mergeTexts({ base, ours, theirs }, { path: path ?? undefined, markerSize });
  } catch (error) {
    return { kind: 'doubt', why: `The merge failed: ${error instanceof Error ? error.message : String(error)}.` };
  }
}

function report(call: Call<'path'>, merged: Merged): number {
  const file = call.path ?? call.paths[1] ?? '';
  const conflicts = merged.kind === 'conflict' ? merged.conflicts : 0;
  const message =
    merged.kind === 'conflict'
      ? `${conflicts} ${conflicts === 1 ? 'record needs' : 'records need'} a decision. Both versions are in the file, between markers.`
      : merged.kind === 'doubt'
        ? `It was merged by lines only, and needs a look. ${merged.why}`
        : null;
  const row: Row = { file, result: merged.kind, conflicts, message };
  if (call.json) printDocument(call, [row]);
  else if (message !== null) call.io.stderr(`postgloss: ${quoted(file)}: ${message}\n`);
  return merged.kind === 'merged' ? 0 : 1;
}

function pathsOf({ paths, io }: Call): Three<string> {
  const [base, ours, theirs, ...more] = paths;
  if (base === undefined || ours === undefined || theirs === undefined || more.length > 0) {
    throw new UsageError('merge takes three files: BASE OURS THEIRS.');
  }
  return { base: resolve(io.cwd, base), ours: resolve(io.cwd, ours), theirs: resolve(io.cwd, theirs) };
}

function readThree({ base, ours, theirs }: Three<string>): Three<Buffer> {
  const read = (path: string) => readRegular(path, LIMITS.version);
  return { base: read(base), ours: read(ours), theirs: read(theirs) };
}

/** The text without its byte order mark; null for bytes that are no text. */
function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function withMark(old: Buffer, text: string): Buffer {
  return Buffer.from((old.subarray(0, 3).equals(BYTE_ORDER_MARK) ? '\ufeff' : '') + text);
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
