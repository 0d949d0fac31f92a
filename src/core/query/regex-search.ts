import type { Offset } from '../text/offset';
import type { Span } from '../text/span';
import type { Program } from './regex-program';

/** The states of the machine, the preferred first, each with the offset at which its match began. Each state is there once. */
class States {
  readonly at: number[] = [];
  readonly starts: number[] = [];
  readonly #seen: Int32Array;
  #round = 0;

  constructor(size: number) {
    this.#seen = new Int32Array(size);
  }

  clear(): void {
    this.at.length = 0;
    this.starts.length = 0;
    this.#round++;
  }

  /** Adds a state with those that it leads to without reading a character. */
  add(program: Program, from: number, start: number, text: string, offset: number): void {
    const open = [from];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (this.#seen[state] === this.#round) continue;
      this.#seen[state] = this.#round;
      const instruction = program[state];
      if (instruction?.op === 'jump') open.push(instruction.to);
      else if (instruction?.op === 'split') open.push(instruction.second, instruction.first);
      else if (instruction?.op === 'assert') {
        if (instruction.holds(text, offset)) open.push(state + 1);
      } else {
        this.at.push(state);
        this.starts.push(start);
      }
    }
  }
}

/** A match, and the offset up to which the text was read to be sure of it. */
interface Found {
  readonly span: Span | null;
  readonly read: Offset;
}

/**
 * The first match of a program in a text, from an offset on: of those that begin first, the preferred one, as in JavaScript. Empty matches
 * do not count; null where there is none. Takes time for the text times the program.
 */
export function findRegex(program: Program, text: string, from: Offset): Span | null {
  return findFrom(program, text, from).span;
}

/** How often a text is read at most for its matches, and so many code units more. */
const READINGS = 20;
const AND_MORE = 10_000;

/**
 * All matches of a program in a text, none within another. The ends of matches may be far behind what decides them, so that finding many may
 * mean reading a text often: after 20 readings no more are looked for.
 */
export function findAllRegex(program: Program, text: string): Span[] {
  const spans: Span[] = [];
  let left = READINGS * text.length + AND_MORE;
  for (let from = 0; left > 0;) {
    const { span, read } = findFrom(program, text, from);
    if (!span) break;
    spans.push(span);
    left -= read - from;
    from = span.end;
  }
  return spans;
}

function findFrom(program: Program, text: string, from: Offset): Found {
  let [now, next] = [new States(program.length), new States(program.length)];
  let span: Span | null = null;
  now.clear();
  for (let at = from; ;) {
    if (!span) now.add(program, 0, at, text, at);
    if (span && now.at.length === 0) return { span, read: at };
    const codePoint = text.codePointAt(at);
    const behind = at + ((codePoint ?? 0) > 0xffff ? 2 : 1);
    next.clear();
    for (let i = 0; i < now.at.length; i++) {
      const state = now.at[i] ?? 0;
      const start = now.starts[i] ?? 0;
      const instruction = program[state];
      if (instruction?.op === 'match') {
        if (at === start) continue;
        span = { start, end: at };
        // All that follow are less preferred.
        break;
      }
      if (instruction?.op === 'unit' && codePoint !== undefined && instruction.fits(codePoint)) {
        next.add(program, state + 1, start, text, behind);
      }
    }
    if (codePoint === undefined) return { span, read: at };
    [now, next] = [next, now];
    at = behind;
  }
}
