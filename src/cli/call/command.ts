import type { PostRule } from '../../core/agreement';
import type { FormatName } from '../../core/posts';
import type { TableFormat } from '../../core/registry-import';
import type { Io } from './io';

/** What a command was asked to do. */
export interface Call {
  readonly io: Io;
  /** The files, folders and globs, as they were given. */
  readonly paths: readonly string[];
  /** Whether the result is to be one JSON document. */
  readonly json: boolean;
  /** How to read the posts, where the caller says it; it then counts before `postgloss.yaml`. */
  readonly format: FormatName | null;
  /** The registry that the caller names, as it was given. */
  readonly entities: string | null;
  /** The path of a merged file in its repository, as git gives it. */
  readonly path: string | null;
  /** How many signs the markers of a conflict have, where git says it. */
  readonly markerSize: number | null;
  /** The date from which on changes are asked for, as it was given. */
  readonly since: string | null;
  /** Whether git is to be asked who last changed each line. */
  readonly blame: boolean;
  /** Whether the result is to be Markdown. */
  readonly markdown: boolean;
  /** The branches to be compared, as one list with commas. */
  readonly branches: string | null;
  /** Which posts count where annotators are compared. */
  readonly posts: PostRule;
  /** How problems are to be reported. */
  readonly report: ReportFormat;
  /** How an imported table is written, where the caller says it. */
  readonly table: TableFormat | null;
  /** Whether nothing is to be written. */
  readonly dryRun: boolean;
}

/** `text` is for people; `sarif` and `github` are for the services that show problems beside the lines of a change. */
export type ReportFormat = 'text' | 'sarif' | 'github';

/** A flag that only some commands know. */
export type Flag =
  | 'format'
  | 'entities'
  | 'path'
  | 'marker-size'
  | 'since'
  | 'blame'
  | 'markdown'
  | 'by'
  | 'branches'
  | 'posts'
  /** Given as `--format` too: what a command that reads no posts prints. */
  | 'report'
  /** Given as `--format` too: how the table of a command that imports one is written. */
  | 'table'
  | 'dry-run';

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** What it takes, for the help: `FILE…`. */
  readonly parameters: string;
  readonly summary: string;
  /** The fields of a row of its JSON, for the help. */
  readonly fields: readonly string[];
  readonly flags: readonly Flag[];
  /** Whether its JSON is one object with these fields, and not a list of them. */
  readonly single?: boolean;
  /** Answers the exit code. Throws a `UsageError` where the call cannot be followed. */
  run(call: Call): Promise<number>;
}
