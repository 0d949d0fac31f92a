import { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import type { ViewNode } from '../rows/nodes';

type Kind = ViewNode['kind'];
type NodeOf<K extends Kind> = Extract<ViewNode, { readonly kind: K }>;

/**
 * The argument of a command, read in one place. A menu passes the row that was clicked, and behind it all selected rows; a key of a view
 * passes `{ "focused": true }`; links, quick fixes and macros pass a record of plain values, such as `{ "tag": "claim" }`.
 *
 * Links come from cards and pages, and macros from anybody: nothing of an argument is trusted. A row counts only if it holds an archive of
 * this window, and each value is handed out only in the type that was asked for.
 */
export class CommandArgument {
  /** The argument of a command that is run without any. */
  static readonly none = new CommandArgument(undefined);

  /** Whether anything was passed. */
  readonly given: boolean;
  /** The row that was clicked. */
  readonly row: ViewNode | null;
  /** Whether a key of a view was pressed: the command is then about the row that has the keyboard focus. */
  readonly focused: boolean;
  readonly #rows: readonly ViewNode[];
  readonly #record: Readonly<Record<string, unknown>>;

  /**
   * @param value the first argument of the command
   * @param others the second argument: from a menu, the selected rows
   */
  constructor(value: unknown, others?: unknown) {
    this.given = value !== undefined && value !== null;
    this.row = isRow(value) ? value : null;
    const selected = Array.isArray(others) ? others.filter(isRow) : [];
    this.#rows = this.row && selected.includes(this.row) ? selected : this.row ? [this.row] : [];
    const isRecord = typeof value === 'object' && value !== null && !('kind' in value);
    this.#record = isRecord ? (value as Record<string, unknown>) : {};
    this.focused = this.#record.focused === true;
  }

  /** The clicked row, if it is of one of the kinds. */
  rowOf<K extends Kind>(...kinds: readonly K[]): NodeOf<K> | null {
    return isOf(this.row, kinds) ? this.row : null;
  }

  /** The clicked row and the rows that are selected with it; none where the clicked row is of another kind. */
  rowsOf<K extends Kind>(...kinds: readonly K[]): readonly NodeOf<K>[] {
    return isOf(this.row, kinds) ? this.#rows.filter((node) => isOf(node, kinds)) : [];
  }

  /** The clicked row and the rows of any kind that are selected with it. */
  get rows(): readonly ViewNode[] {
    return this.#rows;
  }

  /** A text of a record; null where there is none of that name. */
  text(name: string): string | null {
    const value = this.#record[name];
    return typeof value === 'string' ? value : null;
  }

  /** A finite number of a record. */
  number(name: string): number | null {
    const value = this.#record[name];
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  }

  /** A yes or no of a record. */
  flag(name: string): boolean | null {
    const value = this.#record[name];
    return typeof value === 'boolean' ? value : null;
  }

  /** A list of texts of a record; other values in it are left out. Null where there is no list. */
  texts(name: string): readonly string[] | null {
    const value = this.#record[name];
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : null;
  }

  /** The values of a record as they came, for a caller that judges them itself; empty where there is none. */
  get record(): Readonly<Record<string, unknown>> {
    return this.#record;
  }

  /** The archive of the row, or the archive whose root's address a record has as `archive`; null if it is not open in this window. */
  archiveIn(archives: Archives): Archive | null {
    const { row } = this;
    const own = row && 'archive' in row ? row.archive : null;
    return archives.all.find((one) => one === own || one.root.toString() === this.text('archive')) ?? null;
  }
}

function isRow(value: unknown): value is ViewNode {
  if (typeof value !== 'object' || value === null || !('kind' in value) || typeof value.kind !== 'string') return false;
  return value.kind === 'branch' || ('archive' in value && value.archive instanceof Archive);
}

function isOf<K extends Kind>(node: ViewNode | null, kinds: readonly K[]): node is NodeOf<K> {
  return node !== null && kinds.some((kind) => kind === node.kind);
}
