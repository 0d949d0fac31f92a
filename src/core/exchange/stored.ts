import type { PlacedAnnotation } from '../anchor/placed-annotation';
import type { ArchiveText } from '../archive/archive-text';
import type { OpenArchive } from '../archive/open-archive';
import { newAnnotationId } from '../entities/id';
import { memo } from '../memo';
import type { Mention } from '../mentions/mention';
import { fold } from '../text/comparable';
import type { Span } from '../text/span';
import { trimSpan } from '../decide/annotate';
import type { Annotation } from '../sidecar/annotation';
import type { ExchangeSpan } from './model';
import { whatChanges, type ImportedStatement } from './statement';
import { sha1 } from './uuid';

/** An annotation of the archive. */
export interface StoredRecord {
  readonly text: ArchiveText;
  readonly placed: PlacedAnnotation;
}

/** The annotations that an archive has, as an import asks for them. What the import adds counts with them. */
export class Stored {
  readonly #byId = new Map<string, StoredRecord[]>();
  readonly #taken = new Set<string>();
  readonly #byPlace = new Map<ArchiveText, Map<string, Annotation[]>>();
  readonly #byQuote = new Map<ArchiveText, Map<string, Annotation[]>>();

  constructor({ texts }: OpenArchive) {
    for (const text of texts) {
      for (const placed of text.annotations) {
        const { id } = placed.annotation;
        if (id === null) continue;
        this.#taken.add(id);
        push(this.#byId, id, { text, placed });
      }
    }
  }

  /** The record of an id, if possible in a text. */
  byId(id: string, text: ArchiveText | null): StoredRecord | null {
    const records = this.#byId.get(id) ?? [];
    return records.find((record) => record.text === text) ?? records[0] ?? null;
  }

  /**
   * What of a statement about a place no record there says yet; null where it is all known. For tools that keep no ids, and part the tags
   * of one record.
   */
  whatIsNew(text: ArchiveText, place: Span, statement: ImportedStatement): ImportedStatement | null {
    const here = this.#placesOf(text).get(keyOf(place)) ?? [];
    const { tags = [], entity, note, not } = statement.fields;
    const left = tags.filter((tag) => !here.some((one) => one.tags.includes(tag)));
    const says = (value: string | null | undefined, field: 'entity' | 'note' | 'not') =>
      value === undefined ||
      value === null ||
      here.some((one) => !(field in whatChanges(one, { says: true, fields: { [field]: value } })));
    const rest = says(entity, 'entity') && says(note, 'note') && says(not, 'not');
    const isMention = entity === undefined && rest && left.length > 0 && this.#isMention(text, place, left);
    if (rest && (left.length === 0 || isMention)) return null;
    return { says: true, fields: { ...statement.fields, ...(left.length > 0 ? { tags: left } : {}) } };
  }

  /** The mention that stands at just this place; null where none does. */
  mentionAt(text: ArchiveText, place: Span): Mention | null {
    return mentionsByPlace(text).get(keyOf(place)) ?? null;
  }

  /** Whether the labels of a place are but the type of the mention that the registry gives there. */
  #isMention(text: ArchiveText, place: Span, labels: readonly string[]): boolean {
    const type = this.mentionAt(text, place)?.entity.type;
    return labels.every((label) => label === type);
  }

  /** A record that has no certain place, and says the same of the same words. */
  withoutPlace(text: ArchiveText, quote: string, statement: ImportedStatement): Annotation | null {
    let byQuote = this.#byQuote.get(text);
    if (!byQuote) {
      this.#byQuote.set(text, (byQuote = new Map<string, Annotation[]>()));
      for (const { annotation, anchor } of text.annotations) {
        if (anchor.state !== 'exact') push(byQuote, fold(annotation.quote), annotation);
      }
    }
    const alike = byQuote.get(fold(quote)) ?? [];
    return alike.find((one) => Object.keys(whatChanges(one, statement)).length === 0) ?? null;
  }

  /** The id of a new record: its own where that is free, else one that is made of what it says, the same each time. */
  newId({ id, tags, note, entity }: ExchangeSpan, text: ArchiveText, where: string): string {
    for (let n = 0; ; n++) {
      const said = JSON.stringify([text.path, where, tags, note, entity, n]);
      const made =
        id !== null && n === 0 ? id : newAnnotationId((count) => sha1(new TextEncoder().encode(said)).slice(0, count));
      if (this.#taken.has(made)) continue;
      this.#taken.add(made);
      return made;
    }
  }

  #placesOf(text: ArchiveText): Map<string, Annotation[]> {
    let places = this.#byPlace.get(text);
    if (!places) {
      this.#byPlace.set(text, (places = new Map<string, Annotation[]>()));
      for (const { annotation, anchor } of text.annotations) {
        if (anchor.state === 'exact' && anchor.span) push(places, keyOf(trimSpan(text.text, anchor.span)), annotation);
      }
    }
    return places;
  }
}

const mentionsByPlace = memo(
  (text: ArchiveText) => new Map(text.mentions.map((mention) => [keyOf(mention.span), mention])),
  ({ mentions }) => mentions,
);

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
