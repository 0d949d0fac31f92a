// The words that a query may hold besides those of the archive.

export const SHOWS = ['posts', 'passages', 'mentions', 'entities'] as const;
export type Show = (typeof SHOWS)[number];

export const SCOPES = ['post', 'paragraph', 'sentence', 'passage'] as const;
export type Scope = (typeof SCOPES)[number];

export const SORTS = ['date', 'title', 'file', 'count', 'first', 'last', 'since', 'name', 'left', 'right'] as const;
export interface Sort {
  readonly by: (typeof SORTS)[number];
  /** Whether a hyphen stands before it: the other way round. */
  readonly reversed: boolean;
}

export const GROUPS = ['year', 'month', 'source', 'author', 'tag', 'entity', 'type'] as const;
export type Group = (typeof GROUPS)[number];

/** How the values of a key are read, and what they are compared with. */
type Takes =
  /** Names: equal but for case and diacritics, `*` for any part. */
  | 'names'
  /** Words that the field holds. */
  | 'words'
  /** A tag; with `!` behind it, without its kinds. An entity; with `?` behind it, by unsettled names too. */
  | 'tags'
  | 'entities'
  | 'dates'
  /** The words of a closed list. */
  | readonly string[];

interface Key {
  readonly aliases: readonly string[];
  readonly takes: Takes;
}

const key = (takes: Takes, ...aliases: readonly string[]): Key => ({ takes, aliases });

/** What `is:` can ask. The last two are known to an editor only. */
const STATES = [
  ...['annotated', 'untagged', 'orphan', 'doubtful', 'ambiguous', 'undated', 'conflicted'],
  ...['read', 'unread'],
] as const;

/** What `has:` and `no:` can ask. */
const PARTS = ['note', 'tag', 'entity', 'date', 'source', 'author'] as const;

/** The keys of filters. */
export const FILTERS = {
  tag: key('tags', 'label', 'code'),
  entity: key('entities', 'mentions', 'e'),
  with: key('entities'),
  type: key('names'),
  date: key('dates', 'on'),
  after: key('dates'),
  before: key('dates'),
  source: key('names'),
  author: key('names'),
  title: key('names'),
  post: key('names'),
  file: key('names'),
  note: key('words'),
  quote: key('words'),
  by: key('names'),
  is: key(STATES),
  has: key(PARTS),
  no: key(PARTS),
} as const satisfies Readonly<Record<string, Key>>;
export type FilterKey = keyof typeof FILTERS;

/** The keys that count for a query as a whole, with their values. */
export const OPTIONS = {
  in: SCOPES,
  show: SHOWS,
  sort: SORTS.flatMap((by) => [by, `-${by}`]),
  group: GROUPS,
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type OptionKey = keyof typeof OPTIONS;

/** All keys without their aliases, in the order in which they are offered. */
const KEYS: readonly (FilterKey | OptionKey)[] = [
  ...(Object.keys(FILTERS) as FilterKey[]),
  ...(Object.keys(OPTIONS) as OptionKey[]),
];

const BY_NAME = new Map<string, FilterKey | OptionKey>(KEYS.map((name) => [name, name]));
for (const [name, { aliases }] of Object.entries(FILTERS) as [FilterKey, Key][]) {
  for (const alias of aliases) BY_NAME.set(alias, name);
}

/** All keys and their aliases. */
export const KEY_NAMES: readonly string[] = [...BY_NAME.keys()];

/** The key that a word names, also by an alias, in any case; null for none. */
export function keyNamed(word: string): FilterKey | OptionKey | null {
  return BY_NAME.get(word.toLowerCase()) ?? null;
}

export function isOption(name: FilterKey | OptionKey): name is OptionKey {
  return name in OPTIONS;
}

/** The only words that a key takes; null where its values are those of an archive. */
export function wordsOf(name: FilterKey | OptionKey): readonly string[] | null {
  if (isOption(name)) return OPTIONS[name];
  const takes: Takes = FILTERS[name].takes;
  return typeof takes === 'string' ? null : takes;
}
