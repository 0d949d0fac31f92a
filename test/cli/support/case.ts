/** What a case finds on disk: a text, bytes, or a link to another path. */
export type Content = string | Uint8Array | { readonly link: string };

/** One call of the command line, and what comes of it. */
export interface Case {
  readonly name: string;
  /** By path, with `/`. */
  readonly files: Readonly<Record<string, Content>>;
  /** The folder to call it in, inside of the case's own; that one by default. */
  readonly cwd?: string;
  readonly argv: readonly string[];
  /** 0 by default. */
  readonly code?: number;
  /** What standard output is, or what fits it. Empty by default, unless `json` is given. */
  readonly stdout?: string | RegExp;
  /** What standard output says as JSON. */
  readonly json?: unknown;
  /** What standard error is, or what fits it; empty by default. */
  readonly stderr?: string | RegExp;
}

/** An archive of one post in `archives/harbour.txt`; its header is no post. */
export const HARBOUR = `Posts tagged ‘Harbour’

The harbour is closed

May 4, 2016

The harbour is closed, Coastal Review, Mara Lind, May 4, 2016

Norvik wakes late. Mara Lind saw the gates of Norvik shut.

Nobody at the Pilots’ Guild would say why.
`;

export const MANIFEST = `postgloss: 1
archives:
  - files: "archives/**/*.txt"
tags:
  - id: claim
`;

export const REGISTRY = `postgloss: 1
entities:
  - id: norvik
    name: Norvik
    type: place
  - id: pilots-guild
    name: Pilots' Guild
    aliases:
      - The Guild
`;

/** The three together. */
export const ARCHIVE = {
  'postgloss.yaml': MANIFEST,
  'entities.gloss.yaml': REGISTRY,
  'archives/harbour.txt': HARBOUR,
} as const;

/** The span of the n-th place, counted from 0, where a text holds a word. */
export function spanOf(text: string, word: string, n = 0): { start: number; end: number } {
  let start = -1;
  for (let i = 0; i <= n; i++) start = text.indexOf(word, start + 1);
  if (start < 0) throw new Error(`The text has no ${word}.`);
  return { start, end: start + word.length };
}
