import type { Case } from '../support/case';
import { ANCHORS } from './anchors';
import { CHECK } from './check';
import { FILES } from './files';
import { MERGE } from './merge';
import { MENTIONS } from './mentions';
import { POSTS } from './posts';
import { SUGGEST } from './suggest';
import { USAGE } from './usage';

/** Every case; each runs in this process and on the bundle. */
export const CASES: readonly Case[] = [
  ...USAGE,
  ...FILES,
  ...POSTS,
  ...MENTIONS,
  ...SUGGEST,
  ...ANCHORS,
  ...CHECK,
  ...MERGE,
];
