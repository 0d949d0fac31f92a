import { join } from 'node:path';
import { MANIFEST_FILE, readManifest, ruleFor, type ArchiveRule } from '../../core/entities';
import type { Host } from '../../core/host';
import { quoted } from '../../core/text';
import { UsageError } from '../call/usage-error';
import { findRoot } from './find-root';
import { createHost } from './host';
import { refuseBroken, textOfFile } from './understood';

/** An archive that files on the command line belong to. */
export interface Archive {
  /** The folder of `postgloss.yaml`, as an absolute path. */
  readonly root: string;
  readonly host: Host;
  /** How the manifest wants a file to be read; null where it does not name it. Paths are relative to the root, with `/`. */
  rule(path: string): ArchiveRule | null;
}

/** Finds the archives that files belong to, each once. */
export class Archives {
  readonly #byFolder = new Map<string, Promise<Archive | null>>();
  readonly #byRoot = new Map<string, Promise<Archive>>();

  /** The archive that a folder belongs to; null where no `postgloss.yaml` is found upwards. */
  of(folder: string): Promise<Archive | null> {
    const known = this.#byFolder.get(folder);
    if (known) return known;
    const found = findRoot(folder).then((root) => (root === null ? null : this.#at(root)));
    this.#byFolder.set(folder, found);
    return found;
  }

  #at(root: string): Promise<Archive> {
    const known = this.#byRoot.get(root);
    if (known) return known;
    const opened = openArchive(root);
    this.#byRoot.set(root, opened);
    return opened;
  }
}

async function openArchive(root: string): Promise<Archive> {
  const host = createHost(root);
  const bytes = await host.read(MANIFEST_FILE);
  if (bytes === null) throw new UsageError(`${quoted(join(root, MANIFEST_FILE))} is not there any more.`);
  const text = textOfFile(MANIFEST_FILE, bytes);
  // An empty manifest only marks a root. A manifest that cannot be understood is refused: it may name a format, and going on without it
  // would silently give other posts.
  const manifest = refuseBroken(MANIFEST_FILE, readManifest(text === '' ? 'postgloss: 1\n' : text));
  return { root, host, rule: ruleFor(manifest) };
}
