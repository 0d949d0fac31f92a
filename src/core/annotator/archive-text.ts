import { findAnchor, ORPHAN, type Anchor } from '../anchor/anchor';
import { readPosts } from '../archive/read-posts';
import type { Post, PostFile } from '../archive/post';
import type { ArchiveRule } from '../entities/manifest';
import type { Entity } from '../entities/registry';
import { updateMentions, type Mentions } from '../match';
import type { StoredAnnotation } from '../sidecar/annotation';
import { EMPTY_SIDECAR, readSidecar, type Sidecar } from '../sidecar/read-sidecar';
import { changeText, moveSpan, type TextChange } from '../text/change';
import { comparable } from '../text/comparable';
import { indexLines, type LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import type { Lexicon } from './lexicon';

/** A stored annotation and where it is now. */
export interface PlacedAnnotation {
  readonly annotation: StoredAnnotation;
  readonly anchor: Anchor;
}

/** A place of the text that names an entity: computed from the registry, or decided by a person. */
export interface Mention {
  readonly path: string;
  readonly span: Span;
  readonly entity: Entity;
  /** The others that the same spelling may mean; empty once a person has decided. */
  readonly others: readonly Entity[];
  /** The spelling of the registry that was found; null for a passage that a person linked. */
  readonly alias: string | null;
  /** Whether a person said so. */
  readonly decided: boolean;
}

/**
 * One text of an archive with all that is known about it. It follows the edits of an open editor: per change it matches only the
 * neighbourhood and shifts the rest; posts and anchors are read anew when `settle` is called, once the typing pauses.
 */
export class ArchiveText {
  readonly path: string;
  readonly rule: ArchiveRule;
  #text: string;
  #lexicon: Lexicon;
  /** Read when somebody asks: highlights need no posts, and are waited for. */
  #posts: PostFile | null = null;
  #lines: LineIndex | null = null;
  #matches: Mentions | null = null;
  #mentions: readonly Mention[] | null = null;
  #sidecar: Sidecar;
  #sidecarText: string | null = null;
  #placed: readonly PlacedAnnotation[] | null = null;
  #settled = true;

  constructor(path: string, rule: ArchiveRule, text: string, lexicon: Lexicon) {
    this.path = path;
    this.rule = rule;
    this.#text = text;
    this.#lexicon = lexicon;
    this.#sidecar = readSidecar(EMPTY_SIDECAR);
  }

  get text(): string {
    return this.#text;
  }

  get postFile(): PostFile {
    return (this.#posts ??= readPosts(this.#text, { format: this.rule.format, path: this.path }));
  }

  get posts(): readonly Post[] {
    return this.postFile.posts;
  }

  get lines(): LineIndex {
    return (this.#lines ??= indexLines(this.#text));
  }

  get sidecar(): Sidecar {
    return this.#sidecar;
  }

  /** The sidecar's text as it was read; null while there is no such file. */
  get sidecarText(): string | null {
    return this.#sidecarText;
  }

  /** Whether posts and anchors were read from the text as it is now, and not shifted from an older one. */
  get settled(): boolean {
    return this.#settled;
  }

  /** The annotations with their places, in the order of the sidecar. */
  get annotations(): readonly PlacedAnnotation[] {
    return (this.#placed ??= this.#place());
  }

  /** The mentions after people's decisions, in the order of the text. */
  get mentions(): readonly Mention[] {
    return (this.#mentions ??= this.#decide());
  }

  /** The post that holds an offset; null in the archive's header and between posts. */
  postAt(offset: number): Post | null {
    return this.posts.find((post) => post.span.start <= offset && offset <= post.span.end) ?? null;
  }

  /** Follows an edit of the open text. Costs what the edit and the longest name cost, and a copy of the lists. */
  edit(change: TextChange): void {
    const { start, removed, inserted } = change;
    this.#text = changeText(this.#text, change);
    this.#lines = null;
    if (this.#matches) {
      const size = { start, removed, inserted: inserted.length };
      this.#matches = updateMentions(this.#lexicon.matcher, this.#matches, this.#text, size);
    }
    this.#mentions = null;
    this.#posts = this.#posts && movePosts(this.#posts, change);
    this.#placed = this.#placed?.map((placed) => moveAnnotation(placed, change)) ?? null;
    this.#settled = false;
  }

  /** Replaces the text as a whole, as after a change by another program. */
  replace(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#lines = null;
    this.#matches = null;
    this.#mentions = null;
    this.#placed = null;
    this.#posts = null;
    this.#settled = true;
  }

  /** Reads posts and anchors from the text as it is now. Answers whether there was anything to do. */
  settle(): boolean {
    if (this.#settled) return false;
    this.#settled = true;
    this.#posts = null;
    const tracked = this.#placed;
    this.#placed = null;
    this.#mentions = null;
    // While a text is open, its edits are known, and what they say about a place is better than any search.
    if (tracked) this.#placed = this.annotations.map((placed, i) => keepTracked(this.#text, placed, tracked[i]));
    return true;
  }

  setLexicon(lexicon: Lexicon): void {
    this.#lexicon = lexicon;
    this.#matches = null;
    this.#mentions = null;
  }

  /** Takes over the sidecar's content; null when there is no such file. */
  setSidecar(text: string | null): void {
    if (text === this.#sidecarText) return;
    const known = new Map(this.#placed?.map((placed) => [keyOf(placed), placed]) ?? []);
    this.#sidecarText = text;
    this.#sidecar = readSidecar(text ?? EMPTY_SIDECAR);
    this.#placed = null;
    this.#mentions = null;
    if (this.#settled || known.size === 0) return;
    this.#placed = this.annotations.map((placed) => keepTracked(this.#text, placed, known.get(keyOf(placed))));
  }

  #place(): PlacedAnnotation[] {
    const { annotations } = this.#sidecar;
    if (annotations.length === 0) return [];
    const whole = comparable(this.#text);
    return annotations.map((annotation) => ({ annotation, anchor: findAnchor(whole, this.posts, annotation) }));
  }

  #decide(): Mention[] {
    const { matcher } = this.#lexicon;
    const matches = (this.#matches ??= matcher.match(this.#text));
    const decisions = this.annotations.filter(
      ({ annotation }) => annotation.entity !== null || annotation.not !== null,
    );
    const rejected = new Map<string, Set<string>>();
    const linked: Mention[] = [];
    for (const { annotation, anchor } of decisions) {
      if (anchor.state !== 'exact' || !anchor.span) continue;
      const { span } = anchor;
      const entity = annotation.entity === null ? undefined : this.#lexicon.registry.byId.get(annotation.entity);
      if (entity) linked.push({ path: this.path, span, entity, others: [], alias: null, decided: true });
      if (annotation.not === null) continue;
      const key = `${span.start}-${span.end}`;
      rejected.set(key, (rejected.get(key) ?? new Set()).add(annotation.not));
    }
    const taken = new Set(linked.map(({ span }) => `${span.start}-${span.end}`));
    const mentions: Mention[] = [];
    for (let i = 0; i < matches.count; i++) {
      const span = { start: matches.start(i), end: matches.end(i) };
      const key = `${span.start}-${span.end}`;
      if (taken.has(key)) continue;
      const form = matches.form(i);
      const not = rejected.get(key);
      const [entity, ...others] = this.#lexicon.owners(form).filter((owner) => !not?.has(owner.id));
      if (!entity) continue;
      mentions.push({ path: this.path, span, entity, others, alias: matcher.formText(form), decided: false });
    }
    // A linked passage may lie anywhere, the computed ones are in order already.
    return linked.length === 0 ? mentions : [...mentions, ...linked].sort((a, b) => a.span.start - b.span.start);
  }
}

function movePosts(file: PostFile, change: TextChange): PostFile {
  const move = (span: Span): Span => moveSpan(span, change) ?? { start: change.start, end: change.start };
  const maybe = (span: Span | null) => (span ? move(span) : null);
  const posts = file.posts.map((post) => {
    if (post.span.end < change.start) return post;
    const { title, date, source, author } = post.places;
    const places = { title: maybe(title), date: maybe(date), source: maybe(source), author: maybe(author) };
    return { ...post, span: move(post.span), header: move(post.header), body: move(post.body), places };
  });
  return { ...file, header: maybe(file.header), posts };
}

function moveAnnotation(placed: PlacedAnnotation, change: TextChange): PlacedAnnotation {
  const { anchor } = placed;
  if (anchor.span === null) return placed;
  const span = moveSpan(anchor.span, change);
  if (span && span.start < span.end) return { ...placed, anchor: { ...anchor, found: 'edits', span } };
  return { ...placed, anchor: ORPHAN };
}

/** What names an annotation in two readings of its sidecar. Hand-written ones lack an id. */
function keyOf({ annotation: { id, post, quote, before } }: PlacedAnnotation): string {
  return id ?? JSON.stringify([post, quote, before]);
}

/** The place that the edits led to, as long as the search does not know better. */
function keepTracked(text: string, found: PlacedAnnotation, tracked: PlacedAnnotation | undefined): PlacedAnnotation {
  const span = tracked?.anchor.span;
  if (!span || keyOf(tracked) !== keyOf(found) || found.anchor.state === 'exact') return found;
  const same = text.slice(span.start, span.end).replace(/\r\n?/g, '\n') === found.annotation.quote;
  const state = same ? 'exact' : 'changed';
  return { ...found, anchor: { state, found: 'edits', span, score: found.anchor.score, candidates: [] } };
}
