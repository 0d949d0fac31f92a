/** Other ways to find names, each brought to the same result: whole words, the longest at the first place, not overlapping. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AhoCorasick as Monyone } from '@monyone/aho-corasick';
import { AhoCorasick as MonyoneFast } from '@monyone/aho-corasick/fast';
import AhoCorasick from 'ahocorasick';
import Modern from 'modern-ahocorasick';

export interface Hit {
  readonly start: number;
  readonly end: number;
}

/** Takes the forms, and answers with what finds them. */
export type Peer = (forms: readonly string[]) => (text: string) => Hit[];

export const ahocorasick: Peer = (forms) => {
  const automaton = new AhoCorasick([...forms]);
  return (text) =>
    select(
      text,
      automaton
        .search(text)
        .flatMap(([last, found]) => found.map((form) => ({ start: last + 1 - form.length, end: last + 1 }))),
    );
};

export const monyone: Peer = (forms) => {
  const automaton = new Monyone([...forms]);
  return (text) =>
    select(
      text,
      automaton.matchInText(text).map(({ begin, end }) => ({ start: begin, end })),
    );
};

export const monyoneFast: Peer = (forms) => {
  const automaton = new MonyoneFast([...forms]);
  return (text) =>
    select(
      text,
      automaton.matchInText(text).map(({ begin, end }) => ({ start: begin, end })),
    );
};

export const modern: Peer = (forms) => {
  const automaton = new Modern([...forms]);
  return (text) =>
    select(
      text,
      automaton.search(text).map(({ start, end }) => ({ start, end })),
    );
};

export const regExp: Peer = (forms) => {
  const longestFirst = [...forms]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<!${WORD})(?:${longestFirst.join('|')})(?!${WORD})`, 'gu');
  return (text) =>
    Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({ start: index, end: index + found.length }));
};

/** What `grep -owF` prints, and how long the whole process took; null where there is no grep. */
export function grep(
  forms: readonly string[],
  text: string,
): { readonly lines: readonly string[]; readonly ms: number } | null {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const formFile = join(folder, 'forms');
    const textFile = join(folder, 'text');
    writeFileSync(formFile, `${forms.join('\n')}\n`);
    writeFileSync(textFile, text);
    const start = performance.now();
    const run = spawnSync('grep', ['-owF', '-f', formFile, textFile], {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    const ms = performance.now() - start;
    return run.status === 0 ? { lines: run.stdout.trimEnd().split('\n'), ms } : null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const WORD = '[\\p{L}\\p{M}\\p{N}_]';
const isWord = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  Number(new RegExp(WORD, 'u').test(String.fromCharCode(unit))),
);

function select(text: string, hits: Hit[]): Hit[] {
  const word = (at: number) => at >= 0 && at < text.length && isWord[text.charCodeAt(at)] === 1;
  const whole = hits.filter(({ start, end }) => !(word(start - 1) && word(start)) && !(word(end - 1) && word(end)));
  whole.sort((a, b) => a.start - b.start || b.end - a.end);
  let free = 0;
  return whole.filter(({ start, end }) => {
    if (start < free) return false;
    free = end;
    return true;
  });
}
