import { basename, dirname } from 'node:path';
import { readBlame } from '../../node/git/blame';
import { changesSince } from '../../node/git/changes-since';
import { compareBranches } from '../../node/git/compare-branches';
import { conflictStages } from '../../node/git/conflict-stages';
import { openRepository } from '../../node/git/git-repository';
import { recordHistory } from '../../node/git/record-history';
import { listRevisions } from '../../node/git/list-revisions';
import { keepMergeDriver, setUpMerging } from '../../node/git/set-up-merging';
import { stageSolved, unstageSolved } from '../../node/git/stage-solved';
import type { GitQuestions } from '../archive/git-questions';

/**
 * Asks git by running it.
 *
 * @param bundle the path of the bundled command line, which git runs to merge annotations
 */
export function gitQuestions(bundle: string): GitQuestions {
  // The merge program runs in the editor's own Node, so that nobody has to install Node.
  const runtime = { program: process.execPath, bundle, electron: 'electron' in process.versions };
  return {
    mergeDriver: (folder) => keepMergeDriver(folder, runtime),
    stages: conflictStages,
    stage: stageSolved,
    unstage: unstageSolved,
    setUpMerging: (folder) => setUpMerging(folder, runtime),
    async history(path, name) {
      const repository = await openRepository(dirname(path));
      return recordHistory(repository, repository.pathOf(basename(path)), name);
    },
    async lastChange(path, first, last) {
      const repository = await openRepository(dirname(path));
      return (await readBlame(repository, null, repository.pathOf(basename(path)), { first, last })).of(first, last);
    },
    async compareBranches(folder, names) {
      const repository = await openRepository(folder);
      return compareBranches(repository, { folder: repository.pathOf('.'), names });
    },
    revisions: listRevisions,
    changesSince,
  };
}
