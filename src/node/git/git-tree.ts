import { textOf, type GitRepository } from './git-repository';

/** The files of a commit, below a folder. */
export interface GitTree {
  /** Paths relative to the folder, in git's order. */
  readonly paths: readonly string[];
  /** The object that holds a file's content; equal for equal contents. Null where there is no such file. */
  objectOf(path: string): string | null;
  /** The text of a file; null where there is none. See `textOf`. */
  read(path: string, decode?: (bytes: Uint8Array) => string | null): Promise<string | null>;
}

/** The tree of a commit. Links and submodules are left out. */
export async function readTree(repository: GitRepository, commit: string, folder: string): Promise<GitTree> {
  const prefix = folder === '' ? '' : `${folder}/`;
  const listing = await repository.ask(['ls-tree', '-r', '-z', '--full-tree', commit]);
  const objects = new Map<string, string>();
  for (const entry of listing.split('\0')) {
    const [, object, path] = /^100\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    if (object !== undefined && path?.startsWith(prefix) === true) objects.set(path.slice(prefix.length), object);
  }
  return {
    paths: [...objects.keys()],
    objectOf: (path) => objects.get(path) ?? null,
    async read(path, decode) {
      const object = objects.get(path);
      return object === undefined ? null : textOf((await repository.blobs([object]))[0] ?? null, decode);
    },
  };
}
