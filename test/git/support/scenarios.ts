import type { Repository } from './repository';

/** Three versions of one file; the base is null where both sides make it. */
export interface Versions {
  readonly base: string | null;
  readonly ours: string;
  readonly theirs: string;
}

/** One way in which git comes to merge a file. Answers git's exit code, and where the file then is. */
export type Scenario = (
  repository: Repository,
  path: string,
  versions: Versions,
) => { status: number | null; path: string };

/** Commits the versions on two branches, and stays on ours. */
function fork(repository: Repository, path: string, { base, ours, theirs }: Versions): void {
  if (base !== null) repository.write(path, base);
  repository.commit('base');
  repository.git('checkout', '-q', '-b', 'theirs');
  repository.write(path, theirs);
  repository.commit('theirs');
  repository.git('checkout', '-q', 'main');
  repository.write(path, ours);
  repository.commit('ours');
}

/** By name, so that a failure tells what was done. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  merge(repository, path, versions) {
    fork(repository, path, versions);
    return { status: repository.try('merge', '-q', 'theirs').status, path };
  },
  rebase(repository, path, versions) {
    fork(repository, path, versions);
    repository.git('checkout', '-q', 'theirs');
    return { status: repository.try('rebase', '-q', 'main').status, path };
  },
  'cherry-pick'(repository, path, versions) {
    fork(repository, path, versions);
    return { status: repository.try('cherry-pick', '-n', 'theirs').status, path };
  },
  revert(repository, path, versions) {
    // To take back the step from theirs to the base is to make the step from the base to theirs.
    repository.write(path, versions.theirs);
    repository.commit('before');
    if (versions.base === null) repository.git('rm', '-q', '--', path);
    else repository.write(path, versions.base);
    repository.commit('base');
    repository.write(path, versions.ours);
    repository.commit('ours');
    return { status: repository.try('revert', '-n', 'HEAD~1').status, path };
  },
  'stash pop'(repository, path, versions) {
    if (versions.base !== null) repository.write(path, versions.base);
    repository.commit('base');
    repository.write(path, versions.theirs);
    repository.git('add', '-A');
    repository.git('stash', 'push', '-q');
    repository.write(path, versions.ours);
    repository.commit('ours');
    return { status: repository.try('stash', 'pop', '-q').status, path };
  },
  'apply -3'(repository, path, versions) {
    fork(repository, path, versions);
    const patch = repository.git('diff', '--full-index', '--binary', 'main~1', 'theirs');
    repository.write('.git/patch', patch);
    return { status: repository.try('apply', '-3', '.git/patch').status, path };
  },
  'rename and edit'(repository, path, versions) {
    if (versions.base === null) return SCENARIOS.merge?.(repository, path, versions) ?? { status: null, path };
    const renamed = `moved/${path}`;
    repository.write(path, versions.base);
    repository.commit('base');
    repository.git('checkout', '-q', '-b', 'theirs');
    repository.write(path, versions.theirs);
    repository.commit('theirs');
    repository.git('checkout', '-q', 'main');
    repository.write(renamed, versions.base);
    repository.git('rm', '-q', '--', path);
    repository.commit('renamed');
    repository.write(renamed, versions.ours);
    repository.commit('ours');
    return { status: repository.try('merge', '-q', '-Xfind-renames=20%', 'theirs').status, path: renamed };
  },
};
