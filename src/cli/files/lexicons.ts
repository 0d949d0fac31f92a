import { dirname, join, relative, resolve } from 'node:path';
import { readRegistry, REGISTRY_FILE } from '../../core/entities';
import { createLexicon, NO_LEXICON, type Lexicon } from '../../core/mentions';
import { quoted } from '../../core/text';
import { LIMITS } from '../../node/read-file';
import type { Call } from '../call/command';
import type { GivenFile } from './given-files';
import { findUpwards } from './find-root';
import { createHost, readBytes } from './host';
import { refuseBroken, textOfFile } from './understood';
import { UsageError } from '../call/usage-error';

/**
 * Finds the registry that counts for each text: the one that the caller names; else that of the text's archive; else, for a text without
 * an archive, the nearest one upwards. Each registry is read once.
 *
 * Throws a `UsageError` where a registry cannot be understood, and where there is none, as a list without mentions would look like a
 * result.
 *
 * @param whereNone `empty` for commands that can do without a registry: they get an empty one
 */
export async function findLexicons(
  call: Call<'entities'>,
  files: readonly GivenFile[],
  whereNone: 'refuse' | 'empty' = 'refuse',
): Promise<(file: GivenFile) => Lexicon> {
  const { io, entities } = call;
  if (entities !== null) {
    const bytes = await readBytes(resolve(io.cwd, entities), LIMITS.gloss);
    if (!bytes) throw new UsageError(`There is no registry ${quoted(entities)}.`);
    const lexicon = readLexicon(entities, bytes);
    return () => lexicon;
  }
  const byFolder = new Map<string, Lexicon>();
  const byHome = new Map<string, Lexicon>();
  for (const file of files) {
    const folder = dirname(file.absolute);
    if (byFolder.has(folder)) continue;
    const home = file.archive?.root ?? (await findUpwards(folder, REGISTRY_FILE));
    const found = home === null ? null : (byHome.get(home) ?? (await lexiconAt(home, io.cwd)));
    if (!found && whereNone === 'refuse') throw new UsageError(noRegistry(file));
    const lexicon = found ?? NO_LEXICON;
    if (home !== null) byHome.set(home, lexicon);
    byFolder.set(folder, lexicon);
  }
  return (file) => byFolder.get(dirname(file.absolute)) ?? NO_LEXICON;
}

async function lexiconAt(home: string, cwd: string): Promise<Lexicon | null> {
  const bytes = await createHost(home).read(REGISTRY_FILE);
  return bytes && readLexicon(relative(cwd, join(home, REGISTRY_FILE)), bytes);
}

function readLexicon(shown: string, bytes: Uint8Array): Lexicon {
  return createLexicon(refuseBroken(shown, readRegistry(textOfFile(shown, bytes))));
}

function noRegistry({ shown, archive }: GivenFile): string {
  const where = archive
    ? `The archive of ${quoted(shown)} has no entity registry`
    : `No entity registry for ${quoted(shown)}`;
  return `${where}: add ${REGISTRY_FILE}, or name one with --entities.`;
}
