import type { ArchiveText } from '../archive/archive-text';
import { createMatcher } from '../match';
import { postAt } from '../posts/post-at';
import { findStored } from '../sidecar/write-sidecar';
import type { StoredAnnotation } from '../sidecar/annotation';
import type { Splitting } from './change';
import type { WantedLinks } from './links';
import type { NewLink } from './links';

/**
 * The links of annotations after an entity is split. The chosen annotations are linked to the new entity. A decision that a mention is not
 * the old entity was made about both: where only the new entity has the spelling, it now rules out the new one, and where both have it, a
 * second decision rules out the new one too. So it is where the spelling is given to the new entity in that post alone.
 */
export function splitLinks(text: ArchiveText, split: Splitting): WantedLinks {
  const { entity: old, made, spellings, shared } = split;
  const chosen = new Set<StoredAnnotation>();
  for (const { path, annotation } of split.annotations) {
    const now = path === text.path ? findStored(text.sidecar, annotation) : undefined;
    if (now) chosen.add(now);
  }
  const gone = new Set(spellings.filter((spelling) => !shared.includes(spelling)));
  const posts = split.posts.filter(({ path }) => path === text.path);
  const given = new Set(posts.map(({ post, spelling }) => keyOf(post, spelling)));
  const words = [...new Set([...spellings, ...posts.map(({ spelling }) => spelling)])];
  // The old entity may be matched without regard to case and diacritics; an exact spelling comes first.
  const forms = words.flatMap((text) => [false, true].map((fold) => ({ text, entity: 0, fold })));
  const matcher = createMatcher(forms);
  const spellingOf = (quote: string): string | null => {
    const found = matcher.match(quote);
    return found.count === 1 && found.start(0) === 0 && found.end(0) === quote.length
      ? matcher.formText(found.form(0))
      : null;
  };
  const both = text.sidecar.annotations.some(({ not }) => not === old)
    ? text.annotations.filter(({ annotation, anchor }) => {
        const spelling = annotation.not === old ? spellingOf(annotation.quote) : null;
        if (spelling === null || anchor.state !== 'exact' || !anchor.span) return false;
        const post = postAt(text.posts, anchor.span.start);
        return shared.includes(spelling) || (post !== null && given.has(keyOf(post.id, spelling)));
      })
    : [];
  const rejected = both.flatMap(({ annotation: { scope }, anchor: { span } }): NewLink[] =>
    span ? [{ span, statement: { not: made.id, ...(scope === null ? {} : { scope }) } }] : [],
  );
  const spoken = posts.map(({ span }): NewLink => ({ span, statement: { entity: made.id, scope: 'post' } }));
  return {
    of: ({ annotation }) => {
      const { entity, not, scope } = annotation;
      const follows = entity === old && chosen.has(annotation);
      const spelling = not === old ? spellingOf(annotation.quote) : null;
      const leaves = spelling !== null && gone.has(spelling);
      if (!follows && !leaves) return undefined;
      return { entity: follows ? made.id : entity, not: leaves ? made.id : not, scope };
    },
    added: [...rejected, ...spoken],
  };
}

function keyOf(post: string, spelling: string): string {
  return `${post}\n${spelling}`;
}
