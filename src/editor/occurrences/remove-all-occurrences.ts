import * as vscode from 'vscode';
import {
  annotationsOfOccurrences,
  annotationsWithTag,
  removeFromAnnotations,
  type Removable,
  type Scope,
} from '../../core/bulk';
import { quoted } from '../../core/text';
import { announce, carryOut } from '../commands/carry-out';
import { look, scopesFrom, type Look } from './look';
import { askSteps, firstAnswers, namedOccurrences, type Step } from './occurrences';
import { choosePlaces } from './preview';
import { askOptions, askScope, askSubject } from './questions';
import { ask } from '../ui/steps';
import { joined, many } from '../ui/words';
import type { Command, CommandContext } from '../commands/command';
import type { CommandArgument } from '../commands/command-argument';
import { say } from '../ui/say';

const TITLE = 'Remove from All Occurrences';

/**
 * The reverse of Tag All Occurrences: removes a tag, or whole annotations, from every place where a text stands or an entity is
 * mentioned; from the row of a tag, from all annotations with that tag. A macro that names the scope and the tag is asked nothing:
 * `{ "tag": "claim", "text": "sea wall", "scope": "archive" }`, or `"annotations": true` in place of the tag.
 */
export const removeAllOccurrences: Command = {
  id: 'postgloss.removeAllOccurrences',
  async run({ archives }, argument) {
    const row = argument.rowOf('tag');
    const where = await look(archives, argument, row?.archive);
    if (!where) return;
    const choice = row ? await chooseOfTag(where, row.tag) : (chooseAll(where, argument) ?? (await choose(where)));
    if (choice && choice.places.length > 0) await remove(archives, where, choice);
  },
};

/** The tag or the annotations to remove. */
interface Removal {
  /** Null for the whole annotations. */
  readonly tag: string | null;
  readonly places: readonly Removable[];
}

function chooseAll(where: Look, argument: CommandArgument): Removal | null {
  const tag = argument.text('tag');
  if (tag === null && argument.flag('annotations') !== true) return null;
  const named = namedOccurrences(where, argument);
  if (!named) return null;
  const places = having(annotationsOfOccurrences(where.archive.core, named.subject, named.scope), tag);
  if (places.length === 0) say('There is nothing to remove.');
  return { tag, places };
}

/** The annotations that have a tag, wherever they are. */
async function chooseOfTag(where: Look, tag: string): Promise<Removal | null> {
  const all = annotationsWithTag(where.archive.core, tag, { kind: 'archive' });
  if (all.length === 0) {
    say(`No annotation has exactly the tag ${quoted(tag)}.`);
    return null;
  }
  const places = await preview(where, all, tag, false);
  return typeof places === 'string' ? null : { tag, places };
}

async function choose(where: Look): Promise<Removal | null> {
  const { core } = where.archive;
  const { answers, items } = firstAnswers(where);
  let tag: string | null = null;
  let places: readonly Removable[] = [];
  const found = (scope: Scope) => (answers.subject ? annotationsOfOccurrences(core, answers.subject, scope) : []);
  const questions: Step[] = [];
  if (answers.subject === null) questions.push((title, back) => askSubject(answers, title, items, back));
  questions.push((title, back) => {
    const { subject } = answers;
    const all = found({ kind: 'archive' });
    const count = (scope: Scope) => {
      const some = scope.kind === 'archive' ? all : found(scope);
      return { places: some.length, files: new Set(some.map(({ path }) => path)).size };
    };
    return askScope(answers, title, subject ? scopesFrom(where, subject) : [], count, back);
  });
  if (answers.subject?.kind !== 'entity') {
    questions.push((title, back) => {
      return answers.subject?.kind === 'text' ? askOptions(answers, title, false, back) : Promise.resolve('on');
    });
  }
  questions.push(async (title, back) => {
    const all = found(answers.scope);
    if (all.length === 0) {
      say('No annotations were found there.');
      return 'away';
    }
    const answer = await askWhat(all, title, back);
    if (typeof answer === 'string') return answer;
    ({ tag } = answer);
    return 'on';
  });
  questions.push(async (_, back) => {
    const answer = await preview(where, having(found(answers.scope), tag), tag, back);
    if (typeof answer === 'string') return answer;
    places = answer;
    return 'on';
  });
  return (await askSteps(TITLE, questions)) ? { tag, places } : null;
}

/** Asks what to remove: one of the tags of these annotations, or the annotations themselves. */
async function askWhat(
  all: readonly Removable[],
  title: string,
  back: boolean,
): Promise<{ tag: string | null } | 'back' | 'away'> {
  const counts = new Map<string, number>();
  for (const { annotation } of all) for (const tag of annotation.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const whole = {
    iconPath: new vscode.ThemeIcon('trash'),
    label: 'The whole annotations',
    description: `${many(all.length, 'annotation')}, with all their tags, notes and entities`,
    tag: null,
  };
  const tags = [...counts].map(([tag, count]) => ({
    iconPath: new vscode.ThemeIcon('tag'),
    label: `The tag ${tag}`,
    description: many(count, 'annotation'),
    tag,
  }));
  const items: (vscode.QuickPickItem & { tag: string | null })[] = [...tags, whole];
  const answer = await ask({ title, placeholder: 'What should be removed?', items, back });
  return typeof answer === 'string' ? answer : { tag: answer[0]?.tag ?? null };
}

function preview(where: Look, all: readonly Removable[], tag: string | null, back: boolean) {
  const what = tag === null ? '' : `${quoted(tag)} from `;
  return choosePlaces(where.archive, all, {
    title: (ticked) => `Remove ${what}${ticked} of ${many(all.length, 'Annotation')}`,
    about: ({ annotation: { tags, note } }) => joined([tags.join(', '), note]),
    quote: ({ annotation }) => annotation.quote,
    back,
  });
}

function having(all: readonly Removable[], tag: string | null): readonly Removable[] {
  return tag === null ? all : all.filter(({ annotation }) => annotation.tags.includes(tag));
}

async function remove({ history }: CommandContext['archives'], where: Look, { tag, places }: Removal): Promise<void> {
  const { archive } = where;
  const before = countAnnotations(archive.core.texts);
  const what =
    tag === null ? many(places.length, 'Annotation') : `Tag ${tag} from ${many(places.length, 'Annotation')}`;
  const parts = removeFromAnnotations(archive.core, places, tag);
  const done = await carryOut(history, archive, `Remove ${what}`, parts);
  if (!done) return;
  const files = ` in ${many(done.files, 'file')}`;
  const gone = before - countAnnotations(archive.core.texts);
  const said =
    tag === null
      ? `Removed ${many(places.length, 'annotation')}${files}.`
      : joined(
          [
            `Removed ${quoted(tag)} from ${many(places.length, 'annotation')}${files}.`,
            gone > 0 ? `${gone} had nothing else and ${gone === 1 ? 'is' : 'are'} gone.` : null,
          ],
          ' ',
        );
  announce(history, said, done);
}

function countAnnotations(texts: Look['archive']['core']['texts']): number {
  return texts.reduce((sum, { sidecar }) => sum + sidecar.annotations.length, 0);
}
