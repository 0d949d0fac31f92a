import { POST_RULES } from '../../core/agreement';
import { REGISTRY_FILE } from '../../core/entities';
import { FORMATS } from '../../core/exchange';
import { FORMAT_NAMES } from '../../core/posts';
import { IMPORT_FORMATS } from '../../core/imported';
import { TABLE_FORMATS } from '../../core/tables';
import { quoted } from '../../core/text';
import { UsageError } from './usage-error';

/** A flag that only some commands know. */
export type Flag = SwitchFlag | TextFlag;

interface SwitchFlag {
  /** As it is given, without its hyphens: `dry-run`. Flags of different commands may share a name. */
  readonly name: string;
  readonly kind: 'switch';
  readonly help: string;
}

interface TextFlag {
  readonly name: string;
  readonly kind: 'text';
  /** The value in the line of usage: `F`, or the words to choose from. */
  readonly usage: string;
  /** The value in the help of a command, if that is another one. */
  readonly value?: string;
  readonly help: string;
  /** Gets null where the flag is not given. Throws a `UsageError` for a value that it does not take. */
  read(given: string | null): unknown;
}

/** `text` is for people; `sarif` and `github` are for the services that show problems beside the lines of a change. */
const REPORTS = ['text', 'sarif', 'github'] as const;

const IMPORTED = [
  ...new Set<string>([...TABLE_FORMATS, ...FORMATS.filter(({ read }) => read !== null).map(({ name }) => name)]),
];
const EXPORTED = FORMATS.filter(({ write }) => write !== null).map(({ name }) => name);
const DIALECTS = FORMATS.flatMap(({ dialects }) => dialects);
const MENTIONS = ['none', 'decided', 'all'] as const;
const PER = ['post', 'file'] as const;
const GROUPS = ['tag', 'post', 'entity'] as const;

/**
 * The declaration of each flag; parsing, types, usage and help follow from it. A command names the flags that it knows by these keys, and
 * finds their values under the same keys in its call. Of several mistakes in a call, the first one in this order is reported.
 */
export const FLAGS = {
  format: {
    name: 'format',
    kind: 'text',
    usage: 'F',
    help: `how the file holds its posts: ${FORMAT_NAMES.join(', ')}`,
    read: (given) => oneOf(FORMAT_NAMES, given, 'format'),
  },
  entities: {
    name: 'entities',
    kind: 'text',
    usage: 'R',
    help: `the entity registry, instead of the ${REGISTRY_FILE} found upwards from the file`,
    read: (given) => given,
  },
  path: {
    name: 'path',
    kind: 'text',
    usage: 'P',
    help: 'the path of the file in its repository, as git gives it',
    read: (given) => given,
  },
  markerSize: {
    name: 'marker-size',
    kind: 'text',
    usage: 'N',
    help: 'how many signs the markers of a conflict have; 7 by default',
    read: readMarkerSize,
  },
  since: {
    name: 'since',
    kind: 'text',
    usage: 'DATE',
    help: 'what has changed since a day: from the last commit before it to the files as they are',
    read: (given) => given,
  },
  blame: { name: 'blame', kind: 'switch', help: 'ask git who last changed each record' },
  markdown: { name: 'markdown', kind: 'switch', help: 'print Markdown' },
  csv: { name: 'csv', kind: 'switch', help: 'print CSV: a line for each row' },
  kwic: { name: 'kwic', kind: 'switch', help: 'print a concordance: each place between the words before and after it' },
  count: { name: 'count', kind: 'switch', help: 'print the number of results alone' },
  by: {
    name: 'by',
    kind: 'text',
    usage: 'author',
    help: 'compare the names in the field “by”; this is the default',
    read: readBy,
  },
  branches: {
    name: 'branches',
    kind: 'text',
    usage: 'A,B,…',
    help: 'compare branches, each standing for an annotator',
    read: (given) => given,
  },
  posts: {
    name: 'posts',
    kind: 'text',
    usage: POST_RULES.join('|'),
    value: 'RULE',
    help: `which posts count: both (an annotator has judged the posts in which they marked anything; the default),
                 any (all have judged the posts in which any did), all (all have judged every post)`,
    read: (given) => oneOf(POST_RULES, given, 'rule for posts') ?? 'both',
  },
  report: {
    name: 'format',
    kind: 'text',
    usage: REPORTS.join('|'),
    value: 'F',
    help: 'how to print: text, sarif (2.1.0) or github (workflow commands)',
    read: (given) => oneOf(REPORTS, given, 'format') ?? 'text',
  },
  imported: {
    name: 'format',
    kind: 'text',
    usage: 'F',
    help: `how the file is written: ${IMPORTED.join(', ')}; by default what its name tells`,
    read: (given) => oneOf(IMPORTED, given, 'format that is imported'),
  },
  to: {
    name: 'to',
    kind: 'text',
    usage: 'DIR',
    help: 'the folder that gets the posts, one file a post; it is made where it is not there',
    read: (given) => given,
  },
  importFormat: {
    name: 'format',
    kind: 'text',
    usage: 'F',
    help: `what the files are: ${IMPORT_FORMATS.join(', ')};
                 by default what their names and beginnings tell`,
    read: (given) => oneOf(IMPORT_FORMATS, given, 'format of archives'),
  },
  exported: {
    name: 'format',
    kind: 'text',
    usage: 'F',
    help: `how to write it: ${EXPORTED.join(', ')}`,
    read: (given) => oneOf(EXPORTED, given, 'format that is exported'),
  },
  output: {
    name: 'output',
    kind: 'text',
    usage: 'PATH',
    help: 'the file to write; for brat, xmi and conll the folder',
    read: (given) => given,
  },
  mentions: {
    name: 'mentions',
    kind: 'text',
    usage: MENTIONS.join('|'),
    value: 'WHICH',
    help: `which mentions go out besides the annotations, marked as computed: none, decided (for whole posts), all;
                 by default none, and all for conll, gexf and graphml`,
    read: (given) => oneOf(MENTIONS, given, 'choice of mentions'),
  },
  per: {
    name: 'per',
    kind: 'text',
    usage: PER.join('|'),
    value: 'WHAT',
    help: 'whether a document is a post or a whole file; by default what the format’s tools take best',
    read: (given) => oneOf(PER, given, 'kind of document'),
  },
  dialect: {
    name: 'dialect',
    kind: 'text',
    usage: 'D',
    help: `for jsonl: ${DIALECTS.join(', ')}`,
    read: (given) => oneOf(DIALECTS, given, 'dialect'),
  },
  group: {
    name: 'group',
    kind: 'text',
    usage: GROUPS.join('|'),
    value: 'BY',
    help: 'for md: whether the headings are tags, which is the default, posts or entities',
    read: (given) => oneOf(GROUPS, given, 'group of quotes'),
  },
  flavour: {
    name: 'flavour',
    kind: 'text',
    usage: 'obsidian',
    value: 'F',
    help: 'for md: obsidian, with tags and block ids',
    read: (given) => oneOf(['obsidian'], given, 'flavour of Markdown'),
  },
  strict: { name: 'strict', kind: 'switch', help: 'end with exit code 1 where anything was left out' },
  dryRun: { name: 'dry-run', kind: 'switch', help: 'say what would be done, and write nothing' },
} as const satisfies Readonly<Record<string, Flag>>;

export type FlagKey = keyof typeof FLAGS;

/** The values of flags by their keys. A switch is true or false; a text that is not given is null, or its default. */
export type FlagValues<Keys extends FlagKey> = {
  readonly [Key in Keys]: (typeof FLAGS)[Key] extends { read(given: string | null): infer Value } ? Value : boolean;
};

/** The table as a list, in its order. */
export const FLAG_LIST = Object.entries(FLAGS) as readonly (readonly [FlagKey, Flag])[];

/**
 * Reads the values of flags. Throws a `UsageError` for a value that a flag does not take.
 *
 * @param keys the flags that count; the others have the values of flags that are not given
 * @param given by name
 */
export function readFlags(
  keys: readonly FlagKey[],
  given: Readonly<Record<string, string | boolean | undefined>>,
): FlagValues<FlagKey> {
  const valueOf = (key: FlagKey, flag: Flag) => {
    const value = keys.includes(key) ? given[flag.name] : undefined;
    return flag.kind === 'switch' ? value === true : flag.read(typeof value === 'string' ? value : null);
  };
  return Object.fromEntries(FLAG_LIST.map(([key, flag]) => [key, valueOf(key, flag)])) as FlagValues<FlagKey>;
}

/** One of a few words; null where none is given. */
function oneOf<Word extends string>(known: readonly Word[], given: string | null, what: string): Word | null {
  if (given === null) return null;
  const word = known.find((candidate) => candidate === given);
  if (word === undefined) throw new UsageError(`${quoted(given)} is no ${what}. Use ${known.join(', ')}.`);
  return word;
}

/** Reads the only way of telling annotators apart that `--by` knows. */
function readBy(given: string | null): 'author' | null {
  if (given !== null && given !== 'author') {
    throw new UsageError(`${quoted(given)} is nothing to compare by. Use author.`);
  }
  return given;
}

function readMarkerSize(given: string | null): number | null {
  if (given === null) return null;
  if (!/^[1-9]\d{0,2}$/.test(given)) {
    throw new UsageError(`${quoted(given)} is no size of a marker. Use 7, for example.`);
  }
  return Number(given);
}
