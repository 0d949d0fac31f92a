import type { Case } from '../support/case';
import { AGREEMENT } from './agreement';
import { ANCHORS } from './anchors';
import { CHECK } from './check';
import { DIFF } from './diff';
import { FIND } from './find';
import { EXCHANGE } from './exchange';
import { FILES } from './files';
import { MERGE } from './merge';
import { IMPORT } from './import';
import { MENTIONS } from './mentions';
import { POSTS } from './posts';
import { REPORTS } from './reports';
import { SUGGEST } from './suggest';
import { USAGE } from './usage';

/** Every case; each runs in this process and on the bundle. */
export const CASES: readonly Case[] = [
  ...USAGE,
  ...FILES,
  ...POSTS,
  ...IMPORT,
  ...EXCHANGE,
  ...MENTIONS,
  ...FIND,
  ...SUGGEST,
  ...ANCHORS,
  ...CHECK,
  ...REPORTS,
  ...DIFF,
  ...AGREEMENT,
  ...MERGE,
];
