import { visible } from '../text/visible';
import type { NewEntity } from '../entities/write-registry';
import type { Gain, ImportPlan } from './plan-import';
import type { RowProblem } from '../tables/table';

/** `214 new entities, 3 with something new, 12 known already`; counts of zero are left out. */
export function summarizeImport({ added, gains, known }: ImportPlan): string {
  const parts = [
    added.length > 0 ? `${added.length} new ${added.length === 1 ? 'entity' : 'entities'}` : '',
    gains.length > 0 ? `${gains.length} with something new` : '',
    known > 0 ? `${known} known already` : '',
  ];
  return parts.filter((part) => part !== '').join(', ') || 'nothing to import';
}

/**
 * A report of a planned import, for a person to read before it is carried out.
 *
 * @param file the name of the imported file
 * @param problems the rows that could not be read
 * @param unused the columns that are not imported
 */
export function describeImport(
  file: string,
  plan: ImportPlan,
  problems: readonly RowProblem[],
  unused: readonly string[],
): string {
  const blocks = [
    `Import of ${visible(file)}: ${summarizeImport(plan)}.\nNothing has been written yet.`,
    unused.length > 0 ? `Columns that are not imported: ${unused.map(visible).join(', ')}.` : '',
    block('Left as they are in the registry, or left out', plan.conflicts.map(problemLine)),
    block('Could not be read', problems.map(problemLine)),
    block('Rows that mean an entity of the registry or of an earlier row', plan.joins.map(problemLine)),
    block('New entities', plan.added.map(addedLine)),
    block('Entities with something new', plan.gains.map(gainLine)),
  ];
  return `${blocks.filter((text) => text !== '').join('\n\n')}\n`;
}

function block(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title} (${lines.length})\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

function problemLine({ line, message }: RowProblem): string {
  return `line ${line}: ${visible(message)}`;
}

function addedLine({ id, name, type, aliases = [] }: NewEntity): string {
  const also = aliases.length > 0 ? `, also ${aliases.map(visible).join(' | ')}` : '';
  return `${visible(name)} (${visible(type)}, ${visible(id)})${also}`;
}

function gainLine({ entity, aliases, links, description }: Gain): string {
  const parts = [
    ...aliases.map((alias) => `the spelling ${visible(alias)}`),
    ...[...links].map(([name, target]) => `the link ${visible(name)}: ${visible(target)}`),
    ...(description === null ? [] : ['a description']),
  ];
  return `${visible(entity.name)} (${visible(entity.id)}): ${parts.join(', ')}`;
}
