// The one model behind all formats of exchange: plain values that know neither sidecars nor files.

/** What an archive says, on its way to another tool or back from it. */
export interface Exchange {
  readonly documents: readonly ExchangeDocument[];
  /** The codebook; in an export also the tags that only annotations have. */
  readonly tags: readonly ExchangeTag[];
  readonly entities: readonly ExchangeEntity[];
}

/** What a reader found in files of another tool. */
export interface Reading {
  readonly documents: readonly ExchangeDocument[];
  readonly tags: readonly ExchangeTag[];
  /** What the reader could not take. */
  readonly skipped: readonly Loss[];
}

/** A text with its annotations: a post, or a whole file. */
export interface ExchangeDocument {
  /** Unique in an export, fit for a file's name: `harbour--2016-05-04-the-harbour-is-closed`. Null where a format has none. */
  readonly name: string | null;
  /** The path of the text in its archive; null where a format does not tell. */
  readonly file: string | null;
  /** The post that the document is; null for a whole file. */
  readonly post: ExchangePost | null;
  /** With LF as the only line end, otherwise the characters of the archive. Null where a format has quotes alone. */
  readonly text: string | null;
  /** A hash of the text, by which a format without it shows that its numbers count in the present one; null where there is none. */
  readonly version: string | null;
  /** What the places of a document without its text count; those of a document with it are UTF-16 offsets. */
  readonly unit: 'utf16' | 'codepoints';
  readonly spans: readonly ExchangeSpan[];
}

/** What is known of a post; of a post that a file names, its id alone. */
export interface ExchangePost {
  readonly id: string;
  readonly title: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly source: string | null;
  readonly author: string | null;
}

/** An annotation in a document. */
export interface ExchangeSpan {
  /** The record's id; null for a computed mention, and where another tool has made it. */
  readonly id: string | null;
  /** The post that holds it; null outside of posts, and where a format does not tell. */
  readonly post: ExchangePost | null;
  /** UTF-16 offsets in the document's text, the end exclusive. Null where the annotation has no certain place. */
  readonly place: { readonly start: number; readonly end: number } | null;
  /** The passage, with LF as the only line end. Empty where a format gives a place alone. */
  readonly quote: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Which of several like places is meant, as a sidecar has it: `2/3`, `distinct`. */
  readonly copy: string | null;
  readonly tags: readonly string[];
  /** Ids of entities. */
  readonly entity: string | null;
  readonly not: string | null;
  readonly scope: string | null;
  readonly note: string | null;
  readonly by: string | null;
  readonly on: string | null;
  /** Whether it is a mention that the registry gives, and nobody's word. */
  readonly computed: boolean;
}

/** A tag of a codebook. Its id is a path: `claim/unsourced`. */
export interface ExchangeTag {
  readonly id: string;
  readonly description: string | null;
  /** One of the codebook's colours, or null. */
  readonly color: string | null;
}

export interface ExchangeEntity {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly description: string | null;
  readonly links: ReadonlyMap<string, string>;
}

/** The fields of an annotation that a format may be unable to hold. */
export type HeldField = 'id' | 'tags' | 'entity' | 'not' | 'scope' | 'note' | 'by' | 'on';

/** What was left out of an export or an import. */
export interface Loss {
  /** A kind of thing: `annotation`, `note`, `by`. */
  readonly what: string;
  /** A sentence. */
  readonly why: string;
  readonly count: number;
  /** The ids of the annotations that it befell, as far as they have any. */
  readonly ids: readonly string[];
}

/** A span of nothing, to build others from. */
export const NO_SPAN: ExchangeSpan = {
  ...{ id: null, post: null, place: null, quote: '', before: null, after: null, copy: null, tags: [] },
  ...{ entity: null, not: null, scope: null, note: null, by: null, on: null, computed: false },
};

/** A document of nothing. */
export const NO_DOCUMENT: ExchangeDocument = {
  ...{ name: null, file: null, post: null, text: null, version: null, unit: 'utf16', spans: [] },
};

/** A post of which only the id is known; null without an id. */
export function namedPost(id: string | null): ExchangePost | null {
  return id === null || id === '' ? null : { id, title: null, date: null, source: null, author: null };
}
