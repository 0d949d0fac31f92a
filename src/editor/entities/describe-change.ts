import type { Entity } from '../../core/entities';
import type { IdentityPreview } from '../../core/identities';
import { visible } from '../../core/text';
import { joined, many } from '../ui/words';

/** How many of several things are named before “…”. */
const MOST = 6;

/** The effect of a change, in sentences, each on a line of its own. */
export function describeChange(preview: IdentityPreview, mentions: (count: string) => string): string {
  const { annotations, files, removed, added, settled, strays, merged } = preview;
  const where = files > 0 ? ` in ${many(files, 'file')}` : '';
  const follows = annotations === 1 ? 'changes' : 'change';
  return joined(
    [
      preview.mentions > 0 && mentions(many(preview.mentions, 'mention')),
      annotations > 0 ? `${many(annotations, 'annotation')}${where} ${follows}.` : 'No annotation changes.',
      added > 0 && `${many(added, 'annotation')} for whole posts or places ${added === 1 ? 'is' : 'are'} added.`,
      settled > 0 &&
        `${many(settled, 'decision')} “not this entity” only told the two apart and ${settled === 1 ? 'is' : 'are'} dropped.`,
      removed > 0 && `${many(removed, 'annotation')} would be left empty and ${removed === 1 ? 'is' : 'are'} removed.`,
      ...(merged?.conflicts ?? []).map(
        ({ field, kept, lost }) => `${visible(field)}: ${visible(kept)} stays, ${visible(lost)} is lost.`,
      ),
      merged !== null &&
        merged.described.length > 0 &&
        `The description of ${names(merged.described)} is appended to the one that stays.`,
      merged !== null &&
        merged.disputed.length > 0 &&
        `${list(merged.disputed)} had been rejected as a spelling of one of them, and is a spelling now.`,
      strays.length > 0 &&
        `Not changed, as ${strays.length === 1 ? 'this sidecar has' : 'these sidecars have'} no text: ${list(strays)}.`,
      'It can be undone with “Undo Annotation Change”.',
    ].map((part) => part || null),
    '\n',
  );
}

/** An entity in a sentence. */
export function named({ name }: Pick<Entity, 'name'>): string {
  return `“${visible(name)}”`;
}

/** Entities in a sentence: by name, or how many. */
export function names(entities: readonly Entity[]): string {
  const [first] = entities;
  return first && entities.length === 1 ? named(first) : many(entities.length, 'entity', 'entities');
}

/** A few texts in a sentence. */
export function list(texts: readonly string[]): string {
  const some = texts.slice(0, MOST).map((text) => `“${visible(text)}”`);
  return `${some.join(', ')}${texts.length > MOST ? ' …' : ''}`;
}
