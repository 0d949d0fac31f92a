import type { Format } from './format';
import { BRAT } from './formats/brat';
import { CATMA } from './formats/catma';
import { CONLL } from './formats/conll';
import { HYPOTHESIS } from './formats/hypothesis';
import { JSONL } from './formats/jsonl';
import { MARKDOWN } from './formats/markdown';
import { GEXF, GRAPHML } from './formats/network';
import { BIBLATEX, CSLJSON } from './formats/posts';
import { RECOGITO } from './formats/recogito';
import { QDC, REFI } from './formats/refi';
import { CSV, TSV } from './formats/table';
import { TEI } from './formats/tei';
import { W3C } from './formats/w3c';
import { XMI } from './formats/xmi';

/** Every format of exchange, in the order of the help. A new one is one line here, and a file of its own. */
export const FORMATS: readonly Format[] = [
  JSONL,
  CSV,
  TSV,
  W3C,
  BRAT,
  REFI,
  QDC,
  XMI,
  MARKDOWN,
  CSLJSON,
  BIBLATEX,
  CONLL,
  GEXF,
  GRAPHML,
  TEI,
  HYPOTHESIS,
  RECOGITO,
  CATMA,
];
