import { parseArgs } from 'node:util';
import { quoted } from '../core/index';
import type { Call, Command, Flag } from './command';
import { COMMANDS } from './commands';
import type { Io } from './io';
import { UsageError } from './usage-error';

/** What the arguments ask for. */
export type Request =
  | { readonly kind: 'version' }
  | { readonly kind: 'help'; readonly command: Command | null }
  | { readonly kind: 'command'; readonly command: Command; readonly call: Call };

/** The formats that `--format` takes. */
export const FORMATS = ['auto', 'post-archive', 'front-matter', 'plain'] as const satisfies readonly Call['format'][];

const FLAGS: readonly Flag[] = ['format', 'entities', 'path', 'marker-size'];

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
  const stray = FLAGS.find((flag) => values[flag] !== undefined && !command.flags.includes(flag));
  if (stray) throw new UsageError(`${command.name} knows no --${stray}. See postgloss ${command.name} --help.`);
  return {
    kind: 'command',
    command,
    call: {
      io,
      paths,
      json: values.json ?? false,
      format: formatOf(values.format),
      entities: values.entities ?? null,
      path: values.path ?? null,
      markerSize: markerSizeOf(values['marker-size']),
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
      },
    });
  } catch (error) {
    // Node says what is wrong with a flag in a sentence that a person understands, and then goes on about `--`.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.replace(/\. To specify .*$/s, '.'));
  }
}

function formatOf(given: string | undefined): Call['format'] {
  if (given === undefined) return null;
  const format = FORMATS.find((known) => known === given);
  if (format === undefined) throw new UsageError(`${quoted(given)} is no format. Use ${FORMATS.join(', ')}.`);
  return format;
}

function markerSizeOf(given: string | undefined): number | null {
  if (given === undefined) return null;
  if (!/^[1-9]\d{0,2}$/.test(given))
    throw new UsageError(`${quoted(given)} is no size of a marker. Use 7, for example.`);
  return Number(given);
}
