import { ARCHIVE_CASES } from './archives';
import type { GrowthCase } from './case';
import { IMPORT_CASES } from './imports';
import { TEXT_CASES } from './texts';

export const GROWTH_CASES: readonly GrowthCase[] = [...TEXT_CASES, ...ARCHIVE_CASES, ...IMPORT_CASES];
