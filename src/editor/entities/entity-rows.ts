import { kindOf, type Entity, type KnownType } from '../../core/entities';
import {
  listEntities,
  longDate,
  postLabel,
  postsMentioning,
  shortDate,
  type EntityEntry,
  type EntityTypeGroup,
  type MentioningPost,
} from '../../core/lists';
import type { Mention } from '../../core/mentions';
import { contextOf, visible } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { Row } from '../rows/rows';
import { joined, many, visibleLines } from '../ui/words';

/** How many rows one row unfolds into at most; a last one then says how many are left out. */
const MOST = 500;

/** How the types are drawn and called. */
export const TYPES: Record<KnownType | 'other', { readonly icon: string; readonly name: string }> = {
  person: { icon: 'person', name: 'People' },
  organization: { icon: 'organization', name: 'Organizations' },
  place: { icon: 'location', name: 'Places' },
  event: { icon: 'calendar', name: 'Events' },
  publication: { icon: 'book', name: 'Publications' },
  group: { icon: 'group-by-ref-type', name: 'Groups' },
  concept: { icon: 'lightbulb', name: 'Concepts' },
  work: { icon: 'notebook', name: 'Works' },
  other: { icon: 'symbol-misc', name: 'Others' },
};

/** Type → entity → post → mention; above them the archive, where there are several. */
export function entityRows(archives: readonly Archive[]): Row[] {
  if (archives.length < 2) return archives.flatMap(typeRows);
  const some = archives.filter(({ core }) => core.registry.entities.length > 0);
  return some.map((archive) => {
    const count = many(archive.core.registry.entities.length, 'entity', 'entities');
    return {
      id: archive.root.toString(),
      node: { kind: 'branch' },
      label: visible(archive.name),
      description: count,
      spoken: `Archive ${visible(archive.name)}, ${count}`,
      icon: 'library',
      unfolded: true,
      tooltip: () => visible(archive.root.fsPath),
      children: () => typeRows(archive),
    };
  });
}

function typeRows(archive: Archive): Row[] {
  return listEntities(archive.core).map((group) => typeRow(archive, group));
}

function typeRow(archive: Archive, { type, entities }: EntityTypeGroup): Row {
  const kind = kindOf(type);
  const name = kind === 'other' && type !== 'other' ? visible(type) : TYPES[kind].name;
  return {
    id: `${archive.root.toString()}\ntype\n${type}`,
    node: { kind: 'branch' },
    label: name,
    description: String(entities.length),
    spoken: `${name}, ${many(entities.length, 'entity', 'entities')}`,
    icon: TYPES[kind].icon,
    color: `postgloss.entity.${kind}`,
    unfolded: entities.length <= 50,
    tooltip: () => many(entities.length, 'entity', 'entities'),
    children: () => entities.map((entry) => entityRow(archive, entry)),
  };
}

function entityRow(archive: Archive, { entity, mentions }: EntityEntry): Row {
  const kind = kindOf(entity.type);
  const name = visible(entity.name);
  const id = `${archive.root.toString()}\nentity\n${entity.id}`;
  return {
    id,
    node: { kind: 'entity', archive, entityId: entity.id },
    label: name,
    description: mentions > 0 ? String(mentions) : 'no mentions',
    spoken: `${name}, ${visible(entity.type)}, ${mentions > 0 ? many(mentions, 'mention') : 'no mentions'}`,
    icon: TYPES[kind].icon,
    color: `postgloss.entity.${kind}`,
    menu: 'entity',
    tooltip: () => entityTooltip(entity, mentions),
    children:
      mentions === 0
        ? undefined
        : () => capped(id, postsMentioning(archive.core, entity.id), 'post', (post) => postRow(archive, entity, post)),
  };
}

function entityTooltip(entity: Entity, mentions: number): string {
  const also = entity.aliases.length > 0 ? `Also: ${entity.aliases.slice(0, 30).map(visible).join(', ')}` : null;
  const description = entity.description === null ? null : visibleLines(entity.description);
  return joined(
    [`${visible(entity.name)} · ${visible(entity.type)}`, also, description, many(mentions, 'mention')],
    '\n',
  );
}

function postRow(archive: Archive, entity: Entity, { path, post, mentions }: MentioningPost): Row {
  const label = post ? visible(postLabel({ path, post })) : `${visible(path)}, outside of posts`;
  const date = post?.date ?? null;
  const id = `${archive.root.toString()}\nin\n${entity.id}\n${path}\n${post?.id ?? ''}`;
  return {
    id,
    node: post ? { kind: 'post', archive, path, postId: post.id } : { kind: 'branch' },
    label,
    description: joined([String(mentions.length), date && shortDate(date)]),
    spoken: joined([label, date && longDate(date), many(mentions.length, 'mention')], ', '),
    icon: 'file',
    menu: post ? 'post' : undefined,
    tooltip: () =>
      joined([label, joined([date && longDate(date), post?.source && visible(post.source)]), visible(path)], '\n'),
    children: () =>
      capped(id, mentions, 'mention', (mention, index) => mentionRow(archive, entity, mention, `${id}\n${index}`)),
  };
}

function mentionRow(archive: Archive, entity: Entity, mention: Mention, id: string): Row {
  const { path, span, decided } = mention;
  const others = [mention.entity, ...mention.others].filter((other) => other.id !== entity.id);
  const text = archive.core.text(path);
  const { line, marked } = contextOf(text?.text ?? '', span);
  const doubt = others.length > 0 ? `or ${others.map((other) => visible(other.name)).join(', ')}` : null;
  const said = joined([decided ? 'linked by hand' : null, doubt]);
  return {
    id,
    node: { kind: 'mention', archive, path, span, entityId: entity.id },
    label: line,
    marked,
    description: said === '' ? undefined : said,
    spoken: joined([`Mention of ${visible(entity.name)}`, line, said], ', '),
    menu: 'mention',
    opens: { archive: archive.root.toString(), path, ...span },
    tooltip: () => joined([line, text && `${visible(path)}, line ${text.lines.lineAt(span.start) + 1}`], '\n'),
  };
}

/** The rows of the first of many things, and one that says how many more there are. */
function capped<T>(id: string, all: readonly T[], noun: string, draw: (one: T, index: number) => Row): Row[] {
  const rows = all.slice(0, MOST).map(draw);
  if (all.length <= MOST) return rows;
  const left = `… ${many(all.length - MOST, `more ${noun}`)}`;
  const tooltip = () => `Only the first ${MOST} are listed. “Show All Mentions” of the entity lists all.`;
  return [
    ...rows,
    { id: `${id}\nmore`, node: { kind: 'branch' }, label: left, spoken: `${left}. ${tooltip()}`, tooltip },
  ];
}
