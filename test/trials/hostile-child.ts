/**
 * Reads hostile files, one after the other: `hostile-child.ts SEED FROM TO`. Says the number of each on a line of its own before each
 * reading, so that whoever started this knows which one ended it; and at the end what was found, as JSON.
 */
import { writeSync } from 'node:fs';
import { readManifest } from '../../src/core/entities/manifest';
import { readRegistry } from '../../src/core/entities/registry';
import { type Problem } from '../../src/core/problem';
import { visible } from '../../src/core/text/visible';
import { readSidecar } from '../../src/core/sidecar/read-sidecar';
import { guardText } from '../../src/core/yaml/guard';
import { readRecords } from '../../src/core/yaml/read-records';
import { wholeFile } from '../../src/core/yaml/read-whole';
import { readWithLibrary } from '../../src/core/yaml/read-with-library';
import { hostileFile, type HostileFile } from './hostile-files';

/** What was found in a run of files. */
export interface Found {
  throws: number;
  /** Readings that took longer than a person should wait, twice in a row. */
  slow: number;
  /** Files that may be written though they are not sound, or the other way round. */
  unsound: number;
  /** Records that a reader must find, and that a bad one hid. */
  hidden: number;
  /** Problems without a word, or with a place that is not in the file. */
  badProblems: number;
  /** The longest reading, in milliseconds of the processor. */
  longest: number;
  /** The numbers of the files behind all this. */
  indexes: number[];
}

/** A second for a megabyte, which is the largest file here; in time of the processor, as others may keep the clock running. */
const LIMIT = 1000;

/** Fifty kilobytes of many small tokens, and how long they take to read on a machine that has nothing else to do. */
const YARDSTICK = 'k: v\n'.repeat(10_000);
const YARDSTICK_MS = 40;

const READERS: readonly ((text: string) => unknown)[] = [
  (text) => readSidecar(text),
  (text) => readRegistry(text),
  (text) => readManifest(text),
  (text) => guardText(text) ?? readWithLibrary(text),
];

const [seed = 1, from = 0, to = 0] = process.argv.slice(2).map(Number);
const found: Found = { throws: 0, slow: 0, unsound: 0, hidden: 0, badProblems: 0, longest: 0, indexes: [] };
for (let index = from; index < to; index++) {
  writeSync(1, `${index}\n`);
  const before = JSON.stringify({ ...found, longest: 0 });
  try {
    tryFile(hostileFile(seed, index), index);
  } catch {
    found.throws++;
  }
  if (JSON.stringify({ ...found, longest: 0 }) !== before) found.indexes.push(index);
}
writeSync(1, `${JSON.stringify(found)}\n`);

function tryFile({ text, good }: HostileFile, index: number): void {
  for (const read of READERS) {
    writeSync(1, `${index}\n`);
    let took = processorTime(() => read(text));
    if (took > LIMIT) took = Math.min(took, readAnew(text)) / slowness();
    found.longest = Math.max(found.longest, took);
    if (took > LIMIT) found.slow++;
  }
  const { problems, writable, annotations } = readSidecar(text);
  const refused = guardText(text);
  const whole = refused ? { root: null, problems: [refused], sound: false } : readWithLibrary(text);
  if (writable !== wholeFile(text, 'annotations', whole).writable) found.unsound++;
  if (!writable && !problems.some(({ severity }) => severity === 'error')) found.unsound++;
  if (problems.some((problem) => !isFit(problem, text))) found.badProblems++;
  const ids = new Set(annotations.map(({ id }) => id));
  if (!refused) found.hidden += good.filter((id) => !ids.has(id)).length;
}

/** How much slower the processor is now than one that has nothing else to do: its caches and threads are shared. */
function slowness(): number {
  const times = Array.from({ length: 5 }, () => processorTime(() => readWithLibrary(YARDSTICK)));
  return Math.max(1, Math.min(...times) / YARDSTICK_MS);
}

/** How long the slowest reading of a text takes. */
function readAnew(text: string): number {
  const again = ['annotations', 'entities', 'tags'].map((key) => processorTime(() => readRecords(text, key)));
  return Math.max(
    ...again,
    processorTime(() => guardText(text) ?? readWithLibrary(text)),
  );
}

function isFit({ message, span }: Problem, text: string): boolean {
  const words = message.length > 0 && message.length < 600 && message === visible(message);
  return words && span.start >= 0 && span.start <= span.end && span.end <= text.length;
}

function processorTime(action: () => unknown): number {
  const start = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
