import type { Command } from '../commands/command';
import { clearPostFilter, narrowPosts, sortPosts } from './arrange-posts';
import { followCursor, stopFollowingCursor } from './follow-cursor';
import { goToPost } from './go-to-post';

export const postCommands: readonly Command[] = [
  clearPostFilter,
  followCursor,
  goToPost,
  narrowPosts,
  sortPosts,
  stopFollowingCursor,
];
