import { decodeText } from '../text/decode';
import type { Result } from '../result';
import type { Losses } from './losses';
import type { Exchange, HeldField, Reading } from './model';

/** How a person wants a file to be written. A format takes no notice of what it does not know. */
export interface WriteOptions {
  /** One of the format's dialects; null for the first. */
  readonly dialect: string | null;
  /** `obsidian` for its block ids and links, in Markdown. */
  readonly flavour: string | null;
  /** What the headings of a report are. */
  readonly group: 'tag' | 'post' | 'entity';
}

/** Files by their paths in the folder or zip; the only file of a format that is one file has an empty path. */
export type TextFiles = ReadonlyMap<string, string>;
export type ByteFiles = ReadonlyMap<string, Uint8Array>;

/** What a reader made of files, or why they are not of its format. */
export type ReadResult = Result<{ readonly reading: Reading }>;

/** A format of exchange. Writers and readers are pure: zip and disk are the callers'. */
export interface Format {
  readonly name: string;
  /** Who reads or writes it, as a phrase for the help. */
  readonly usedBy: string;
  /** What it is on a disk. */
  readonly shape: 'file' | 'folder' | 'zip';
  /** The usual ending of its file, without the dot. */
  readonly ending: string;
  /** What a document is, unless somebody says otherwise. */
  readonly per: 'post' | 'file';
  /** Whether computed mentions are what the format is for. */
  readonly mentions: 'none' | 'all';
  /**
   * Whether it holds quotes without the texts of the documents. It can then hold an annotation that has no certain place, and its numbers
   * count in whole files, whatever a person wants.
   */
  readonly quotesOnly: boolean;
  /** The first is the usual one; none where there is one way to write it. */
  readonly dialects: readonly string[];
  /** The fields of an annotation that it can hold. */
  holds(options: WriteOptions): readonly HeldField[];
  /** Null for a format that is read only. */
  readonly write: ((exchange: Exchange, options: WriteOptions, losses: Losses) => TextFiles) | null;
  /** Null for a format that is written only. Never throws. */
  readonly read: ((files: ByteFiles) => ReadResult) | null;
}

/** The text of a file; null where there is none, or where it is no UTF-8 text. */
export function textOf(files: ByteFiles, path: string): string | null {
  const bytes = files.get(path);
  return bytes ? decodeText(bytes) : null;
}

/** The one file of a format that is one file. */
export function onlyFile(text: string): TextFiles {
  return new Map([['', text]]);
}

/** All fields of an annotation. */
export const ALL_FIELDS: readonly HeldField[] = ['id', 'tags', 'entity', 'not', 'scope', 'note', 'by', 'on'];
