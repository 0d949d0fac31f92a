import { OPENINGS } from '../support/openings';
import { UNUSUAL_SIDECAR } from '../support/unusual-sidecar';

// Files that nobody should send: valid ones with something nasty in them, or cut, spliced, flipped and shuffled.

/** A random number below a limit, from a seed; the same seed gives the same numbers (a 32-bit mixing of a counter, by Steele et al.). */
export type Random = (below: number) => number;

function randomFrom(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b9) | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A file, and the ids of the records that a reader must find in it whatever the others are. */
export interface HostileFile {
  readonly text: string;
  readonly good: readonly string[];
}

const REGISTRY = `postgloss: 1
# People first.
entities:
  - id: mara-lind
    name: Mara Lind
    aliases:
      - M. Lind # in captions
    links:
      wikidata: Q1
  - id: toString
    name: "The Call"
    description: |
      A paper.
`;
const MANIFEST = `postgloss: 1
archives:
  - files: "archives/**/*.txt"
    format: post-archive
  - "notes/*.md"
tags:
  - id: claim
    color: blue
  - {id: claim/unsourced, description: 'it''s said'}
`;
const VALID = [
  UNUSUAL_SIDECAR,
  UNUSUAL_SIDECAR,
  REGISTRY,
  MANIFEST,
  UNUSUAL_SIDECAR.replaceAll('\n', '\r\n'),
  `\ufeff${REGISTRY}`,
];

const NASTY = [
  ...[
    '&a ',
    '*a',
    '!!str ',
    '!js/function "x"',
    '!<x> ',
    '<<: *a',
    '&a [*a]',
    '%YAML 1.1\n',
    '%TAG ! x:\n',
    '---\n',
    '...\n',
    '--- |\n',
  ],
  ...[
    '\t',
    '\r',
    '\r\n',
    '\n',
    '\0',
    '\ufeff',
    '\u2028',
    '\u0085',
    '\ud800',
    '\udc00',
    '\u202e',
    '\u001b[2J',
    '\ufffd',
    '\u00a0',
  ],
  ...[
    '"',
    "'",
    '|',
    '>',
    '|+\n',
    '>-\n',
    '|9\n',
    '|-1\n',
    '`',
    '@',
    '#',
    ' #',
    ': ',
    ':',
    ',',
    '?',
    '- ',
    '-',
    '[',
    ']',
    '{',
    '}',
    '~',
  ],
  ...[
    '__proto__: ',
    'constructor: ',
    'toString: ',
    'hasOwnProperty: x\n',
    '"__proto__": {a: b}\n',
    'id: __proto__\n',
    'id: constructor\n',
  ],
  ...[
    '<<<<<<< ours\n',
    '=======\n',
    '>>>>>>> theirs\n',
    '||||||| base\n',
    'postgloss: 2\n',
    'postgloss: [1]\n',
    'annotations:\n',
  ],
  ...[
    'annotations: x\n',
    'annotations: {a: b}\n',
    '  - - - x\n',
    '    quote:\n',
    '  -\n',
    '  - x\n',
    '"\\ud800"',
    '"\\x41\\e"',
    '1e3',
    '.nan',
  ],
];

/** The file of a number; the same number and seed give the same file. */
export function hostileFile(seed: number, index: number): HostileFile {
  const random = randomFrom(seed * 1_000_003 + index);
  const kind = random(1000);
  if (kind < 2) return { text: large(random), good: [] };
  if (kind < 250) return amongGoodOnes(random);
  if (kind < 350) return { text: nested(random), good: [] };
  let text = pick(VALID, random);
  for (let changes = 1 + random(4); changes > 0; changes--) text = mutate(text, random);
  return { text, good: [] };
}

/** Between records that are well there are bad ones, each in lines of its own. */
function amongGoodOnes(random: Random): HostileFile {
  const good: string[] = [];
  const lines = ['postgloss: 1', 'annotations:'];
  for (let count = 2 + random(6); count > 0; count--) {
    const id = `good${count}`;
    if (random(2) === 0) {
      good.push(id);
      lines.push(`  - id: ${id}`, `    quote: ${random(2) === 0 ? 'plain' : '"quoted" # why'}`);
      if (random(3) === 0) lines.push('    tags: [a, b]');
    } else {
      const source = random(3) === 0 ? nested(random).slice(0, 4000) : mutate(mutate(UNUSUAL_SIDECAR, random), random);
      const bad = source
        .replaceAll('\0', '')
        .split('\n')
        .slice(0, 1 + random(6));
      lines.push(...bad.map((line, i) => (i === 0 ? `  - ${line}` : `    ${line}`)));
    }
  }
  return { text: `${lines.join('\n')}\n`, good };
}

function nested(random: Random): string {
  const opening = pick(OPENINGS, random);
  const depth = pick([1, 5, 30, 62, 63, 64, 65, 66, 100, 300, 850 + random(60), 1200, 2500], random);
  const body = opening.repeat(depth) + pick(['', 'a', ']'.repeat(depth), '}'.repeat(depth), '\n'], random);
  if (random(8) === 0) return Array.from({ length: Math.min(depth, 300) }, (_, i) => `${' '.repeat(i)}k:\n`).join('');
  return random(2) === 0 ? body : `postgloss: 1\nannotations:\n  - quote: x\n    note: ${body}\n`;
}

/** Up to 1 MB of something repeated. */
function large(random: Random): string {
  const length = pick([100_000, 300_000, 1_000_000], random);
  const piece = pick(
    [
      ...NASTY,
      ...OPENINGS,
      UNUSUAL_SIDECAR,
      REGISTRY,
      '  - id: a\n    quote: "x" # c\n',
      '  - quote: "\n',
      'k: v\n',
      'x',
    ],
    random,
  );
  const head = pick(['', '', 'postgloss: 1\nannotations:\n', 'postgloss: 1\nentities:\n', 'a: "', 'a: '], random);
  return head + piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

function mutate(text: string, random: Random): string {
  const at = random(text.length + 1);
  const to = Math.min(text.length, at + random(40));
  const lines = text.split('\n');
  const line = random(lines.length);
  switch (random(12)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(to);
    case 2:
      return text.slice(0, at) + text.slice(at, to).repeat(1 + random(50)) + text.slice(to);
    case 3:
    case 4:
      return text.slice(0, at) + pick(NASTY, random).repeat(random(4) === 0 ? 1 + random(120) : 1) + text.slice(at);
    case 5:
      return lines.with(line, pick(NASTY, random) + (lines[line] ?? '')).join('\n');
    case 6: {
      const other = pick(VALID, random);
      return text.slice(0, at) + other.slice(random(other.length));
    }
    case 7:
      return flipped(text, random);
    case 8:
      return lines.toSpliced(line, 1, ...lines.slice(random(lines.length)).slice(0, 5)).join('\n');
    case 9:
      return lines.with(line, `${' '.repeat(random(9))}${(lines[line] ?? '').trimStart()}`).join('\n');
    case 10:
      return lines
        .map((each) => ({ each, key: random(1000) }))
        .sort((a, b) => a.key - b.key)
        .map(({ each }) => each)
        .join('\n');
    default:
      return lines.join(pick(['\r\n', '\r', '\n\n', '\n\t', '\n \n'], random));
  }
}

/** Bits of its bytes flipped, and read as a careless program would. */
function flipped(text: string, random: Random): string {
  const data = new TextEncoder().encode(text);
  for (let count = 1 + random(4); count > 0 && data.length > 0; count--) {
    const at = random(data.length);
    data[at] = (data[at] ?? 0) ^ (1 << random(8));
  }
  return new TextDecoder().decode(data);
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[random(list.length)] as T;
}
