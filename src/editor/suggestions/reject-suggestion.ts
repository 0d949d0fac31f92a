import { REGISTRY_FILE } from '../../core/entities';
import { rejectNames, rejectSpellings } from '../../core/suggest';
import { quoted } from '../../core/text';
import { newStep } from '../archive/history';
import { whisper } from '../ui/say';
import { many } from '../ui/words';
import type { Command } from '../commands/command';
import type { SuggestionsContext } from './context';
import { suggestionTarget } from './suggestion-target';

/** Rejects suggestions. The registry records that, so that nobody who uses it gets them again. */
export const rejectSuggestion: Command<SuggestionsContext> = {
  id: 'postgloss.rejectSuggestion',
  async run(context, argument) {
    const target = await suggestionTarget(context, argument);
    if (!target) return;
    const { archive, aliases, names } = target;
    const spellings = aliases.map(({ entity, text }) => ({ entity: entity.id, text }));
    const ignored = names.flatMap(({ text, spellings: all }) => [text, ...all.map((spelling) => spelling.text)]);
    const [first = ''] = [...aliases, ...names].map(({ text }) => text);
    const count = aliases.length + names.length;
    const step = newStep(count === 1 ? `Reject ${quoted(first)}` : `Reject ${many(count, 'Suggestion')}`);
    const { core } = archive;
    const done =
      (spellings.length === 0 ||
        (await archive.decide(step, [REGISTRY_FILE], () => rejectSpellings(core, spellings)))) &&
      (ignored.length === 0 || (await archive.decide(step, [REGISTRY_FILE], () => rejectNames(core, ignored))));
    if (!done) return;
    whisper(count === 1 ? `${quoted(first)} is not suggested again.` : `${count} names are not suggested again.`);
    await target.goOn();
  },
};
