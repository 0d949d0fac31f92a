import { annotate, type Statement } from '../../core/decide';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { quoted } from '../../core/text';
import { newStep } from '../archive/history';
import { whisper } from '../ui/say';
import { signature } from '../archive/signature';
import type { Command, CommandContext } from '../commands/command';
import type { CommandArgument } from '../commands/command-argument';
import { chooseMeant, nameTarget } from './name-target';

/** Decides which entity a name means in one place only. */
export const mentionMeans: Command = {
  id: 'postgloss.mentionMeans',
  run: (context, argument) => sayMeaning(context, argument, null),
};

/** Decides which entity a name means in a whole post. A decision about a single place still overrides it. */
export const nameInPostMeans: Command = {
  id: 'postgloss.nameInPostMeans',
  run: (context, argument) => sayMeaning(context, argument, 'post'),
};

/** Asks which entity a name means, and writes the answer: for its place, or for the whole post. */
async function sayMeaning(
  { archives }: CommandContext,
  argument: CommandArgument,
  scope: 'post' | null,
): Promise<void> {
  const target = await nameTarget(archives, argument);
  if (!target) return;
  const { archive, path, text, span } = target;
  const name = quoted(target.name);
  const where = scope === 'post' ? 'in This Post' : 'Here';
  const meant = await chooseMeant(target, `${name} ${where} Is`, argument);
  if (!meant) return;
  const statements: Statement[] =
    'entity' in meant
      ? [{ entity: meant.entity.id, scope }]
      : meant.none.map(({ id }) => ({ not: id, ...(scope === null ? {} : { scope }) }));
  const who = 'entity' in meant ? quoted(meant.entity.name) : 'Somebody Else';
  const step = newStep(`${name} ${where} Is ${who}`);
  const signed = await signature(archive.uriOf(path));
  for (const statement of statements) {
    if (!(await archive.decide(step, [path + SIDECAR_SUFFIX], () => annotate(text, [span], statement, signed)))) return;
  }
  whisper(`${name} is ${who} ${scope === 'post' ? 'in this post' : 'here'}.`);
}
