import { visible } from '../text/visible';
import { gather, type Chunks } from './input';
import { ImportRefusal } from './refusal';

/** The largest document of JSON that is read, in bytes: it takes several times its size in memory. */
const LARGEST_JSON = 100_000_000;

/** A value of JSON that somebody else wrote, of which nothing is known. */
export class JsonValue {
  constructor(readonly value: unknown) {}

  /** The value of a key; of nothing where this is no object, or has no such key. */
  at(key: string): JsonValue {
    const { value } = this;
    const has = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    return new JsonValue(has ? (value as Readonly<Record<string, unknown>>)[key] : undefined);
  }

  /** The items of a list; none where this is no list. */
  get items(): JsonValue[] {
    return Array.isArray(this.value) ? this.value.map((item: unknown) => new JsonValue(item)) : [];
  }

  /** A text, or a number as text; empty for all else. */
  get text(): string {
    return typeof this.value === 'string' ? this.value : typeof this.value === 'number' ? String(this.value) : '';
  }
}

/** Reads a document of JSON. @param start what stands before it @throws ImportRefusal where it is none, or too large */
export async function readJson(chunks: Chunks, start?: RegExp): Promise<JsonValue> {
  const text = new TextDecoder().decode(await gather(chunks, LARGEST_JSON));
  try {
    // Never more than parsed: the files of X are scripts.
    return new JsonValue(JSON.parse(start ? text.replace(start, '') : text));
  } catch (error) {
    const why = visible(error instanceof Error ? error.message : '').slice(0, 120);
    throw new ImportRefusal(`It is no JSON: ${why}.`);
  }
}
