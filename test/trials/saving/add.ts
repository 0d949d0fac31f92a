import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { BLANK } from '../../../src/core/sidecar/annotation';
import { EMPTY_SIDECAR, readSidecar } from '../../../src/core/sidecar/read-sidecar';
import { addAnnotation } from '../../../src/core/sidecar/write-sidecar';
import { mergeEdit } from '../../../src/editor/archive/merge-edit';
import { changeText } from '../../../src/node/saving/change-text';

/**
 * Adds an annotation to a sidecar, on the way that the extension takes on a desktop: it reads the file, makes an edit of it, and saves
 * the edit, which is merged with what others have written since the reading.
 *
 * @throws Error with the reason when it was not saved
 */
export async function addTo(path: string, id: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => null);
  const sidecar = readSidecar(before ?? EMPTY_SIDECAR);
  const annotation = { ...BLANK, id, quote: `the lamp of ${id}`, tags: ['claim'] };
  const written = addAnnotation(sidecar, annotation, sidecar.annotations.length);
  if (!written.ok) throw new Error(written.why);
  const edit = { path: basename(path), before, after: written.text };
  let refusal = '';
  const changed = await changeText(path, dirname(path), (now) => {
    const settled = mergeEdit(edit, now);
    if (settled.ok) return settled.text;
    refusal = settled.why;
    return null;
  });
  if (!changed) throw new Error(refusal);
}

/** The ids in a sidecar, in the order of the file. Fails for a file that was not read without a problem. */
export async function idsIn(path: string): Promise<string[]> {
  const { annotations, problems, writable } = readSidecar(await readFile(path, 'utf8'));
  if (!writable || problems.length > 0) throw new Error(problems[0]?.message ?? 'The sidecar is not writable.');
  return annotations.map(({ id }) => id ?? '');
}
