import type { Format } from '../core/index';
import type { Io } from './io';

/** What a command was asked to do. */
export interface Call {
  readonly io: Io;
  /** The files, folders and globs, as they were given. */
  readonly paths: readonly string[];
  /** Whether the result is to be one JSON document. */
  readonly json: boolean;
  /** How to read the posts, where the caller says it; it then counts before `postgloss.yaml`. */
  readonly format: Format | 'auto' | null;
  /** The registry that the caller names, as it was given. */
  readonly entities: string | null;
  /** The path of a merged file in its repository, as git gives it. */
  readonly path: string | null;
  /** How many signs the markers of a conflict have, where git says it. */
  readonly markerSize: number | null;
}

/** A flag that only some commands know. */
export type Flag = 'format' | 'entities' | 'path' | 'marker-size';

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** What it takes, for the help: `FILE…`. */
  readonly parameters: string;
  readonly summary: string;
  /** The fields of a row of its JSON, for the help. */
  readonly fields: readonly string[];
  readonly flags: readonly Flag[];
  /** Answers the exit code. Throws a `UsageError` where the call cannot be followed. */
  run(call: Call): Promise<number>;
}
