import type { Problem } from '../problem';
import { moveNode } from './move';
import { readBlockItem } from './read-block-style';
import { MAX_PROBLEMS, readWithLibrary, type YamlFile } from './read-with-library';
import type { YamlNode } from './tree';

// Reads each item of a list from its own lines, so that a broken item hides no other, and an unchanged one is not read again.

/** An item of a list. Later readings of the file share the object, as long as its lines stay the same. */
export interface ReadItem {
  /** A copy, as a substring would keep the whole text in memory. */
  readonly lines: string;
  /** Its places count from the start of its lines. Null where nothing could be read. */
  readonly node: YamlNode | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads one item from each stretch of lines. Null where a stretch does not come out as one item: the list can then be read only with its
 * whole file.
 *
 * @param open whether the last stretch ends the text
 * @param known items that were read before, by their lines
 */
export function readItems(
  stretches: readonly string[],
  indent: number,
  open: boolean,
  known: ReadonlyMap<string, ReadItem>,
): ReadItem[] | null {
  const last = stretches.length - 1;
  const quick = stretches.map((stretch, i) => (open && i === last ? null : known.get(stretch)) ?? readQuickly(stretch));
  const slow = new SlowReader(indent);
  const items: ReadItem[] = [];
  for (let at = 0; at < stretches.length;) {
    const item = quick[at];
    let end = at + 1;
    if (item) {
      items.push(item);
    } else {
      let length = 0;
      while (end <= last && !quick[end] && (length += stretches[end - 1]?.length ?? 0) < GROUP) end++;
      const read = slow.read(stretches.slice(at, end), open && end > last);
      if (!read) return null;
      items.push(...read);
    }
    at = end;
  }
  return items;
}

/** In code units. The library gets about so many at once, as each start of it takes time. */
const GROUP = 4000;

function readQuickly(stretch: string): ReadItem | null {
  const lines = copy(stretch);
  const node = readBlockItem(lines);
  return node && { lines, node, problems: [] };
}

/** Reads items with the library. */
class SlowReader {
  /** How many could not be read. */
  #broken = 0;
  readonly #indent: number;

  constructor(indent: number) {
    this.#indent = indent;
  }

  /** Reads stretches as one list. Where anything is wrong, reads both halves, and so finds the broken ones. */
  read(stretches: readonly string[], ends: boolean): ReadItem[] | null {
    if (this.#broken >= MAX_PROBLEMS) return stretches.map(leaveOut);
    // A block of text at the end of its file ends differently. An item is put behind any other.
    const text = stretches.join('') + (ends ? '' : `${' '.repeat(this.#indent)}- x\n`);
    const file = readWithLibrary(text, ABOVE);
    if (file.sound) return this.#split(stretches, file, ends);
    if (stretches.length === 1) {
      this.#broken++;
      return [broken(text.slice(0, stretches[0]?.length), file.problems)];
    }
    const half = stretches.length >> 1;
    const front = this.read(stretches.slice(0, half), false);
    const back = front && this.read(stretches.slice(half), ends);
    return back && [...front, ...back];
  }

  #split(stretches: readonly string[], { root }: YamlFile, ends: boolean): ReadItem[] | null {
    if (root?.kind !== 'list' || root.flow || root.items.length !== stretches.length + (ends ? 0 : 1)) return null;
    const items: ReadItem[] = [];
    let at = 0;
    for (const [i, stretch] of stretches.entries()) {
      const node = root.items[i];
      if (!node || root.dashes[i] !== at + this.#indent) return null;
      items.push({ lines: copy(stretch), node: moveNode(node, -at), problems: [] });
      at += stretch.length;
    }
    return items;
  }
}

/** Above an item are the file's map and the list. */
const ABOVE = 1;

/** A broken item, with as much of it as can be read. */
function broken(stretch: string, found: readonly Problem[]): ReadItem {
  const lines = copy(stretch);
  const { root, problems } = readWithLibrary(lines, ABOVE);
  const node = root?.kind === 'list' && !root.flow ? (root.items[0] ?? null) : null;
  const within = (offset: number) => Math.min(offset, lines.length);
  return {
    lines,
    node,
    problems: (problems.length > 0 ? problems : found).map((problem) => ({
      ...problem,
      span: { start: within(problem.span.start), end: within(problem.span.end) },
    })),
  };
}

/** An item behind `MAX_PROBLEMS` broken ones. It is not tried, as that many take the library seconds. */
function leaveOut(stretch: string): ReadItem {
  const problem: Problem = {
    code: 'yaml-syntax',
    severity: 'error',
    message: `More than ${MAX_PROBLEMS} records cannot be read. This one was left out.`,
    span: { start: 0, end: Math.max(0, stretch.search(/[\r\n]|$/)) },
  };
  return { lines: copy(stretch), node: null, problems: [problem] };
}

/** A string of its own: the engine keeps a substring as a view of the whole. */
function copy(text: string): string {
  return ` ${text}`.slice(1);
}
