export { isTextFile, MAIL_FILES } from './file-endings';
export { FORMAT_NAMES } from './formats';
export type { Post } from './post';
