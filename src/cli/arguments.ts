import { parseArgs } from 'node:util';
import { POST_RULES } from '../core/agreement';
import { FORMAT_NAMES } from '../core/posts';
import { TABLE_FORMATS } from '../core/registry-import';
import { quoted } from '../core/text';
import type { Call, Command, Flag, ReportFormat } from './call/command';
import { COMMANDS } from './commands/index';
import type { Io } from './call/io';
import { UsageError } from './call/usage-error';

/** What the arguments ask for. */
export type Request =
  | { readonly kind: 'version' }
  | { readonly kind: 'help'; readonly command: Command | null }
  | { readonly kind: 'command'; readonly command: Command; readonly call: Call };

/** The formats that `--format` takes where a command reports problems. */
const REPORTS: readonly ReportFormat[] = ['text', 'sarif', 'github'];

/** The flags that not all commands know, by how they are given. */
const FLAGS = {
  format: ['format', 'report', 'table'],
  entities: ['entities'],
  path: ['path'],
  'marker-size': ['marker-size'],
  since: ['since'],
  blame: ['blame'],
  markdown: ['markdown'],
  by: ['by'],
  branches: ['branches'],
  posts: ['posts'],
  'dry-run': ['dry-run'],
} as const satisfies Readonly<Record<string, readonly Flag[]>>;

/** Reads the arguments. Throws a `UsageError` with one line where they ask for nothing that there is. */
export function readArguments(argv: readonly string[], io: Io): Request {
  const { values, positionals } = parse(argv);
  const [name] = positionals;
  const command = COMMANDS.find((candidate) => isCalled(candidate, positionals)) ?? null;
  const paths = positionals.slice(command?.name.split(' ').length ?? 0);
  if (name !== undefined && !command) {
    throw new UsageError(`${quoted(name)} is no command. Use ${COMMANDS.map((known) => known.name).join(', ')}.`);
  }
  if (values.version) return { kind: 'version' };
  if (values.help) return { kind: 'help', command };
  if (!command) throw new UsageError('No command is given. See postgloss --help.');
  const given = (Object.keys(FLAGS) as (keyof typeof FLAGS)[]).filter((flag) => values[flag] !== undefined);
  const stray = given.find((flag) => !FLAGS[flag].some((meaning) => command.flags.includes(meaning)));
  if (stray) throw new UsageError(`${command.name} knows no --${stray}. See postgloss ${command.name} --help.`);
  return {
    kind: 'command',
    command,
    call: {
      io,
      paths,
      json: values.json ?? false,
      format: command.flags.includes('format') ? chosen(values.format, FORMAT_NAMES, 'format') : null,
      entities: values.entities ?? null,
      path: values.path ?? null,
      markerSize: markerSizeOf(values['marker-size']),
      since: values.since ?? null,
      blame: values.blame ?? false,
      markdown: values.markdown ?? false,
      branches: branchesOf(values.by, values.branches),
      posts: chosen(values.posts, POST_RULES, 'rule for posts') ?? 'both',
      report: (command.flags.includes('report') ? chosen(values.format, REPORTS, 'format') : null) ?? 'text',
      table: command.flags.includes('table') ? chosen(values.format, TABLE_FORMATS, 'format of tables') : null,
      dryRun: values['dry-run'] ?? false,
    },
  };
}

/** Some names are two words: `suggest aliases`. */
function isCalled({ name }: Command, positionals: readonly string[]): boolean {
  return name.split(' ').every((word, i) => positionals[i] === word);
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
        json: { type: 'boolean' },
        format: { type: 'string' },
        entities: { type: 'string' },
        path: { type: 'string' },
        'marker-size': { type: 'string' },
        since: { type: 'string' },
        blame: { type: 'boolean' },
        markdown: { type: 'boolean' },
        by: { type: 'string' },
        branches: { type: 'string' },
        posts: { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
    });
  } catch (error) {
    // Node says what is wrong with a flag in a sentence that a person understands, and then goes on about `--`.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.replace(/\. To specify .*$/s, '.'));
  }
}

/** One of a few words; null where none is given. */
function chosen<Word extends string>(given: string | undefined, known: readonly Word[], what: string): Word | null {
  if (given === undefined) return null;
  const word = known.find((candidate) => candidate === given);
  if (word === undefined) throw new UsageError(`${quoted(given)} is no ${what}. Use ${known.join(', ')}.`);
  return word;
}

/** Annotators are authors, unless branches are named. */
function branchesOf(by: string | undefined, branches: string | undefined): string | null {
  if (by !== undefined && by !== 'author') throw new UsageError(`${quoted(by)} is nothing to compare by. Use author.`);
  if (by !== undefined && branches !== undefined) throw new UsageError('Compare either --by author or --branches.');
  return branches ?? null;
}

function markerSizeOf(given: string | undefined): number | null {
  if (given === undefined) return null;
  if (!/^[1-9]\d{0,2}$/.test(given))
    throw new UsageError(`${quoted(given)} is no size of a marker. Use 7, for example.`);
  return Number(given);
}
