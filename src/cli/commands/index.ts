import type { Command } from '../call/command';
import { agreement } from './agreement';
import { anchors } from './anchors';
import { check } from './check';
import { diff } from './diff';
import { exportCommand } from './export';
import { find } from './find';
import { history } from './history';
import { importCommand } from './import';
import { importArchiveCommand } from './import-archive';
import { merge } from './merge';
import { mentions } from './mentions';
import { posts } from './posts';
import { suggestAliasesCommand } from './suggest-aliases';
import { suggestEntitiesCommand } from './suggest-entities';
import { setupGit } from './setup-git';

/** Every command, in the order in which the help names them. */
export const COMMANDS: readonly Command[] = [
  posts,
  mentions,
  find,
  suggestAliasesCommand,
  suggestEntitiesCommand,
  anchors,
  check,
  diff,
  history,
  agreement,
  merge,
  exportCommand,
  importCommand,
  importArchiveCommand,
  setupGit,
];
