import type { Format } from './format';
import { JSONL } from './formats/jsonl';
import { CSV, TSV } from './formats/table';

/** Every format of exchange, in the order of the help. A new one is one line here, and a file of its own. */
export const FORMATS: readonly Format[] = [JSONL, CSV, TSV];
