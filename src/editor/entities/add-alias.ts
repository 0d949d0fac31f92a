import * as vscode from 'vscode';
import type { Command } from '../commands/command';
import { createAlias } from '../../core/decide';
import { REGISTRY_FILE } from '../../core/entities';
import { likelyOwners } from '../../core/suggest';
import { visible } from '../../core/text';
import { newStep } from '../archive/history';
import { whisper } from '../ui/say';
import { iconless } from '../ui/words';
import { passages } from '../commands/passage';

/** Adds the selected spelling to an entity as an alias. A macro may name the entity: `"args": { "entity": "qasim-oran" }`. */
export const addAlias: Command = {
  id: 'postgloss.addAlias',
  async run({ archives }, argument) {
    const target = await passages(archives);
    const [span] = target?.spans ?? [];
    if (!target || !span) return;
    const { core } = target.archive;
    const alias = target.text.text.slice(span.start, span.end).replace(/\s+/g, ' ');
    const { entities, byId } = core.registry;
    if (entities.length === 0) {
      void vscode.window.showInformationMessage('No entity is known yet. Make one with “New Entity from Selection”.');
      return;
    }
    const named = argument.text('entity');
    if (named !== null && !byId.has(named)) {
      void vscode.window.showErrorMessage(`There is no entity “${visible(named)}” in the registry.`);
      return;
    }
    // Entities with similar names come first.
    const likely = named === null ? likelyOwners(core.registry, alias) : [];
    const ordered = [...likely, ...entities.filter((entity) => !likely.includes(entity))];
    const items = ordered.map((entity) => ({
      label: iconless(entity.name),
      description: iconless([entity.type, ...entity.aliases].join(' · ')),
      entity,
    }));
    const title = `Add “${visible(alias)}” as Alias of`;
    const entity =
      named === null
        ? (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.entity
        : byId.get(named);
    if (!entity) return;
    const done = await target.archive.decide(newStep(`Add Alias “${alias}”`), [REGISTRY_FILE], () => {
      const current = core.registry.byId.get(entity.id);
      return current
        ? createAlias(core, current, alias)
        : { ok: false, why: `The entity “${entity.id}” is no longer in the registry.` };
    });
    if (done) whisper(`“${alias}” now means ${entity.name}.`);
  },
};
