import type { Command } from './command';
import { anchors } from './commands/anchors';
import { check } from './commands/check';
import { mentions } from './commands/mentions';
import { posts } from './commands/posts';

/** Every command, in the order in which the help names them. */
export const COMMANDS: readonly Command[] = [posts, mentions, anchors, check];
