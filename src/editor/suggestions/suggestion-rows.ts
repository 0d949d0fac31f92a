import { kindOf } from '../../core/entities';
import { postLabel } from '../../core/lists';
import type { AliasSuggestion, EntitySuggestion, NearMiss, SuggestPlace, Suggestions } from '../../core/suggest';
import { quoted, visible } from '../../core/text';
import type { Archive } from '../archive/archive';
import { TYPES } from '../rows/entity-types';
import type { NameNode, SpellingNode } from '../rows/nodes';
import type { Row } from '../rows/rows';
import { joined, many } from '../ui/words';

/** How many suggestions of one kind are listed at most. */
const MOST = 500;

/** The largest number of entities that show their spellings from the start. */
const UNFOLDED = 30;

/** Sorts the same on every machine, independent of its language. */
const BY_NAME = new Intl.Collator('en', { numeric: true });

/** Spellings by entity, and names that no entity has; with several archives, the archive above them. */
export function suggestionRows(lists: readonly { archive: Archive; suggestions: Suggestions }[]): Row[] {
  if (lists.length < 2) return lists.flatMap(({ archive, suggestions }) => groupRows(archive, suggestions));
  return lists
    .filter(({ suggestions }) => suggestions.aliases.length + suggestions.entities.length > 0)
    .map(({ archive, suggestions }) => ({
      id: archive.root.toString(),
      node: { kind: 'branch' },
      label: visible(archive.name),
      spoken: `Archive ${visible(archive.name)}`,
      icon: 'library',
      unfolded: true,
      tooltip: () => visible(archive.root.fsPath),
      children: () => groupRows(archive, suggestions),
    }));
}

/** The id of the row of a suggestion. */
export function suggestionRowId(node: SpellingNode | NameNode): string {
  const { archive, kind, text } = node;
  return [archive.root.toString(), kind, node.kind === 'spelling' ? node.entityId : '', text].join('\n');
}

function groupRows(archive: Archive, { aliases, entities }: Suggestions): Row[] {
  const root = archive.root.toString();
  const rows: Row[] = [];
  if (aliases.length > 0) {
    rows.push({
      id: `${root}\nspellings`,
      node: { kind: 'branch' },
      label: 'Spellings',
      description: String(aliases.length),
      spoken: `Spellings that probably mean an entity, ${aliases.length}`,
      icon: 'case-sensitive',
      unfolded: true,
      tooltip: () => 'Spellings in the texts that probably mean an entity of the registry',
      children: () => entityRows(archive, aliases),
    });
  }
  if (entities.length > 0) {
    rows.push({
      id: `${root}\nnames`,
      node: { kind: 'branch' },
      label: 'New names',
      description: String(entities.length),
      spoken: `Names that the registry lacks, ${entities.length}`,
      icon: 'add',
      unfolded: true,
      tooltip: () => 'Names in the texts that no entity of the registry has, the most useful first',
      children: () => capped(`${root}\nnames`, entities, (one) => nameRow(archive, one)),
    });
  }
  return rows;
}

/** Spellings by entity, in the order of names: decisions do not change it, so that a person can work through the list. */
function entityRows(archive: Archive, aliases: readonly AliasSuggestion[]): Row[] {
  const byEntity = new Map<string, AliasSuggestion[]>();
  for (const one of aliases) byEntity.set(one.entity.id, [...(byEntity.get(one.entity.id) ?? []), one]);
  const id = `${archive.root.toString()}\nof`;
  const nameOf = ([entityId, own]: [string, AliasSuggestion[]]) => own[0]?.entity.name ?? entityId;
  const entities = [...byEntity].sort((a, b) => BY_NAME.compare(nameOf(a), nameOf(b)));
  return capped(id, entities, ([entityId, own]) => {
    const { name, type } = own[0]?.entity ?? { name: entityId, type: 'other' };
    const kind = kindOf(type);
    const spellings = many(own.length, 'spelling');
    return {
      id: `${id}\n${entityId}`,
      node: { kind: 'suggested-entity', archive, entityId },
      label: visible(name),
      description: String(own.length),
      spoken: `${visible(name)}, ${visible(type)}, ${spellings} suggested`,
      icon: TYPES[kind].icon,
      color: `postgloss.entity.${kind}`,
      menu: 'suggested-entity',
      unfolded: byEntity.size <= UNFOLDED,
      tooltip: () => `${visible(name)} · ${visible(type)}\n${spellings} suggested`,
      children: () => own.map((one) => spellingRow(archive, one)),
    };
  });
}

function spellingRow(
  archive: Archive,
  { entity, text, count, reason, against, examples, score }: AliasSuggestion,
): Row {
  const node: SpellingNode = { kind: 'spelling', archive, entityId: entity.id, text };
  const id = suggestionRowId(node);
  const label = visible(text);
  const doubts = against.length > 0 ? against.map(missOf).join('; ') : null;
  return {
    id,
    node,
    label,
    description: joined([String(count), visible(reason), doubts && `but ${doubts}`]),
    spoken: joined(
      [label, `may mean ${visible(entity.name)}`, many(count, 'place'), visible(reason), doubts && `but ${doubts}`],
      ', ',
    ),
    icon: against.length > 0 ? 'question' : 'lightbulb',
    menu: 'spelling',
    tooltip: () =>
      joined(
        [
          `${label} → ${visible(entity.name)}`,
          `${capital(visible(reason))} · ${Math.round(score * 100)} % sure · ${many(count, 'place')}`,
          ...against.map((miss) => `Against it: ${missOf(miss)}`),
        ],
        '\n',
      ),
    children: () => [
      ...against.map((miss, i) => missRow(miss, `${id}\nagainst\n${i}`)),
      ...exampleRows(archive, examples, node, id, count),
    ],
  };
}

function nameRow(archive: Archive, { text, type, count, score, spellings, reason, examples }: EntitySuggestion): Row {
  const node: NameNode = { kind: 'name', archive, text };
  const id = suggestionRowId(node);
  const label = visible(text);
  const also = spellings.filter((spelling) => spelling.text !== text).map((spelling) => visible(spelling.text));
  const kind = kindOf(type);
  const shownType = type === 'other' ? 'of unknown type' : visible(type);
  const perhaps = type === 'other' ? shownType : `perhaps ${shownType}`;
  return {
    id,
    node,
    label,
    description: joined([String(count), shownType, also.length > 0 ? `also ${also.join(', ')}` : null]),
    spoken: joined([label, perhaps, many(count, 'place'), also.length > 0 ? `also ${also.join(', ')}` : null], ', '),
    icon: TYPES[kind].icon,
    color: `postgloss.entity.${kind}`,
    menu: 'name',
    tooltip: () =>
      joined(
        [
          `${label} · ${perhaps}`,
          `${Math.round(score * 100)} % sure · ${many(count, 'place')}`,
          ...spellings.map((spelling) => `${visible(spelling.text)}: ${spelling.count}`),
          visible(reason),
        ],
        '\n',
      ),
    children: () => exampleRows(archive, examples, node, id, count),
  };
}

/** A reason against a spelling, in words: `“boards” is an ordinary word`. */
function missOf({ text, entity, reason }: NearMiss): string {
  const whose = entity ? ` (${visible(entity.name)})` : '';
  return `${quoted(text)}${whose} ${visible(reason)}`;
}

function missRow(miss: NearMiss, id: string): Row {
  const label = `Against it: ${missOf(miss)}`;
  return { id, node: { kind: 'branch' }, label, spoken: label, icon: 'warning', tooltip: () => label };
}

function exampleRows(
  archive: Archive,
  examples: readonly SuggestPlace[],
  of: SpellingNode | NameNode,
  above: string,
  count: number,
): Row[] {
  const rows = examples.map(({ path, post, span, context }, i): Row => {
    const found = archive.core.text(path)?.posts.find(({ id }) => id === post);
    const where = found ? visible(postLabel({ path, post: found })) : visible(path);
    return {
      id: `${above}\nexample\n${i}`,
      node: { kind: 'example', archive, path, span, of },
      label: context.line,
      marked: context.marked,
      description: where,
      spoken: `${context.line}, in ${where}`,
      menu: 'example',
      tooltip: () => `${context.line}\n${where}\n${visible(path)}`,
    };
  });
  const left = count - examples.length;
  if (left <= 0) return rows;
  const label = `… ${many(left, 'more place')}`;
  return [...rows, { id: `${above}\nmore`, node: { kind: 'branch' }, label, spoken: label }];
}

function capped<T>(id: string, all: readonly T[], draw: (one: T) => Row): Row[] {
  const rows = all.slice(0, MOST).map(draw);
  if (all.length <= MOST) return rows;
  const label = `… ${all.length - MOST} more`;
  const tooltip = () => `Only the best ${MOST} are listed. Others follow as these are decided.`;
  return [...rows, { id: `${id}\nmore`, node: { kind: 'branch' }, label, spoken: `${label}. ${tooltip()}`, tooltip }];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
