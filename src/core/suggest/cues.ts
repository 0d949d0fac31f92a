import type { EntityType } from '../entities/registry';
import type { Word } from './words';

/** A hint at the type of a name, in the words around it. */
export interface Cue {
  readonly type: EntityType;
  /** How strong the hint is, from 0 to 1. */
  readonly weight: number;
}

/** The hints around the name that consists of the words from `from` to `to`. */
export function cueOf(words: readonly Word[], from: number, to: number): Cue[] {
  const cues: Cue[] = [];
  const last = words[to - 1];
  const before = joined(words, from) ? lower(words, from - 1) : '';
  const article = before === 'the' || before === 'a' ? 1 : 0;
  const earlier = lower(words, from - 1 - article);
  if (PERSON_BEFORE.has(before)) cues.push({ type: 'person', weight: 1 });
  if (before === 'of') {
    const noun = lower(words, from - 2);
    if (PLACE_OF.has(noun)) cues.push({ type: 'place', weight: 1 });
  }
  if (
    (earlier === 'for' || earlier === 'of') &&
    /^(?:spokes|member|leader|commander|head|director|founder)/.test(lower(words, from - 2 - article))
  ) {
    cues.push({ type: 'organization', weight: 0.7 });
  }
  // `agencies such as Orla`, `towns like Sarn`: the noun tells what all of the list are.
  const such = before === 'as' && lower(words, from - 2) === 'such' ? 3 : /^(?:like|including)$/.test(before) ? 2 : 0;
  const listed = such > 0 ? LISTED.get(lower(words, from - such)) : undefined;
  if (listed) cues.push({ type: listed, weight: 1.5 });
  if (PUBLICATION_BEFORE.has(before)) cues.push({ type: 'publication', weight: 1 });
  if (
    before === 'in' &&
    /^(?:appeared|published|printed|reprinted|wrote|writes|writing)$/.test(lower(words, from - 2))
  ) {
    cues.push({ type: 'publication', weight: 1 });
  }
  const weight = article === 0 ? PLACE_BEFORE[before] : undefined;
  if (weight !== undefined) cues.push({ type: 'place', weight });
  const next = words[to];
  if (next && last?.possessive === false && next.gap === 'space') {
    const after = next.text.toLowerCase();
    if (PUBLICATION_AFTER.has(after)) cues.push({ type: 'publication', weight: 1 });
    if (PLACE_AFTER.has(after)) cues.push({ type: 'place', weight: 1 });
    if (GROUP_AFTER.has(after)) cues.push({ type: 'organization', weight: 0.5 });
    if (SAYS.has(after)) cues.push({ type: 'person', weight: 0.5 });
  } else if (next && SAYS.has(next.text.toLowerCase())) cues.push({ type: 'person', weight: 0.3 });
  if (joined(words, from) && SAYS.has(before)) cues.push({ type: 'person', weight: 0.7 });
  return cues;
}

function joined(words: readonly Word[], from: number): boolean {
  return words[from]?.gap === 'space' && from > 0;
}

function lower(words: readonly Word[], at: number): string {
  return words[at]?.text.toLowerCase() ?? '';
}

const set = (words: string) => new Set(words.split(/\s+/));

const PERSON_BEFORE =
  set(`cleric leader commander dictator politician spokesman spokeswoman general president minister author journalist analyst
  scholar captain harbourmaster deputy aide editor founder chairman director schoolteacher pilot diver colonel secretary ambassador
  strongman writer reporter historian activist lawmaker lawyer professor negotiator premier mister cleric founder`);
const LISTED: ReadonlyMap<string, EntityType> = new Map(
  Object.entries({
    organization:
      'agencies companies organizations organisations firms banks universities departments ministries institutions parties',
    place: 'cities towns villages countries states provinces islands rivers lakes districts regions ports places',
    person: 'people politicians writers scientists authors artists leaders activists officials',
    publication: 'newspapers magazines outlets journals blogs',
    group: 'peoples tribes minorities clans',
  }).flatMap(([type, nouns]) => nouns.split(' ').map((noun): [string, EntityType] => [noun, type as EntityType])),
);
const PLACE_OF = set(
  'city town village province district state region port island harbour harbor suburb north south east west northeast northwest southeast southwest people residents streets outskirts battle cities',
);
const PLACE_BEFORE: Readonly<Partial<Record<string, number>>> = {
  ...{
    in: 0.6,
    at: 0.3,
    near: 0.7,
    into: 0.6,
    outside: 0.7,
    inside: 0.6,
    around: 0.5,
    from: 0.3,
    to: 0.25,
    toward: 0.5,
    towards: 0.5,
  },
  across: 0.5,
};
const PUBLICATION_BEFORE = set('outlet site website newspaper daily magazine weekly channel station broadcaster blog');
const PUBLICATION_AFTER = set('newspaper daily magazine weekly journal website');
const PLACE_AFTER = set('province district governorate region river mountains island city town village');
const GROUP_AFTER = set(
  'forces fighters militia militias troops soldiers brigade brigades party movement group militiamen units',
);
const SAYS = set(
  'said says told tells added adds argues argued noted notes wrote writes explained observed replied reported announced stated warned',
);
