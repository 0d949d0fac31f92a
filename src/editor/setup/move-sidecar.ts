import * as vscode from 'vscode';
import type { StraySidecar } from '../../core/archive';
import { possibleSources } from '../../core/lists';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { visible } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { Command, CommandContext } from '../commands/command';
import type { CommandArgument } from '../commands/command-argument';
import { choose } from '../ui/pick';
import { fail, say } from '../ui/say';
import { pathName } from '../ui/inert';

/** A sidecar without a text, and the archive that it is in. */
interface Stray {
  readonly archive: Archive;
  readonly stray: StraySidecar;
}

/** Renames a sidecar after its text, when the text was moved outside of the editor. */
export const moveSidecar: Command = {
  id: 'postgloss.moveSidecar',
  async run({ archives }, argument) {
    await Promise.all(archives.all.map((archive) => archive.core.open()));
    const target = await chooseStray({ archives }, argument);
    if (!target) return;
    const { archive, stray } = target;
    const to = argument.text('to') ?? (await chooseText(target));
    if (to === undefined) return;
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(archive.uriOf(stray.path), archive.uriOf(to + SIDECAR_SUFFIX), { overwrite: false });
    if (!(await vscode.workspace.applyEdit(edit))) {
      const message = `${pathName(stray.path)} could not be renamed. Is there a sidecar of ${pathName(to)} already?`;
      fail(message);
    }
  },
};

async function chooseStray(
  { archives }: Pick<CommandContext, 'archives'>,
  argument: CommandArgument,
): Promise<Stray | null> {
  const strays = archives.all.flatMap((archive) =>
    archive.core.surroundings.strays.map((stray) => ({ archive, stray })),
  );
  const named = argument.text('sidecar');
  if (named !== null || strays.length === 0) {
    const found = strays.find(({ archive, stray }) => archive.uriOf(stray.path).toString() === named);
    if (!found) say('Every sidecar is beside its text.');
    return found ?? null;
  }
  if (strays.length === 1) return strays[0] ?? null;
  const items = strays.map((target) => ({ label: visible(target.stray.path), target }));
  const choice = await choose(items, { title: 'Which sidecar has lost its text?' });
  return choice?.target ?? null;
}

/** The likely texts first, then all others that have no sidecar. */
async function chooseText({ archive, stray }: Stray): Promise<string | undefined> {
  const likely = possibleSources(archive.core, stray);
  const others = archive.core.texts.filter(
    ({ path, sidecarText }) => sidecarText === null && !likely.some((source) => source.path === path),
  );
  const items = [
    ...likely.map(({ path, found, of }) => ({
      label: visible(path),
      description: `${found} of ${of} annotations are found there`,
      path,
    })),
    ...others.map(({ path }) => ({ label: visible(path), description: '', path })),
  ];
  const placeHolder = items.length > 0 ? 'Choose the text that it belongs to' : 'Each text has a sidecar of its own';
  const title = `Where is the text of ${pathName(stray.path)}?`;
  return (await choose(items, { title, placeHolder }))?.path;
}
