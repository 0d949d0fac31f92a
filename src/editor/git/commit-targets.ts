import { MANIFEST_FILE, REGISTRY_FILE } from '../../core/entities';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import type { Archive } from '../archive/archive';
import { pathBelow } from '../archive/host';
import type { GitRunner } from '../archive/platform';
import type { GitApi } from '../archive/git-api';
import type { CommitTarget } from './plan-commit';
import { findPlace, type Place, type Repository } from './repository';

/**
 * The repositories of the archives: the repository of each root, and those inside an archive, such as submodules, that the editor has
 * opened. An archive in no repository is left out.
 */
export async function commitTargets(
  archives: readonly Archive[],
  api: GitApi,
  run: GitRunner,
): Promise<CommitTarget[]> {
  const targets = new Map<string, { repository: Repository; prefixes: string[]; known: string[] }>();
  const add = ({ repository, prefix }: Place, files: readonly string[]) => {
    const target = targets.get(repository.top) ?? { repository, prefixes: [], known: [] };
    target.prefixes.push(prefix);
    target.known.push(...files.map((path) => prefix + path));
    targets.set(repository.top, target);
  };
  for (const archive of archives) {
    const inner = api.repositories.filter(({ rootUri }) => pathBelow(archive.root, rootUri));
    const place = await findPlace(run, api.git.path, archive.root.fsPath);
    const isInner = (path: string) => inner.some(({ rootUri }) => pathBelow(rootUri, archive.uriOf(path)) !== null);
    if (place)
      add(
        place,
        glossFiles(archive).filter((path) => !isInner(path)),
      );
    for (const { rootUri } of inner) {
      const within = await findPlace(run, api.git.path, rootUri.fsPath);
      if (within)
        add(
          within,
          glossFiles(archive).flatMap((path) => pathBelow(rootUri, archive.uriOf(path)) ?? []),
        );
    }
  }
  return [...targets.values()];
}

/** The gloss files of an archive that exist, by their paths in it. */
function glossFiles({ core }: Archive): string[] {
  return [
    ...(core.manifestText === null ? [] : [MANIFEST_FILE]),
    ...(core.registryText === null ? [] : [REGISTRY_FILE]),
    ...core.texts.flatMap(({ path, sidecarText }) => (sidecarText === null ? [] : [path + SIDECAR_SUFFIX])),
  ];
}
