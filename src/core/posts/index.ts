export type { Format, Post } from './post';
