import type { Format } from './format';
import { BRAT } from './formats/brat';
import { JSONL } from './formats/jsonl';
import { CSV, TSV } from './formats/table';
import { W3C } from './formats/w3c';

/** Every format of exchange, in the order of the help. A new one is one line here, and a file of its own. */
export const FORMATS: readonly Format[] = [JSONL, CSV, TSV, W3C, BRAT];
