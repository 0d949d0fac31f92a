import type { ArchiveText } from '../archive/archive-text';
import type { PlacedAnnotation } from '../anchor/placed-annotation';
import { saysSomething } from '../sidecar/annotation';
import type { Span } from '../text/span';
import type { Merging } from './change';
import type { WantedLinks } from './links';
import type { Links } from './links';

/**
 * What annotations say once entities are one.
 *
 * “Not this one” was mostly said to tell two apart that share a spelling. Where the place means another one of those that become one
 * (the registry or a person says so), to follow the merge would turn the decision into its opposite, so it is dropped.
 * Where none of them is meant there, nobody is, and it now speaks of the one that stays.
 *
 * What one person would then say twice of one place is said once, as long as the second record says nothing else.
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
