import type { FlagKey, FlagValues } from './flags';
import type { Io } from './io';

/** What every command gets. */
interface PlainCall {
  readonly io: Io;
  /** The files, folders and globs, as they were given. */
  readonly paths: readonly string[];
  /** Whether to print one JSON document. */
  readonly json: boolean;
}

/** A call of a command, with the values of the flags that it knows. */
export type Call<Keys extends FlagKey = never> = PlainCall & FlagValues<Keys>;

/** One command of the command line. */
export interface Command<Keys extends FlagKey = FlagKey> {
  readonly name: string;
  /** Its parameters, for the help: `FILE…`. */
  readonly parameters: string;
  readonly summary: string;
  /** The fields of a row of its JSON, for the help. */
  readonly fields: readonly string[];
  /** The flags that it knows, in the order of the help. */
  readonly flags: readonly Keys[];
  /** Whether its JSON is one object with these fields, and not a list of them. */
  readonly single?: boolean;
  /** Answers the exit code. Throws a `UsageError` where the call cannot be followed. */
  run(call: Call<Keys>): Promise<number>;
}

/** Types a command by the flags that it names: `run` sees their values and no others. */
export function command<Keys extends FlagKey>(declared: Command<Keys>): Command<Keys> {
  return declared;
}
