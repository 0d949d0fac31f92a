import { REGISTRY_FILE } from '../entities/registry';
import type { Host } from '../host';
import type { AttributesFile } from '../merge/attributes';
import { SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import { decodeText } from '../text/decode';

/** A sidecar without its text. */
export interface StraySidecar {
  /** The sidecar's path. */
  readonly path: string;
  /** Where its text should be. */
  readonly source: string;
  readonly text: string;
  /** Whether that file exists, and only `postgloss.yaml` does not name it. */
  readonly sourceExists: boolean;
}

/** The files around the texts of an archive: sidecars without a text, conflict copies of our files, git's attributes. */
export class Surroundings {
  readonly strays: readonly StraySidecar[];
  /** Copies of our files that a program for syncing or merging has made, by their names. Nothing reads them. */
  readonly copies: readonly string[];
  readonly attributes: readonly AttributesFile[];
  /** Whether git knows our merge driver on this machine; null outside of a repository. */
  readonly mergeDriver: boolean | null;

  constructor(
    strays: readonly StraySidecar[] = [],
    copies: readonly string[] = [],
    attributes: readonly AttributesFile[] = [],
    mergeDriver: boolean | null = null,
  ) {
    this.strays = strays;
    this.copies = copies;
    this.attributes = attributes;
    this.mergeDriver = mergeDriver;
  }

  /** Whether a change of a file makes it necessary to look around again. Files that come or go always do. */
  concern(path: string): boolean {
    return path.endsWith('.gitattributes') || this.strays.some((stray) => stray.path === path);
  }
}

/** Looks around in an archive. Of the sidecars it reads only those without a text. */
export async function lookAround(host: Host, texts: ReadonlySet<string>): Promise<Surroundings> {
  const around = (await host.list(['**/*.gloss*', '**/postgloss*'])).sort();
  const strays: StraySidecar[] = [];
  for (const path of around) {
    const source = sourceOf(path);
    if (source === null || texts.has(source)) continue;
    const bytes = await host.read(path);
    if (!bytes) continue;
    // A text that cannot be read is there all the same.
    const sourceExists = await host.read(source).then(
      (content) => content !== null,
      () => true,
    );
    strays.push({ path, source, text: decodeText(bytes) ?? '\0', sourceExists });
  }
  const attributes = (await host.attributes?.(foldersOf([...texts, ...strays.map(({ path }) => path)]))) ?? [];
  const mergeDriver = (await host.mergeDriver?.()) ?? null;
  return new Surroundings(strays, around.filter(isConflictCopy), attributes, mergeDriver);
}

/** The folders of some files and all folders above them, without the archive's root. */
function foldersOf(paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
      folders.add(path.slice(0, end));
  }
  return [...folders].sort();
}

/** The path of the text that a sidecar belongs to; null for a file that is no sidecar, or only a copy of one. */
function sourceOf(path: string): string | null {
  if (!path.endsWith(SIDECAR_SUFFIX) || path === REGISTRY_FILE) return null;
  return path.slice(0, -SIDECAR_SUFFIX.length);
}

/**
 * Whether a file's name says that a program has made it as a copy of one of our files, because two versions met: Syncthing
 * (`x.sync-conflict-20260101-101010-ABCDEFG.yaml`), Dropbox, Nextcloud and downloads (`x (conflicted copy).yaml`, `x (1).yaml`), merge
 * tools (`x.yaml.orig`, `x_BASE_1234.yaml`), editors (`x.yaml~`).
 */
export function isConflictCopy(path: string): boolean {
  return CONFLICT_COPY.test(path.slice(path.lastIndexOf('/') + 1));
}

const CONFLICT_COPY =
  /(?:\.gloss|^postgloss)(?:\.yaml(?:~|\.(?:orig|bak|rej|mine|theirs))|(?:\.sync-conflict-|[ _-]*\(|[._](?:BASE|LOCAL|REMOTE|BACKUP)[._]\d).*\.ya?ml)$/i;
