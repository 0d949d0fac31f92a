import type { Entity } from '../../core/entities';
import type { IdentityPreview } from '../../core/identities';
import { quoted, visible } from '../../core/text';
import { joined, many } from '../ui/words';

/** How many texts a list names before “…”. */
const MOST = 6;

/** The effects of a change, in sentences, each on a line of its own. */
export function describeChange(preview: IdentityPreview, mentions: (count: string) => string): string {
  const { annotations, files, removed, added, dropped, strays, merged } = preview;
  const where = files > 0 ? ` in ${many(files, 'file')}` : '';
  const follows = annotations === 1 ? 'changes' : 'change';
  return joined(
    [
      preview.mentions > 0 && mentions(many(preview.mentions, 'mention')),
      annotations > 0 ? `${many(annotations, 'annotation')}${where} ${follows}.` : 'No annotation changes.',
      added > 0 && `${many(added, 'record')} for whole posts or places ${added === 1 ? 'is' : 'are'} made.`,
      dropped > 0 &&
        `${many(dropped, 'decision')} “not this entity” only told the two apart and ${dropped === 1 ? 'is' : 'are'} dropped.`,
      removed > 0 &&
        `${many(removed, 'annotation')} would say nothing any more and ${removed === 1 ? 'is' : 'are'} removed.`,
      ...(merged?.conflicts ?? []).map(
        ({ field, kept, lost }) => `${visible(field)}: ${visible(kept)} stays, ${visible(lost)} is lost.`,
      ),
      merged !== null &&
        merged.described.length > 0 &&
        `The description of ${names(merged.described)} is added behind that of the entity that stays.`,
      merged !== null &&
        merged.disputed.length > 0 &&
        `Rejected for one of the entities before, a spelling of the merged one now: ${list(merged.disputed)}.`,
      strays.length > 0 && `Not changed, as ${strays.length === 1 ? 'it has' : 'they have'} no text: ${list(strays)}.`,
      'It can be undone with “Undo Annotation Change”.',
    ].map((part) => part || null),
    '\n',
  );
}

/** An entity in a sentence. */
export function named({ name }: Pick<Entity, 'name'>): string {
  return quoted(name);
}

/** Entities in a sentence: a single one by name, several by their number. */
export function names(entities: readonly Entity[]): string {
  const [first] = entities;
  return first && entities.length === 1 ? named(first) : many(entities.length, 'entity', 'entities');
}

/** A few texts in a sentence. */
function list(texts: readonly string[]): string {
  const some = texts.slice(0, MOST).map((text) => quoted(text));
  return `${some.join(', ')}${texts.length > MOST ? ' …' : ''}`;
}
