import type { PlacedAnnotation } from '../anchor/placed-annotation';
import type { ArchiveText } from '../archive/archive-text';
import { ownerOf } from '../lists/annotation-list';
import type { Mention } from '../mentions/mention';
import { SEVERAL, soleOwners } from '../mentions/lexicon';
import type { Post } from '../posts/post';
import { partitionPoint } from '../sorted';
import type { Span } from '../text/span';
import { foldName } from './folding';

/** Ascending indexes of posts, by what they have. */
export type PostingLists = ReadonlyMap<string, readonly number[]>;

/** The index that stands for what is in no post: the header of an archive, annotations that have lost theirs. */
export const OUTSIDE = -1;

/**
 * What can be asked of one text without reading it: its posts by entity, tag, source and author. A snapshot: `factsOf` gives another one
 * after any change.
 */
export class TextFacts {
  readonly text: ArchiveText;
  readonly posts: readonly Post[];
  readonly #parts: readonly unknown[];
  readonly #annotations = new Map<number, PlacedAnnotation[]>();
  readonly #index = new Map<Post, number>();
  #entities: { readonly certain: PostingLists; readonly open: PostingLists } | null = null;
  #tags: PostingLists | null = null;
  #links: PostingLists | null = null;
  #sources: PostingLists | null = null;
  #authors: PostingLists | null = null;

  constructor(text: ArchiveText) {
    this.text = text;
    this.posts = text.posts;
    this.posts.forEach((post, i) => this.#index.set(post, i));
    for (const placed of text.annotations) {
      const post = ownerOf(text, placed);
      push(this.#annotations, post ? (this.#index.get(post) ?? OUTSIDE) : OUTSIDE, placed);
    }
    // Last, as reading the posts of a stored text may find that it has changed.
    this.#parts = partsOf(text);
  }

  /** Whether nothing of the text has changed since. */
  get isCurrent(): boolean {
    return partsOf(this.text).every((part, i) => part === this.#parts[i]);
  }

  /** The annotations of a post in the order of the sidecar, or those outside of posts. */
  annotationsOf(post: number): readonly PlacedAnnotation[] {
    return this.#annotations.get(post) ?? [];
  }

  /** Posts by the ids of the entities that they mention for certain. */
  get byEntity(): PostingLists {
    return this.#byEntity().certain;
  }

  /** Posts by the ids of the entities that they may mention: with a name of several, of which nobody has settled whom it means. */
  get byOpenEntity(): PostingLists {
    return this.#byEntity().open;
  }

  /** Posts by the tags of their annotations. */
  get byTag(): PostingLists {
    return (this.#tags ??= this.#lists((_, i) => this.annotationsOf(i).flatMap(({ annotation }) => annotation.tags)));
  }

  /** Posts by the ids of the entities to which their annotations are linked. */
  get byLink(): PostingLists {
    return (this.#links ??= this.#lists((_, i) =>
      this.annotationsOf(i).flatMap(({ annotation }) => annotation.entity ?? []),
    ));
  }

  /** Posts by their folded sources and authors. */
  get bySource(): PostingLists {
    return (this.#sources ??= this.#lists(({ source }) => (source === null ? [] : [foldName(source)])));
  }

  get byAuthor(): PostingLists {
    return (this.#authors ??= this.#lists(({ authors }) => authors.map(foldName)));
  }

  /** The mentions that begin in a post, or those outside of posts. */
  mentionsOf(post: number): readonly Mention[] {
    const { mentions } = this.text;
    const span = this.posts[post]?.span;
    if (span) return mentions.slice(firstFrom(mentions, span.start), firstFrom(mentions, span.end));
    return mentions.filter(({ span: { start } }) => this.postAt(start) === OUTSIDE);
  }

  /** The index of the post that holds an offset. */
  postAt(offset: number): number {
    const at = partitionPoint(this.posts.length, (i) => (this.posts[i]?.span.start ?? Infinity) <= offset) - 1;
    const post = this.posts[at];
    return post && offset < post.span.end ? at : OUTSIDE;
  }

  #byEntity(): { readonly certain: PostingLists; readonly open: PostingLists } {
    if (this.#entities) return this.#entities;
    const certain = new Map<string, number[]>();
    const open = new Map<string, number[]>();
    const add = (lists: Map<string, number[]>, id: string, start: number) => {
      const post = this.postAt(start);
      if (post !== OUTSIDE && lists.get(id)?.at(-1) !== post) push(lists, id, post);
    };
    if (this.text.plain) {
      const { matches, lexicon } = this.text;
      const owners = soleOwners(lexicon);
      matches.forms.forEach((form, i) => {
        const entity = lexicon.registry.entities[owners[form] ?? SEVERAL];
        if (entity) add(certain, entity.id, matches.start(i));
      });
    } else {
      for (const { entity, others, span } of this.text.mentions) {
        if (others.length === 0) add(certain, entity.id, span.start);
        else for (const { id } of [entity, ...others]) add(open, id, span.start);
      }
    }
    return (this.#entities = { certain, open });
  }

  #lists(keysOf: (post: Post, index: number) => readonly string[]): PostingLists {
    const lists = new Map<string, number[]>();
    this.posts.forEach((post, i) => {
      for (const key of new Set(keysOf(post, i))) push(lists, key, i);
    });
    return lists;
  }
}

/** The facts of a text as it is now. Those of a text that has not changed are the same object. */
export function factsOf(text: ArchiveText): TextFacts {
  const known = KNOWN.get(text);
  if (known?.isCurrent === true) return known;
  const facts = new TextFacts(text);
  KNOWN.set(text, facts);
  return facts;
}

const KNOWN = new WeakMap<ArchiveText, TextFacts>();

/** All that the facts are made of, each an object that is another one after a change. */
function partsOf(text: ArchiveText): readonly unknown[] {
  return [text.content, text.posts, text.annotations, text.sidecar, text.lexicon, text.matches];
}

/** The first of some mentions, which are in order, that begins at or behind an offset. */
function firstFrom(mentions: readonly Mention[], offset: number): number {
  return partitionPoint(mentions.length, (i) => (mentions[i]?.span.start ?? Infinity) < offset);
}

/** Whether a place is in a stretch, in part at least. An empty place is where its offset is. */
export function touches(place: Span, stretch: Span): boolean {
  return place.start < stretch.end && (place.end > stretch.start || place.start === stretch.start);
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
