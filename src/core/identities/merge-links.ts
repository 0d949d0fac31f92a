import type { ArchiveText } from '../archive/archive-text';
import type { PlacedAnnotation } from '../anchor/placed-annotation';
import { saysSomething } from '../sidecar/annotation';
import type { Span } from '../text/span';
import type { Merging } from './change';
import type { WantedLinks } from './links';
import type { Links } from './links';

/**
 * The links of annotations after a merge of entities.
 *
 * “Not this one” mostly tells two entities apart that share a spelling. Where the place means another one of the merged entities, by the
 * registry or by a person, following the merge would turn the decision into its opposite, so it is dropped. Where the place means none of
 * them, the decision now rules out the entity that stays.
 *
 * If one person's records would then say the same of one place twice, the second record loses its links, unless it says something else.
 */
export function mergeLinks(text: ArchiveText, { entities, into }: Merging): WantedLinks {
  const merged = new Set([...entities, into]);
  const meant = new Set<string>();
  for (const { span, entity, others } of text.mentions) {
    if (merged.has(entity.id) || others.some(({ id }) => merged.has(id))) meant.add(keyOf(span));
  }
  const said = new Set<string>();
  let dropped = 0;

  const again = ({ annotation, anchor }: PlacedAnnotation, links: Links): boolean => {
    if (anchor.state !== 'exact' || !anchor.span) return false;
    const key = JSON.stringify([keyOf(anchor.span), links.entity, links.not, links.scope, annotation.by]);
    const known = said.has(key);
    said.add(key);
    return known && !saysSomething({ ...annotation, entity: null, not: null });
  };

  const of = (placed: PlacedAnnotation): Links | undefined => {
    const { annotation, anchor } = placed;
    const follow = (id: string | null) => (id !== null && merged.has(id) ? into : id);
    const entity = follow(annotation.entity);
    let not = follow(annotation.not);
    const changes = entity !== annotation.entity || not !== annotation.not;
    if (not === into) {
      const sure = anchor.state === 'exact' && anchor.span !== null;
      if (entity === into || (sure && meant.has(keyOf(anchor.span)))) {
        not = null;
        dropped++;
      }
    }
    const links = { entity, not, scope: annotation.scope };
    if (again(placed, links)) return { entity: null, not: null, scope: null };
    return changes || not !== annotation.not ? links : undefined;
  };
  return { of, dropped: () => dropped };
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}
