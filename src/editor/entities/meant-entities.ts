import * as vscode from 'vscode';
import type { Entity } from '../../core/entities';
import { quoted } from '../../core/text';
import type { Archive } from '../archive/archive';
import { currentArchive } from '../archive/current-archive';
import { fail, say } from '../ui/say';
import type { CommandArgument } from '../commands/command-argument';
import { entityAt } from '../mentions/entity-at';
import { chooseEntity } from './choose-entity';
import type { EntitiesContext } from './context';
import { whichEntity } from './which-entity';

// The entities that a command means, found in one way for all commands: the focused or clicked rows, else the entity that a link or a
// macro names, else the mention or record at the cursor, else the entity that the person chooses.

/** Entities of one completely read archive; at least one. */
export interface EntitiesTarget {
  readonly archive: Archive;
  readonly entities: readonly Entity[];
  readonly first: Entity;
}

/** Ids of entities; a link may be older than the registry and name a missing one. */
interface Meant {
  readonly archive: Archive;
  readonly ids: readonly string[];
}

/**
 * The first entity that a command means, without waiting for the rest of its archive; the registry may lack it. Null after a message that
 * tells why there is none, or when the person turned away.
 *
 * @param title the title of the list to choose from
 */
export async function meantEntity(
  context: EntitiesContext,
  argument: CommandArgument,
  title: string,
): Promise<{ readonly archive: Archive; readonly entity: string } | null> {
  const meant = await find(context, argument, title);
  const [entity] = meant?.ids ?? [];
  return meant && entity !== undefined ? { archive: meant.archive, entity } : null;
}

/** All entities that a command means; their archive is then completely read. Null as for `meantEntity`, or if the registry lacks one. */
export async function meantEntities(
  context: EntitiesContext,
  argument: CommandArgument,
  title: string,
): Promise<EntitiesTarget | null> {
  const meant = await find(context, argument, title);
  if (!meant) return null;
  const { archive, ids } = meant;
  await archive.core.open();
  const { byId } = archive.core.registry;
  const missing = ids.find((id) => !byId.has(id));
  if (missing !== undefined) {
    fail(`There is no entity ${quoted(missing)} in the registry.`);
    return null;
  }
  const entities = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
  const [first] = entities;
  return first ? { archive, entities, first } : null;
}

async function find(context: EntitiesContext, argument: CommandArgument, title: string): Promise<Meant | null> {
  const { archives } = context;
  const rows = argument.focused ? await context.entities.focused() : argument.rowsOf('entity');
  const [row] = rows;
  if (argument.focused && !row) return say('Choose an entity in the view “Entities” first.');
  if (row) {
    const same = rows.filter(({ archive }) => archive === row.archive);
    return { archive: row.archive, ids: same.map(({ entityId }) => entityId) };
  }
  // The row of a mention means the entity above it.
  const mention = argument.rowOf('mention');
  if (mention) return { archive: mention.archive, ids: [mention.entityId] };
  const named = argument.text('entity');
  if (named !== null) {
    const linked = argument.text('archive') !== null;
    const archive = linked ? argument.archiveIn(archives) : await currentArchive(archives, title);
    if (!archive) return linked ? say('This entity is in no archive that is open.') : null;
    return { archive, ids: [named] };
  }
  const editor = vscode.window.activeTextEditor;
  const here = editor && (await entityAt(archives, editor.document, editor.selection.active));
  if (here) {
    const entity = here.mention ? await whichEntity(here.mention) : here.entity;
    return entity && { archive: here.archive, ids: [entity.id] };
  }
  const chosen = await chooseEntity(archives, title);
  return chosen && { archive: chosen.archive, ids: [chosen.entity.id] };
}
