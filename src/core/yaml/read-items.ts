import type { Problem } from '../problem';
import { moveNode } from './move';
import { readBlockItem } from './read-block-style';
import { MAX_PROBLEMS, readWithLibrary, type YamlFile } from './read-with-library';
import type { YamlNode } from './tree';

// The items of a list, each read from its own lines: so that a broken one hides no other, and one that stays need not be read again.

/** An item of a list. Readings of a file that holds the same lines later share it. */
export interface ReadItem {
  /** A copy of its lines, as a part of a text would keep all of it in memory. */
  readonly lines: string;
  /** Its places count from the start of its lines. Null where nothing could be read. */
  readonly node: YamlNode | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads items. Where they do not come out one for each stretch of lines, the stretches are not what they seemed to be, and the result
 * is null: then only the whole file can tell.
 *
 * @param open whether the last one ends with the text, and not before another line of it
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

/** About so many code units are given to the library at once, which takes a while to start. */
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

  /** Reads stretches as one list; where anything is wrong with it, by halves, to find out with which. */
  read(stretches: readonly string[], ends: boolean): ReadItem[] | null {
    if (this.#broken >= MAX_PROBLEMS) return stretches.map(leaveOut);
    // What a block of text ends with depends on whether anything follows.
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

/** What can be read of an item that is not sound. */
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

/** Behind a hundred broken ones, nobody waits for the library to look at more. */
function leaveOut(stretch: string): ReadItem {
  const problem: Problem = {
    code: 'yaml-syntax',
    severity: 'error',
    message: `More than ${MAX_PROBLEMS} records cannot be read. This one was left out.`,
    span: { start: 0, end: Math.max(0, stretch.search(/[\r\n]|$/)) },
  };
  return { lines: copy(stretch), node: null, problems: [problem] };
}

/** A string of its own: the engine keeps a part of a string as a view of the whole. */
function copy(text: string): string {
  return ` ${text}`.slice(1);
}
