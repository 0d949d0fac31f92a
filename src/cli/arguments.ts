import { parseArgs } from 'node:util';
import { quoted } from '../core/text';
import type { Call, Command } from './call/command';
import { FLAG_LIST, FLAGS, readFlags, type FlagKey } from './call/flags';
import type { Io } from './call/io';
import { UsageError } from './call/usage-error';
import { COMMANDS } from './commands';

/** What the arguments ask for. */
export type Request =
  | { readonly kind: 'version' }
  | { readonly kind: 'help'; readonly command: Command | null }
  | { readonly kind: 'command'; readonly command: Command; readonly call: Call<FlagKey> };

/** Reads the arguments. Throws a `UsageError` for unknown commands and flags, and for values that a flag does not take. */
export function readArguments(argv: readonly string[], io: Io): Request {
  const { values, positionals } = parse(argv);
  const [name] = positionals;
  const command = COMMANDS.find((candidate) => isCalled(candidate, positionals)) ?? null;
  const paths = positionals.slice(command?.name.split(' ').length ?? 0);
  if (name !== undefined && !command) {
    throw new UsageError(`${quoted(name)} is no command. Use ${COMMANDS.map((known) => known.name).join(', ')}.`);
  }
  if (values.version === true) return { kind: 'version' };
  if (values.help === true) return { kind: 'help', command };
  if (!command) throw new UsageError('No command is given. See postgloss --help.');
  const known = new Set<string>(command.flags.map((key) => FLAGS[key].name));
  const stray = FLAG_LIST.map(([, flag]) => flag.name).find((flag) => values[flag] !== undefined && !known.has(flag));
  if (stray !== undefined) {
    throw new UsageError(`${command.name} knows no --${stray}. See postgloss ${command.name} --help.`);
  }
  const call = { io, paths, json: values.json === true, ...readFlags(command.flags, values) };
  return { kind: 'command', command, call };
}

/** Some names are two words: `suggest aliases`. */
function isCalled({ name }: Command, positionals: readonly string[]): boolean {
  return name.split(' ').every((word, i) => positionals[i] === word);
}

/** The flags that all commands know, and those of the table. */
const OPTIONS: Readonly<Record<string, { type: 'boolean' | 'string'; short?: string }>> = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  json: { type: 'boolean' },
  ...Object.fromEntries(
    FLAG_LIST.map(([, { name, kind }]) => [name, { type: kind === 'switch' ? 'boolean' : 'string' }] as const),
  ),
};

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    // Node explains the mistake in a first sentence that a person understands, and then goes on about `--`.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.replace(/\. To specify .*$/s, '.'));
  }
}
