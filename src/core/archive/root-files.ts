import { readManifestOrMarked, readRegistryOrMarked } from '../conflicts/read-marked-roots';
import { MANIFEST_FILE, ruleFor, type ArchiveRule } from '../entities/archive-rules';
import { readManifest, type Manifest } from '../entities/manifest';
import { EMPTY_REGISTRY, readRegistry, REGISTRY_FILE } from '../entities/registry';
import { Turns } from '../indexing/turns';
import { createLexicon, formsOf, sameForms, type Lexicon } from '../mentions/lexicon';

/** The two files at the root of an archive, `postgloss.yaml` and the registry, with the globs and the matcher compiled from them. */
export class RootFiles {
  #manifest = readManifest('postgloss: 1\n');
  #ruleOf = ruleFor(this.#manifest);
  #manifestText: string | null = null;
  #registryText: string | null = null;
  #lexicon: Lexicon = createLexicon(readRegistry(EMPTY_REGISTRY));

  get manifest(): Manifest {
    return this.#manifest;
  }

  get manifestText(): string | null {
    return this.#manifestText;
  }

  get registryText(): string | null {
    return this.#registryText;
  }

  get lexicon(): Lexicon {
    return this.#lexicon;
  }

  /** The rule of the manifest that names a file; null where none does. Quick enough for every keystroke, as the globs are compiled. */
  ruleOf(path: string): ArchiveRule | null {
    return this.#ruleOf(path);
  }

  /** Reads both; answers which of them have changed. */
  async read(readFile: (path: string) => Promise<string | null>): Promise<{ manifest: boolean; registry: boolean }> {
    const [manifestText, registryText] = await Promise.all([readFile(MANIFEST_FILE), readFile(REGISTRY_FILE)]);
    const manifest = manifestText !== this.#manifestText;
    const registry = registryText !== this.#registryText;
    // Reading a large registry, listing its spellings and compiling them take three time slices. Text and lexicon change only after all,
    // together.
    const turns = new Turns();
    const read = registry ? readRegistryOrMarked(registryText ?? EMPTY_REGISTRY, this.#lexicon.registry) : null;
    await turns.next();
    if (read && !sameForms(read, this.#lexicon.registry)) {
      formsOf(read);
      await turns.next();
    }
    const lexicon = read && createLexicon(read, this.#lexicon);
    this.#manifestText = manifestText;
    this.#registryText = registryText;
    if (manifest) {
      this.#manifest = readManifestOrMarked(manifestText ?? '');
      this.#ruleOf = ruleFor(this.#manifest);
    }
    if (lexicon) this.#lexicon = lexicon;
    return { manifest, registry };
  }
}
