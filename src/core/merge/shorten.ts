import type { Sides } from './match-records';
import { textIn, type MergeFile } from './model';
import type { Shape } from './shape';

/** Three texts of which long stretches that are the same in all of them are left out. */
export interface Shortened {
  readonly texts: Sides<string>;
  /**
   * Whether a shortened text was read as intended: each stand-in as a record, so that the records that it stands for would be read there
   * as records, and none of their ids anywhere else.
   */
  fits(read: MergeFile): boolean;
  /** Puts the stretches back into a merged text; null where that is not sure to be right. */
  restore(text: string): string | null;
}

/** Begins the ids of the stand-ins. Texts that hold it are not shortened. */
const TOKEN = 'left-out-by-the-merge-';

/**
 * Leaves out the runs of records that no side touched: in a large file these are nearly all, and reading takes most of the time. One
 * record stands in for a run, to keep its place. Null where a text has another layout than the tool writes.
 */
export function shorten(texts: Sides<string>, { listKey }: Shape): Shortened | null {
  const all = [texts.base, texts.ours, texts.theirs];
  if (all.some((text) => text.includes('\r') || text.includes(TOKEN))) return null;
  const [base, ours, theirs] = all.map((text) => split(text, listKey));
  if (!base || !ours || !theirs || ours.dash !== base.dash || theirs.dash !== base.dash) return null;
  const [inOurs, inTheirs] = [placesOf(ours.records), placesOf(theirs.records)];
  const inBase = placesOf(base.records);
  const plain = plainRecord(base.dash);
  const isPlain = (record: string) => plain.test(record) && hasNoFieldTwice(record, base.dash + 2);
  const runs: string[][] = [];
  const runOf = new Map<string, number>();
  const ids = new Set<string>();
  let last = { base: -2, ours: -2, theirs: -2 };
  base.records.forEach((record, index) => {
    const here = { base: index, ours: inOurs.get(record) ?? -1, theirs: inTheirs.get(record) ?? -1 };
    if (inBase.get(record) !== index || here.ours < 0 || here.theirs < 0 || !isPlain(record)) return;
    const id = idOf(record);
    if (ids.has(id)) return;
    ids.add(id);
    const goesOn = here.base === last.base + 1 && here.ours === last.ours + 1 && here.theirs === last.theirs + 1;
    if (!goesOn) runs.push([]);
    runs.at(-1)?.push(record);
    runOf.set(record, runs.length - 1);
    last = here;
  });
  const stub = (run: number) => `${' '.repeat(base.dash)}- id: ${TOKEN}${run}\n`;
  const short = ({ head, records, tail }: Split) => {
    const kept = records.map((record) => {
      const run = runOf.get(record);
      return run === undefined ? record : runs[run]?.[0] === record ? stub(run) : '';
    });
    return head + kept.join('') + tail;
  };
  return {
    texts: { base: short(base), ours: short(ours), theirs: short(theirs) },
    fits({ records }) {
      const others = records.map((record) => textIn(record, 'id')).filter((id) => id !== null);
      const stubs = records.filter((record) => record.size === 1 && textIn(record, 'id')?.startsWith(TOKEN));
      return stubs.length === runs.length && others.every((id) => !ids.has(id));
    },
    restore(text) {
      const found = new Set<number>();
      const restored = text.replace(new RegExp(`^ *- id: ${TOKEN}(\\d+)\\n`, 'gm'), (line, number: string) => {
        const run = Number(number);
        if (found.has(run) || line !== stub(run)) return line;
        found.add(run);
        return runs[run]?.join('') ?? line;
      });
      return found.size === runs.length && !restored.includes(TOKEN) ? restored : null;
    },
  };
}

interface Split {
  readonly head: string;
  readonly records: readonly string[];
  readonly tail: string;
  readonly dash: number;
}

/** Splits the list by its lines with a dash. It ends before the next line at the margin. */
function split(text: string, listKey: string): Split | null {
  const key = new RegExp(`^${listKey}:\\n(?=( *)- )`, 'm').exec(text);
  if (!key) return null;
  const start = key.index + key[0].length;
  const dash = key[1]?.length ?? 0;
  const after = dash === 0 ? /^[^\s#-]/gm : /^[^\s#]/gm;
  after.lastIndex = start;
  const end = after.exec(text)?.index ?? text.length;
  const records = text.slice(start, end).split(new RegExp(`^(?= {${dash}}- )`, 'm'));
  return { head: text.slice(0, start), records, tail: text.slice(end), dash };
}

/** The indexes of records by their text; -1 for a text that is there twice. */
function placesOf(records: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  records.forEach((record, index) => places.set(record, places.has(record) ? -1 : index));
  return places;
}

/** Matches a record as the tool writes it, with an id and without comments or blank lines. */
function plainRecord(dash: number): RegExp {
  const sign = String.raw`[^\p{Cc}\u2028\u2029\ufeff]`;
  const text = String.raw`(?:"(?:(?!["\\])${sign}|\\["\\/nt])*"|[\p{L}\p{N}](?:(?!: | #)${sign})*(?<![: ]))`;
  const [inner, deeper] = [' '.repeat(dash + 2), ' '.repeat(dash + 4)];
  const value = `(?: ${text}\\n|\\n(?:${deeper}- ${text}\\n)+| \\|-\\n(?:${deeper}(?! )${sign}+\\n)+)`;
  return new RegExp(`^ {${dash}}- id: [\\p{L}\\p{N}._/-]+\\n(?:${inner}(?:[a-z]+|"on"):${value})*$`, 'u');
}

function hasNoFieldTwice(record: string, column: number): boolean {
  const keys =
    record.match(new RegExp(`^ {${column}}["a-z]+:`, 'gm'))?.map((key) => key.replaceAll('"', '').trim()) ?? [];
  return new Set(keys).size === keys.length && !keys.includes('id:');
}

/** The id in the first line of a plain record. */
function idOf(record: string): string {
  return record.slice(record.indexOf(':') + 2, record.indexOf('\n'));
}
