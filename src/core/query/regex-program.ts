import type { Result } from '../result';
import { readRegex, type Regex } from './regex-syntax';

/**
 * A regular expression as a program for a machine that follows all ways at once (Thompson 1968; Pike's variant, as Cox describes it in
 * “Regular Expression Matching: the Virtual Machine Approach”, 2009). JavaScript's own engine tries one way after the other, takes time that
 * may grow exponentially, and cannot be interrupted. This one takes time for the text times the program, whatever both are.
 */
export type Program = readonly Instruction[];

export type Instruction =
  | { readonly op: 'unit'; readonly fits: (codePoint: number) => boolean }
  | { readonly op: 'assert'; readonly holds: (text: string, at: number) => boolean }
  /** Goes on at both; `first` is preferred. */
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'match' };

/** The longest program. Counted repetitions are written out in it. */
const LONGEST = 1000;

/** Compiles a regular expression in which case never counts; refuses one that is too large, or cannot be searched for in linear time. */
export function compileRegex(source: string, flags: string): Result<{ readonly program: Program }> {
  const read = readRegex(source);
  if (!read.ok) return read;
  const writer = new Writer(flags);
  writer.write(read.regex);
  if (writer.full) return { ok: false, why: 'This regular expression is too large: its repetitions are written out.' };
  return { ok: true, program: [...writer.program, { op: 'match' }] };
}

class Writer {
  readonly program: Instruction[] = [];
  readonly #flags: string;
  readonly #units = new Map<string, (codePoint: number) => boolean>();

  constructor(flags: string) {
    this.#flags = flags;
  }

  get full(): boolean {
    return this.program.length > LONGEST;
  }

  write(regex: Regex): void {
    if (this.full) return;
    switch (regex.kind) {
      case 'unit': {
        this.#push({ op: 'unit', fits: this.#unit(regex.source) });
        return;
      }
      case 'assert': {
        this.#push({ op: 'assert', holds: this.#assertion(regex.at) });
        return;
      }
      case 'sequence':
        for (const part of regex.parts) this.write(part);
        return;
      case 'choice': {
        this.#choose(regex.parts);
        return;
      }
      case 'repeat': {
        this.#repeat(regex);
        return;
      }
    }
  }

  #push(instruction: Instruction): void {
    this.program.push(instruction);
  }

  #choose(parts: readonly Regex[]): void {
    const ends: { op: 'jump'; to: number }[] = [];
    for (const [i, part] of parts.entries()) {
      if (i === parts.length - 1) {
        this.write(part);
        break;
      }
      const split = this.#split();
      this.write(part);
      const end = { op: 'jump' as const, to: 0 };
      this.#push(end);
      ends.push(end);
      split.second = this.program.length;
    }
    for (const end of ends) end.to = this.program.length;
  }

  #repeat({ of, least, most, lazy }: Regex & { readonly kind: 'repeat' }): void {
    for (let i = 0; i < least && !this.full; i++) this.write(of);
    if (most === Infinity) {
      const start = this.program.length;
      const split = this.#split();
      this.write(of);
      this.#push({ op: 'jump', to: start });
      this.#leave([split], lazy);
      return;
    }
    const splits = [];
    for (let i = least; i < most && !this.full; i++) {
      splits.push(this.#split());
      this.write(of);
    }
    this.#leave(splits, lazy);
  }

  /** A split whose first way is the next instruction. */
  #split(): { first: number; second: number } {
    const split = { op: 'split' as const, first: this.program.length + 1, second: 0 };
    this.#push(split);
    return split;
  }

  /** Lets the other way of splits lead here; it is the preferred one of lazy ones. */
  #leave(splits: readonly { first: number; second: number }[], lazy: boolean): void {
    for (const split of splits) {
      split.second = this.program.length;
      if (lazy) [split.first, split.second] = [split.second, split.first];
    }
  }

  /** Whether a character is of a set, as JavaScript's own expression for the set says. Its answers are kept. */
  #unit(source: string): (codePoint: number) => boolean {
    const known = this.#units.get(source);
    if (known) return known;
    const set = new RegExp(`^(?:${source})$`, `iu${this.#flags.replace('m', '')}`);
    const answers = new Map<number, boolean>();
    const fits = (codePoint: number) => {
      const answer = answers.get(codePoint) ?? set.test(String.fromCodePoint(codePoint));
      if (answers.size < MOST_ANSWERS) answers.set(codePoint, answer);
      return answer;
    };
    this.#units.set(source, fits);
    return fits;
  }

  #assertion(at: '^' | '$' | '\\b' | '\\B'): (text: string, at: number) => boolean {
    const lines = this.#flags.includes('m');
    switch (at) {
      case '^':
        return (text, i) => i === 0 || (lines && LINE_END.test(text.charAt(i - 1)));
      case '$':
        return (text, i) => i === text.length || (lines && LINE_END.test(text.charAt(i)));
      case '\\b':
        return (text, i) => isWord(text, i - 1) !== isWord(text, i);
      case '\\B':
        return (text, i) => isWord(text, i - 1) === isWord(text, i);
    }
  }
}

/** How many answers are kept for a set. */
const MOST_ANSWERS = 2000;

const LINE_END = /[\n\r\u2028\u2029]/;

function isWord(text: string, at: number): boolean {
  return WORD.test(text.charAt(at));
}

const WORD = /\w/iu;
