import * as vscode from 'vscode';
import type { Entity } from '../../core/entities';
import { visible } from '../../core/text';
import type { Archive } from '../archive/archive';
import { textArgument } from '../tags/pick-tag';
import type { CommandContext } from '../commands/command';
import { isFocusArgument } from '../review/review-target';
import { entityHere } from '../commands/entity-here';
import { currentArchive } from '../archive/current-archive';
import type { EntityNode } from '../rows/nodes';

/** Entities of one archive that has been read to its end; there is at least one. */
export interface EntitiesTarget {
  readonly archive: Archive;
  readonly entities: readonly Entity[];
  readonly first: Entity;
}

/**
 * The entities that a command means: those of rows, of the focused row for a key, of a card, the one that a macro names; else that of
 * the mention or record at the cursor, else one that the person chooses. Null after telling why there is none.
 */
export async function entitiesTarget(
  context: CommandContext,
  argument: unknown,
  others: unknown,
  title: string,
): Promise<EntitiesTarget | null> {
  const { archives } = context;
  const keyboard = isFocusArgument(argument);
  const rows = keyboard ? await context.entities.focused() : rowsOf(argument, others);
  const [row] = rows;
  if (keyboard && !row) return say('Choose an entity in the view “Entities” first.');
  if (row) {
    const ids = rows.filter(({ archive }) => archive === row.archive).map(({ entityId }) => entityId);
    return target(row.archive, ids);
  }
  const macro = textArgument(argument, 'entity');
  if (macro !== null && textArgument(argument, 'path') === null) {
    const archive = await currentArchive(archives, title);
    return archive && target(archive, [macro]);
  }
  const one = await entityHere(archives, argument, title);
  return one && target(one.archive, [one.entity]);
}

/** The rows of entities that a menu passed on: the one that was clicked, and all that are selected with it. */
export function rowsOf(argument: unknown, others: unknown): readonly EntityNode[] {
  if (!isEntity(argument)) return [];
  const selected = Array.isArray(others) ? others.filter(isEntity) : [];
  return selected.includes(argument) ? selected : [argument];
}

/** Whether something is the row of an entity. */
export function isEntity(value: unknown): value is EntityNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'entity';
}

async function target(archive: Archive, ids: readonly string[]): Promise<EntitiesTarget | null> {
  await archive.core.open();
  const { byId } = archive.core.registry;
  const missing = ids.find((id) => !byId.has(id));
  if (missing !== undefined) {
    void vscode.window.showErrorMessage(`There is no entity “${visible(missing)}” in the registry.`);
    return null;
  }
  const entities = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
  const [first] = entities;
  return first ? { archive, entities, first } : null;
}

function say(message: string): null {
  void vscode.window.showInformationMessage(message);
  return null;
}
