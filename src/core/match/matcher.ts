import { LONGEST_ADDRESS } from './addresses';
import type { FormSearch } from './form-search';
import { mentionsFrom, type Mentions } from './mentions';
import type { Owners } from './owners';
import { scan } from './scan';
import { compose, continuesAt, dividesWord, isBlank, restoreOffsets, segmentStart } from './compose';

/** Finds the mentions of known forms in any text. Made by `createMatcher`. */
export class Matcher {
  /** The length of the longest form, in characters with their marks. No mention depends on more of the text. */
  readonly longest: number;

  constructor(
    private readonly search: FormSearch,
    private readonly owners: Owners,
    private readonly texts: readonly string[],
    /** The forms that were left out, in the order in which they were given. */
    readonly rejected: readonly RejectedForm[],
  ) {
    this.longest = search.index.longest;
  }

  /** The number of different forms; alike forms count as one. Forms are numbered from 0. */
  get formCount(): number {
    return this.owners.forms;
  }

  /** The entities that go by a form, each once, in the order in which they were given. */
  entitiesOf(form: number): readonly number[] {
    return this.owners.of(form);
  }

  /** A form as it was first given. */
  formText(form: number): string {
    return this.texts[form] ?? '';
  }

  /** The mentions in a text, in one pass over it. */
  match(text: string): Mentions {
    return this.matchPart(text, 0, text.length);
  }

  /**
   * The mentions in a part of a text, with offsets into the whole. Reads the part as if the text ended with it, but takes the word and the
   * address before it into account. The part must start and end outside of mentions, and not between a character and its marks.
   */
  matchPart(text: string, from: number, to: number): Mentions {
    const read = from > 0 ? compose(text.slice(contextStart(text, from), from)).text : '';
    // That the word goes on behind the line end is seen by what follows only.
    const before = from > 0 && dividesWord(text, from - 1) ? read.trimEnd() : read;
    const part = text.slice(from, to);
    const attempt = scan(this.search, before + part, before.length, false);
    // Composing comes second, as nearly every text is composed already.
    const composed = attempt ? { text: part, seams: [] } : compose(part);
    const found = attempt ?? scan(this.search, before + composed.text, before.length, true);
    if (from === 0 && composed.seams.length === 0) return found;
    const starts = found.starts.map((start) => start - before.length);
    const ends = found.ends.map((end) => end - before.length);
    restoreOffsets(part, composed, starts, ends);
    return mentionsFrom(
      starts.map((start) => start + from),
      ends.map((end) => end + from),
      found.forms,
    );
  }
}

/** How many characters before a place can tell whether a mention may start there. */
const CONTEXT = 16;

/** From where on the text before a place is read: what an address or a word has before it counts. */
function contextStart(text: string, from: number): number {
  let start = from;
  for (let left = CONTEXT; left > 0 && start > 0; left--) start = segmentStart(text, start - 1);
  while (
    start > 0 &&
    from - start < 2 * LONGEST_ADDRESS &&
    !(isBlank(text, start - 1) && !continuesAt(text, start - 1))
  )
    start--;
  return segmentStart(text, start);
}

/** A form that can never be mentioned, by its index in the list of forms. */
export interface RejectedForm {
  readonly index: number;
  readonly reason: Rejection;
}

/** Why a form can never be mentioned. `half a character`: it holds one half of a surrogate pair. */
export type Rejection = 'empty' | 'no word character' | 'starts with an attached mark' | 'half a character';
