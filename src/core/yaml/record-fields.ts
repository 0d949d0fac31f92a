import type { Problem } from '../problem';
import { mapField, textField, textsField } from './fields';
import type { YamlMap } from './tree';
import type { Fields, FieldValue } from './write-record';

/** How a field of a record is read and written. `T` is its value in the model. */
export interface FieldKind<T> {
  /** Its value in a record that does not have the field. */
  readonly blank: T;
  /** Reads the field of a record. A bad value is reported. */
  read(map: YamlMap, key: string, problems: Problem[]): T;
  /** Its value in a file, which `read` reads as `value`; null where the field needs no line. */
  write(value: T): FieldValue | null;
}

/** A text of the file that this version does not understand. It is kept as it is until the field gets another value. */
export interface Unknown {
  readonly unknown: string;
}

/** A text, or none. */
export const TEXT: FieldKind<string | null> = {
  blank: null,
  read: textField,
  write: (value) => value || null,
};

/** A text that the record needs. It is read as empty where it is missing, which the caller reports. */
export const NEEDED_TEXT: FieldKind<string> = {
  blank: '',
  read: (map, key, problems) => textField(map, key, problems) ?? '',
  write: (value) => value || null,
};

/** A list of texts, each once. */
export const TEXTS: FieldKind<readonly string[]> = {
  blank: [],
  read: textsField,
  write: (value) => {
    const texts = [...new Set(value)].filter((text) => text !== '');
    return texts.length > 0 ? texts : null;
  },
};

/** Texts by their keys. */
export const TEXT_MAP: FieldKind<ReadonlyMap<string, string>> = {
  blank: new Map(),
  read: mapField,
  write: (value) => (value.size > 0 ? value : null),
};

/** The one list of the fields of a record: how each is read and written. The compiler tells of a field of `R` that is left out. */
export class RecordFields<R extends object> {
  /** In the order in which they are written. */
  readonly names: readonly (keyof R & string)[];
  /** A record of nothing, to build others from. */
  readonly blank: R;
  readonly #kinds: { readonly [K in keyof R]: FieldKind<R[K]> };

  constructor(kinds: { readonly [K in keyof R]: FieldKind<R[K]> }) {
    this.#kinds = kinds;
    this.names = Object.keys(kinds) as (keyof R & string)[];
    this.blank = Object.fromEntries(this.names.map((name) => [name, kinds[name].blank])) as R;
  }

  read(map: YamlMap, problems: Problem[]): R {
    const record = { ...this.blank };
    for (const name of this.names) record[name] = this.#kinds[name].read(map, name, problems);
    return record;
  }

  /** The fields of a record as they stand in a file. Blank and missing fields are left out. */
  write(record: Partial<R>): Fields {
    const fields = new Map<string, FieldValue>();
    for (const name of this.names) {
      const value = this.valueOf(record, name);
      if (value !== null) fields.set(name, value);
    }
    return fields;
  }

  /** The fields that must be written to change a record; null removes one. Fields that `change` does not name stay. */
  changes(record: R, change: Partial<R>): Map<string, FieldValue | null> {
    const changes = new Map<string, FieldValue | null>();
    for (const name of this.names) {
      if (change[name] === undefined) continue;
      const value = this.valueOf(change, name);
      if (!sameValue(value, this.valueOf(record, name))) changes.set(name, value);
    }
    return changes;
  }

  /** The fields that consist of parts: lists of texts, and maps. */
  get parts(): ReadonlyMap<string, 'set' | 'map'> {
    const parts = new Map<string, 'set' | 'map'>();
    for (const name of this.names) {
      const value: unknown = this.blank[name];
      if (Array.isArray(value)) parts.set(name, 'set');
      else if (value instanceof Map) parts.set(name, 'map');
    }
    return parts;
  }

  /** Whether two records would be read alike from a file. */
  same(a: Partial<R>, b: Partial<R>): boolean {
    return this.names.every((name) => sameValue(this.valueOf(a, name), this.valueOf(b, name)));
  }

  /** Whether two lists of records would be read alike from a file: as many, in the same order. */
  sameAll(a: readonly Partial<R>[], b: readonly Partial<R>[]): boolean {
    // Most are the same objects, as the reading of a file takes over what has not changed.
    return a.length === b.length && a.every((record, i) => record === b[i] || this.same(record, b[i] ?? this.blank));
  }

  /** A field as it stands in a file. */
  valueOf(record: Partial<R>, name: keyof R & string): FieldValue | null {
    const value = record[name];
    return value === undefined ? null : this.#kinds[name].write(value);
  }
}

function sameValue(a: FieldValue | null, b: FieldValue | null): boolean {
  if (a === null || b === null || typeof a === 'string' || typeof b === 'string') return a === b;
  const [one, other] = [[...a].flat(), [...b].flat()];
  return 'size' in a === 'size' in b && one.length === other.length && one.every((text, i) => text === other[i]);
}
