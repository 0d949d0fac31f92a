import type { Command } from './command';
import { agreement } from './commands/agreement';
import { anchors } from './commands/anchors';
import { check } from './commands/check';
import { diff } from './commands/diff';
import { history } from './commands/history';
import { importCommand } from './commands/import';
import { merge } from './commands/merge';
import { mentions } from './commands/mentions';
import { posts } from './commands/posts';
import { suggestAliasesCommand } from './commands/suggest-aliases';
import { suggestEntitiesCommand } from './commands/suggest-entities';
import { setupGit } from './commands/setup-git';

/** Every command, in the order in which the help names them. */
export const COMMANDS: readonly Command[] = [
  posts,
  mentions,
  suggestAliasesCommand,
  suggestEntitiesCommand,
  anchors,
  check,
  diff,
  history,
  agreement,
  merge,
  importCommand,
  setupGit,
];
