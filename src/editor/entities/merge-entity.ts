import * as vscode from 'vscode';
import type { Entity } from '../../core/entities';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { textArgument } from '../tags/pick-tag';
import { chooseOther } from './choose-other';
import { named, names } from './describe-change';
import { entitiesTarget } from './entity-target';
import { makeChange } from './make-change';
import type { Command } from '../commands/command';

const TITLE = 'Merge Entity into Another';

/** Puts entities into another one. A macro may say both: `{ "entity": "oran", "into": "qasim-oran" }`. */
export const mergeEntity: Command = {
  id: 'postgloss.mergeEntity',
  async run(context, argument, others) {
    const target = await entitiesTarget(context, argument, others, TITLE);
    if (!target) return;
    const { archive, entities } = target;
    const { registry } = archive.core;
    if (registry.entities.length <= entities.length) {
      void vscode.window.showInformationMessage('There is no other entity to merge into.');
      return;
    }
    const given = textArgument(argument, 'into');
    const title = `Merge ${names(entities)} into`;
    const into = given ?? (await chooseOther(archive, title, 'The entity that stays, with its id', entities))?.id;
    if (into !== undefined) await mergeInto(context.archives, archive, entities, into, given === null);
  },
};

/** Puts entities into the one of an id, after asking if so wanted. */
export async function mergeInto(
  archives: Archives,
  archive: Archive,
  entities: readonly Entity[],
  into: string,
  asks: boolean,
): Promise<void> {
  const target = archive.core.registry.byId.get(into);
  const to = target ? named(target) : into;
  const change = { kind: 'merge' as const, entities: entities.map(({ id }) => id), into };
  const words = {
    question: `Merge ${names(entities)} into ${to}? Every spelling then means ${to}.`,
    button: 'Merge',
    label: `Merge ${names(entities)} into ${to}`,
    mentions: (count: string) => `${count} will mean ${to}.`,
  };
  await makeChange(archives, archive, change, words, asks);
}
