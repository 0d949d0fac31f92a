import type { ArchiveText } from '../archive/archive-text';
import type { PlacedAnnotation } from '../anchor/placed-annotation';
import type { Registry } from '../entities/registry';
import type { Mention } from '../mentions/mention';
import type { Group } from '../query/keys';
import type { Post } from '../posts/post';
import { factsOf, touches } from './facts';

/** What is grouped: a post, or a passage or mention in one. */
interface Grouped {
  readonly text: ArchiveText;
  readonly post: Post | null;
  readonly index: number;
  readonly placed: PlacedAnnotation | null;
  readonly mention: Mention | null;
}

/** The groups of a result, each once. None where it has no such property. */
export function groupsOf(result: Grouped, group: Group, registry: Registry): string[] {
  const { post } = result;
  switch (group) {
    case 'year':
      return post?.date ? [post.date.slice(0, 4)] : [];
    case 'month':
      return post?.date ? [post.date.slice(0, 7)] : [];
    case 'source':
      return post?.source ? [post.source] : [];
    case 'author':
      return [...new Set(post?.authors)];
    case 'tag':
      return tagsOf(result);
    case 'entity':
      return entitiesOf(result);
    case 'type':
      return [...new Set(entitiesOf(result).flatMap((id) => registry.byId.get(id)?.type ?? []))];
  }
}

function tagsOf({ text, index, placed }: Grouped): string[] {
  const annotations = placed ? [placed] : factsOf(text).annotationsOf(index);
  return [...new Set(annotations.flatMap(({ annotation }) => annotation.tags))];
}

/** The entities of a result: whom a mention means for certain, and those of a passage or post. */
function entitiesOf({ text, index, placed, mention }: Grouped): string[] {
  if (mention) return [mention.entity.id];
  const span = placed?.anchor.span;
  const mentions = placed && !span ? [] : factsOf(text).mentionsOf(index);
  const within = mentions.filter((one) => one.others.length === 0 && (!span || touches(one.span, span)));
  const linked = placed?.annotation.entity ?? null;
  return [...new Set([...(linked === null ? [] : [linked]), ...within.map(({ entity }) => entity.id)])];
}
