import type { ArchiveText } from '../archive/archive-text';
import { memo } from '../memo';
import type { Post } from '../posts/post';
import type { Span } from '../text/span';
import type { ExchangeDocument } from './model';
import { documentNames } from './names';
import { LineFeeds } from './offsets';
import { xmlSafe } from './xml';

/** A part of the archive that a document may be: a post, or a whole text. */
export interface Target {
  readonly text: ArchiveText;
  readonly post: Post | null;
  /** Where it stands in the text. */
  readonly span: Span;
}

/** Finds which parts of an archive the documents of an import are: by what they hold, by file and post, by their names. */
export class Targets {
  readonly #texts: readonly ArchiveText[];
  readonly #byPath: ReadonlyMap<string, ArchiveText>;
  readonly #postsOf = memo((text: ArchiveText) => new Map(text.posts.map((post) => [post.id, post])));
  readonly #lines = new Map<ArchiveText, LineFeeds>();
  #byName: ReadonlyMap<string, Target> | null = null;
  #byContent: ReadonlyMap<string, readonly Target[]> | null = null;

  constructor(texts: readonly ArchiveText[]) {
    this.#texts = texts;
    this.#byPath = new Map(texts.map((text) => [text.path, text]));
  }

  /** A text with LF as its only line end. */
  linesOf(text: ArchiveText): LineFeeds {
    const lines = this.#lines.get(text) ?? new LineFeeds(text.text);
    this.#lines.set(text, lines);
    return lines;
  }

  /** The content of a part, with LF as its only line end. */
  contentOf({ text, span }: Target): string {
    const lines = this.linesOf(text);
    return lines.text.slice(lines.shortOf(span.start), lines.shortOf(span.end));
  }

  /** A span of a part's content as a span of the archive's text. */
  spanIn({ text, span }: Target, { start, end }: Span): Span {
    const lines = this.linesOf(text);
    const first = lines.shortOf(span.start);
    return { start: lines.longOf(first + start), end: lines.longOf(first + end) };
  }

  /**
   * The part that a document is, and whether it holds what the document holds; null where none is.
   *
   * Of several parts with the document's content the one that the document names counts, and else none.
   */
  find(document: ExchangeDocument): { readonly target: Target; readonly same: boolean } | null {
    const named = this.#named(document);
    if (document.text === null) return named && { target: named, same: false };
    const key = keyOf(document.text);
    if (named && keyOf(this.contentOf(named)) === key) return { target: named, same: true };
    this.#byContent ??= this.#contents();
    const alike = this.#byContent.get(key) ?? [];
    const [only] = alike;
    if (only && alike.length === 1) return { target: only, same: true };
    return named && { target: named, same: false };
  }

  #named({ file, post, name }: ExchangeDocument): Target | null {
    const text = file === null ? null : (this.#byPath.get(file) ?? null);
    if (text) {
      const found = post && this.#postsOf(text).get(post.id);
      if (found) return { text, post: found, span: found.span };
      if (!post) return wholeOf(text);
    }
    if (name === null) return text && wholeOf(text);
    if (!this.#byName) {
      const byName = new Map<string, Target>();
      for (const [one, names] of documentNames(this.#texts)) {
        byName.set(names.file, wholeOf(one));
        for (const [of, own] of names.posts) byName.set(own, { text: one, post: of, span: of.span });
      }
      this.#byName = byName;
    }
    return this.#byName.get(name) ?? (text && wholeOf(text));
  }

  #contents(): Map<string, Target[]> {
    const found = new Map<string, Target[]>();
    for (const text of this.#texts) {
      const parts = text.posts.map((post) => ({ text, post, span: post.span }));
      // A text of a single post may begin and end as that does.
      for (const target of [...parts, wholeOf(text)]) {
        const key = keyOf(this.contentOf(target));
        const list = found.get(key);
        if (!list) found.set(key, [target]);
        else if (list.every((one) => one.text !== text || one.span.start !== target.span.start)) list.push(target);
      }
    }
    return found;
  }
}

function wholeOf(text: ArchiveText): Target {
  return { text, post: null, span: { start: 0, end: text.text.length } };
}

/** Contents are equal that differ in what XML cannot hold, or in the white space at their ends. */
function keyOf(content: string): string {
  return xmlSafe(content).trimEnd();
}
