import type { ArchiveText } from '../archive/archive-text';
import { createMatcher } from '../match';
import { findStored } from '../sidecar/write-sidecar';
import type { StoredAnnotation } from '../sidecar/annotation';
import type { Splitting } from './change';
import type { WantedLinks } from './links';
import type { NewLink } from './links';

/**
 * What annotations say once a part of an entity is another one. The chosen ones speak of the new one. Somebody who said of a mention
 * that it is not the old one has spoken of both: where the spelling is now that of the new one, the decision goes along, and where both
 * go by it, it is made for the new one too.
 */
export function splitLinks(text: ArchiveText, split: Splitting): WantedLinks {
  const { entity: old, made, spellings, shared } = split;
  const chosen = new Set<StoredAnnotation>();
  for (const { path, annotation } of split.annotations) {
    const now = path === text.path ? findStored(text.sidecar, annotation) : undefined;
    if (now) chosen.add(now);
  }
  const gone = new Set(spellings.filter((spelling) => !shared.includes(spelling)));
  // Names may have been found whatever their case and diacritics; a spelling that is written just so comes first.
  const forms = spellings.flatMap((text) => [false, true].map((fold) => ({ text, entity: 0, fold })));
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
        return spelling !== null && !gone.has(spelling) && anchor.state === 'exact';
      })
    : [];
  const rejected = both.flatMap(({ annotation: { scope }, anchor: { span } }): NewLink[] =>
    span ? [{ span, statement: { not: made.id, ...(scope === null ? {} : { scope }) } }] : [],
  );
  const posts = split.posts.filter(({ path }) => path === text.path);
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
