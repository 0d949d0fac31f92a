import type { Command } from './command';
import { anchors } from './commands/anchors';
import { check } from './commands/check';
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
  merge,
  setupGit,
];
