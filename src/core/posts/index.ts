export { isTextFile, MAIL_FILES } from './file-endings';
export { FORMAT_NAMES } from './formats';
export { namedPosts } from './named-posts';
export type { Post } from './post';
