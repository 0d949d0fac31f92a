import type { Command } from '../commands/command';
import type { GitContext } from './context';
import { commitAnnotations } from './commit-annotations';
import { setUpGitMerging } from './set-up-git-merging';
import { showAgreement } from './show-agreement';
import { showAnnotationHistory } from './show-annotation-history';
import { whatChangedSince } from './what-changed-since';

export const gitCommands: readonly Command<GitContext>[] = [
  commitAnnotations,
  setUpGitMerging,
  showAgreement,
  showAnnotationHistory,
  whatChangedSince,
];
