import { findOccurrences, isTagged, tagOccurrences, type BulkPart, type Occurrence } from '../../core/bulk';
import { createTag } from '../../core/decide';
import { isId, MANIFEST_FILE } from '../../core/entities';
import { quoted } from '../../core/text';
import { announce, carryOut } from '../commands/carry-out';
import { counter } from './count';
import { look, scopesFrom, type Look } from './look';
import { askSteps, firstAnswers, namedOccurrences, type Step } from './occurrences';
import { choosePlaces } from './preview';
import { askOptions, askScope, askSubject, type Answers } from './questions';
import type { Turn } from '../ui/steps';
import { nameOf } from './subject';
import { signature } from '../archive/signature';
import { joined, many } from '../ui/words';
import { chooseTags, recentTags, rememberTags } from '../annotations/choose-tag';
import type { Command, CommandContext } from '../commands/command';
import type { CommandArgument } from '../commands/command-argument';
import { fail, say } from '../ui/say';

const TITLE = 'Tag All Occurrences';

/**
 * Tags every place where the selected text stands, or where an entity is mentioned: asks for the tag, the subject, the scope and the
 * options, and shows all places before anything is written. A macro that names the tag and the scope is asked nothing:
 * `{ "tag": "claim", "text": "sea wall", "scope": "archive" }`; see the README.
 */
export const tagAllOccurrences: Command = {
  id: 'postgloss.tagAllOccurrences',
  async run(context, argument) {
    const where = await look(context.archives, argument);
    if (!where) return;
    const tag = argument.text('tag');
    if (tag !== null && !isId(tag)) {
      fail(`${quoted(tag)} cannot be a tag. Use letters, digits, hyphens, and “/” for kinds.`);
      return;
    }
    const named = tag === null ? null : chooseAll(where, tag, argument);
    const choice = named ?? (await choose(context, where, tag));
    if (choice && choice.places.length > 0) await tagPlaces(context, where, choice);
  },
};

/** The places to tag, and the tag. */
interface Tagging {
  readonly tag: string;
  readonly places: readonly Occurrence[];
}

/** The tagging that a macro names; null where it leaves something open. */
function chooseAll(where: Look, tag: string, argument: CommandArgument): Tagging | null {
  const named = namedOccurrences(where, argument);
  if (!named) return null;
  const untagged = argument.flag('untagged') ?? false;
  const places = open(findOccurrences(where.archive.core, named.subject, named.scope), tag, untagged);
  if (places.length === 0) say('There is no place left to tag.');
  return { tag, places };
}

/** Asks for the answers that a macro has not given. */
async function choose({ extension }: CommandContext, where: Look, given: string | null): Promise<Tagging | null> {
  const { archive } = where;
  const { core } = archive;
  const { answers, items } = firstAnswers(where);
  let tag = given ?? '';
  let places: readonly Occurrence[] = [];
  const asksSubject = answers.subject === null;
  const questions: Step[] = [];
  if (given === null) {
    questions.push(async (title) => {
      const chosen = await chooseTags(title, core.manifest.tags, recentTags(extension.workspaceState), {});
      tag = chosen?.[0] ?? '';
      return tag === '' ? 'away' : 'on';
    });
  }
  if (asksSubject) questions.push((title, back) => askSubject(answers, title, items, back));
  questions.push((title, back) => {
    const { subject } = answers;
    const count = counter(core, subject);
    return askScope(answers, title, subject ? scopesFrom(where, subject) : [], count, back);
  });
  questions.push((title, back) => askOptions(answers, title, true, back));
  questions.push(async (_, back) => {
    const { subject, scope, untagged } = answers;
    if (!subject) return 'away';
    const all = findOccurrences(core, subject, scope);
    const left = open(all, tag, untagged);
    if (left.length === 0) return nothing(all.length, nameOf(subject, entityOf(where, answers)), tag, back);
    const turn = await choosePlaces(archive, left, {
      title: (ticked) => `Tag ${ticked} of ${many(left.length, 'Place')} with ${quoted(tag)}`,
      about: ({ annotations }) => annotations.flatMap(({ tags }) => tags).join(', '),
      quote: () => '',
      back,
    });
    if (typeof turn === 'string') return turn;
    places = turn;
    return 'on';
  });
  return (await askSteps(TITLE, questions)) ? { tag, places } : null;
}

/** The places that still lack the tag. */
function open(places: readonly Occurrence[], tag: string, untagged: boolean): Occurrence[] {
  return places.filter((place) => {
    return untagged ? !isTagged(place) : !place.annotations.some(({ tags }) => tags.includes(tag));
  });
}

function entityOf({ archive }: Look, { subject }: Answers) {
  return subject?.kind === 'entity' ? archive.core.registry.byId.get(subject.entity) : undefined;
}

/** Says that there is nothing to tag, and offers to go back to the questions. */
async function nothing(found: number, name: string, tag: string, back: boolean): Promise<Turn> {
  const message =
    found === 0
      ? `${name} was not found there.`
      : `No place is left to tag with ${quoted(tag)}: every place of ${name} is tagged (${many(found, 'place')}).`;
  if (back) return (await say(message, 'Go Back')) === undefined ? 'away' : 'back';
  say(message);
  return 'away';
}

async function tagPlaces(
  { archives, extension }: CommandContext,
  where: Look,
  { tag, places }: Tagging,
): Promise<void> {
  const { archive } = where;
  const { core } = archive;
  const [first] = places;
  if (!first) return;
  const signed = await signature(archive.uriOf(first.path));
  const inCodebook = () => core.manifest.tags.some(({ id }) => id === tag);
  const codebook: BulkPart = {
    path: MANIFEST_FILE,
    decide: () => (inCodebook() ? { ok: true, edits: [] } : createTag(core, tag)),
  };
  const parts = [...(inCodebook() ? [] : [codebook]), ...tagOccurrences(core, places, [tag], signed)];
  const done = await carryOut(archives.history, archive, `Tag ${many(places.length, 'Place')} with ${tag}`, parts);
  if (!done) return;
  await rememberTags(extension.workspaceState, [tag]);
  const files = many(new Set(places.map(({ path }) => path)).size, 'file');
  announce(
    archives.history,
    joined([`Tagged ${many(places.length, 'place')} in ${files}.`, unsaved(where)], ' '),
    done,
  );
}

function unsaved({ active }: Look): string {
  return active?.editor.document.isDirty ? 'The text itself is not saved yet.' : '';
}
