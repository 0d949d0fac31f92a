import type { Post } from '../posts/post';
import type { Entity, Registry } from '../entities/registry';
import type { OpenArchive } from '../archive/open-archive';
import type { ArchiveText } from '../archive/archive-text';
import type { Mention } from '../mentions/mention';
import { memo } from '../memo';
import { MentionGroups } from './mention-groups';
import { partitionPoint } from '../sorted';
import { SEVERAL, soleOwners, type Lexicon } from '../mentions/lexicon';

/**
 * The mentions of one entity in the whole archive, text by text in the order of paths, in each in the order of the text. An ambiguous
 * mention is among the mentions of each entity that it may mean: a search for a person must not miss it because another has the name too.
 */
export function mentionsOf(archive: OpenArchive, entity: string): Mention[] {
  return archive.texts.flatMap((text) => mentionsIn(text, entity));
}

/** The mentions of one entity in one text, ambiguous ones included, in the order of the text; see `isCertain`. */
export function mentionsIn(text: ArchiveText, entity: string): readonly Mention[] {
  return text.plain ? plainMentions(text, [entity]) : groupsOf(text.mentions).of(entity);
}

/** The mentions of any of some entities in a text, each once, in the order of the text. */
export function mentionsOfAny(text: ArchiveText, entities: readonly string[]): readonly Mention[] {
  return text.plain ? plainMentions(text, entities) : groupsOf(text.mentions).ofAny(entities);
}

/** Whether a mention is not ambiguous. */
export function isCertain({ others }: Mention): boolean {
  return others.length === 0;
}

/**
 * The number of mentions of each entity in the whole archive, by its id. An ambiguous mention counts for each entity that it may mean.
 * Entities without a mention are missing.
 */
export function countMentions(archive: OpenArchive): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (id: string, count: number) => counts.set(id, (counts.get(id) ?? 0) + count);
  for (const [lexicon, texts] of byLexicon(archive.texts)) {
    const owners = soleOwners(lexicon);
    // Counted by index, without an object for each mention: a view asks for it whenever it is drawn.
    const plain = new Int32Array(lexicon.registry.entities.length);
    for (const text of texts) {
      if (text.plain) for (const form of text.matches.forms) count(plain, owners[form]);
      else for (const [id, mentions] of groupsOf(text.mentions).counts()) add(id, mentions);
    }
    lexicon.registry.entities.forEach(({ id }, i) => plain[i] && add(id, plain[i]));
  }
  return counts;
}

function count(counts: Int32Array, of: number | undefined): void {
  if (of !== undefined) counts[of] = (counts[of] ?? 0) + 1;
}

/** Texts by the registry that they follow: one for all, except while a new registry is being taken over. */
function byLexicon(texts: readonly ArchiveText[]): Map<Lexicon, ArchiveText[]> {
  const groups = new Map<Lexicon, ArchiveText[]>();
  for (const text of texts) {
    const group = groups.get(text.lexicon);
    if (group) group.push(text);
    else groups.set(text.lexicon, [text]);
  }
  return groups;
}

/** The mention at an offset of a text; of several the shortest. */
export function mentionAt(text: ArchiveText, offset: number): Mention | null {
  const { mentions } = text;
  let found: Mention | null = null;
  for (let i = lastFrom(mentions, offset); i >= 0; i--) {
    const mention = mentions[i];
    if (!mention) continue;
    const { start, end } = mention.span;
    if (offset - start > LONGEST) break;
    if (start <= offset && offset <= end && (!found || end - start < found.span.end - found.span.start))
      found = mention;
  }
  return found;
}

/** How far `mentionAt` looks back, in UTF-16 code units: longer than any name. A longer linked passage is found near its start only. */
const LONGEST = 2000;

/** The next mention behind an offset, or the last one before it, of one entity or of any. Wraps around at the ends of the text. */
export function neighbour(text: ArchiveText, offset: number, direction: 1 | -1, entity: string | null): Mention | null {
  const mentions = entity === null ? text.mentions : mentionsIn(text, entity);
  if (direction === 1) return mentions.find(({ span }) => span.start > offset) ?? mentions[0] ?? null;
  return mentions.findLast(({ span }) => span.start < offset) ?? mentions.at(-1) ?? null;
}

/** The counts of an entity that a hover card shows. */
export interface EntityStatistics {
  readonly inArchive: number;
  readonly inText: number;
  /** Null outside of posts. */
  readonly inPost: number | null;
  /** How many posts mention it. */
  readonly posts: number;
  /** The dates of the first and the last post that mention it; null where none is dated. */
  readonly first: string | null;
  readonly last: string | null;
}

/** Counts the mentions of an entity in the archive, in a text and in a post of it. */
export function entityStatistics(
  archive: OpenArchive,
  entity: string,
  text: ArchiveText | null,
  post: Post | null,
): EntityStatistics {
  let inArchive = 0;
  let posts = 0;
  const dates: string[] = [];
  for (const other of archive.texts) {
    const seen = new Set<string>();
    for (const { span } of mentionsIn(other, entity)) {
      inArchive++;
      const owner = other.postAt(span.start);
      if (!owner || seen.has(owner.id)) continue;
      seen.add(owner.id);
      if (owner.date) dates.push(owner.date);
    }
    posts += seen.size;
  }
  dates.sort();
  const here = text ? mentionsIn(text, entity) : [];
  const inPost = post
    ? here.filter(({ span }) => span.start >= post.span.start && span.end <= post.span.end).length
    : null;
  return { inArchive, inText: here.length, inPost, posts, first: dates[0] ?? null, last: dates.at(-1) ?? null };
}

/** The index of the last mention that starts at or before the offset; -1 where there is none. */
function lastFrom(mentions: readonly Mention[], offset: number): number {
  return partitionPoint(mentions.length, (i) => (mentions[i]?.span.start ?? Infinity) <= offset) - 1;
}

/** The mentions of some entities in a plain text, straight from its matches. */
function plainMentions({ path, matches, lexicon }: ArchiveText, ids: readonly string[]): Mention[] {
  const wanted = new Map<number, Entity>();
  for (const entity of ids.flatMap((id) => lexicon.registry.byId.get(id) ?? [])) {
    wanted.set(numberOf(lexicon.registry, entity), entity);
  }
  if (wanted.size === 0) return [];
  const owners = soleOwners(lexicon);
  const found: Mention[] = [];
  matches.forms.forEach((form, i) => {
    const entity = wanted.get(owners[form] ?? SEVERAL);
    if (!entity) return;
    const span = { start: matches.start(i), end: matches.end(i) };
    const alias = lexicon.matcher.formText(form);
    found.push({ path, span, entity, others: [], alias, decided: false, inPost: false, clear: null });
  });
  return found;
}

/** The index of an entity in its registry, computed once for all texts. */
function numberOf({ entities }: Registry, entity: Entity): number {
  return numbersOf(entities).get(entity) ?? SEVERAL - 1;
}

const numbersOf = memo((entities: readonly Entity[]) => new Map(entities.map((one, i) => [one, i])));

/** A text's mentions by entity, kept as long as the text has the same list of mentions. */
const groupsOf = memo((mentions: readonly Mention[]) => new MentionGroups(mentions));
