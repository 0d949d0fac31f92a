import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { decodeText, hasMarkers } from '../../core/index';
import { changesSince } from '../../node/git/changes-since';
import { conflictStages } from '../../node/git/conflict-stages';
import { openRepository } from '../../node/git/git-repository';
import { hasMergeDriver } from '../../node/git/merge-driver';
import { recordHistory } from '../../node/git/record-history';
import { listRevisions } from '../../node/git/list-revisions';
import { setUpMerging } from '../../node/git/set-up-merging';
import { gitBytes } from '../../node/run-git-bytes';
import type { GitQuestions } from '../git/git-questions';

/**
 * Asks git by running it.
 *
 * @param bundle the command line as a file, which git is to run for merges
 */
export function gitQuestions(bundle: string): GitQuestions {
  return {
    mergeDriver: hasMergeDriver,
    stages: conflictStages,
    async stage(path) {
      if (hasMarkers(decodeText(await readFile(path)) ?? '<<<<<<<')) return false;
      return (await gitBytes(dirname(path), ['--literal-pathspecs', 'add', '--', basename(path)])) !== null;
    },
    setUpMerging: (folder) =>
      // An editor has Node in it, so that nobody needs to install it.
      setUpMerging(folder, { program: process.execPath, bundle, electron: 'electron' in process.versions }),
    async history(path, name) {
      const repository = await openRepository(dirname(path));
      return recordHistory(repository, repository.pathOf(basename(path)), name);
    },
    revisions: listRevisions,
    changesSince,
  };
}
