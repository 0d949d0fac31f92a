import type { Command } from '../commands/command';
import { createAlias } from '../../core/decide';
import { REGISTRY_FILE } from '../../core/entities';
import { likelyOwners } from '../../core/suggest';
import { quoted } from '../../core/text';
import { newStep } from '../archive/history';
import { fail, say, whisper } from '../ui/say';
import { passages } from '../commands/passage';
import { choose } from '../ui/pick';

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
      say('No entity is known yet. Make one with “New Entity from Selection”.');
      return;
    }
    const named = argument.text('entity');
    if (named !== null && !byId.has(named)) {
      fail(`There is no entity ${quoted(named)} in the registry.`);
      return;
    }
    // Entities with similar names come first.
    const likely = named === null ? likelyOwners(core.registry, alias) : [];
    const ordered = [...likely, ...entities.filter((entity) => !likely.includes(entity))];
    const items = ordered.map((entity) => ({
      label: entity.name,
      description: [entity.type, ...entity.aliases].join(' · '),
      entity,
    }));
    const title = `Add ${quoted(alias)} as Alias of`;
    const entity =
      named === null ? (await choose(items, { title, matchOnDescription: true }))?.entity : byId.get(named);
    if (!entity) return;
    const done = await target.archive.decide(newStep(`Add Alias ${quoted(alias)}`), [REGISTRY_FILE], () => {
      const current = core.registry.byId.get(entity.id);
      return current
        ? createAlias(core, current, alias)
        : { ok: false, why: `The entity ${quoted(entity.id)} is no longer in the registry.` };
    });
    if (done) whisper(`${quoted(alias)} now means ${quoted(entity.name)}.`);
  },
};
