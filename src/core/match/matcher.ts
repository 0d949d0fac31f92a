import type { FormSearch } from './form-search';
import { mentionsOf, type Mentions } from './mentions';
import type { Owners } from './owners';
import { scan } from './scan';
import { restoreOffsets, segmentStart, settle } from './settle';

/** Finds the mentions of known forms in a text. Made by `createMatcher`, and independent of any text. */
export class Matcher {
  /** The length of the longest form, in characters with what is attached to them: no mention depends on more of the text. */
  readonly longest: number;

  constructor(
    private readonly search: FormSearch,
    private readonly owners: Owners,
    private readonly texts: readonly string[],
    /** The forms that were left out, in the order they were given. */
    readonly rejected: readonly RejectedForm[],
  ) {
    this.longest = search.index.longest;
  }

  /** How many different forms there are; alike ones count as one. They are numbered from 0. */
  get formCount(): number {
    return this.owners.forms;
  }

  /** The entities that go by a form, each once, in the order they were given. Of more than one, the text does not say which is meant. */
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
   * The mentions in a part of a text, with offsets into the whole. The part is read as if the text ended where it does, but with
   * the character before it in view. It must start and end between characters, with what is attached to them, and outside of mentions.
   */
  matchPart(text: string, from: number, to: number): Mentions {
    const before = from > 0 ? settle(text.slice(segmentStart(text, from - 1), from)).text : '';
    const part = text.slice(from, to);
    const attempt = scan(this.search, before + part, before.length, false);
    // Nearly every text is settled already, so this comes second.
    const settled = attempt ? { text: part, seams: [] } : settle(part);
    const found = attempt ?? scan(this.search, before + settled.text, before.length, true);
    if (from === 0 && settled.seams.length === 0) return found;
    const starts = found.starts.map((start) => start - before.length);
    const ends = found.ends.map((end) => end - before.length);
    restoreOffsets(part, settled, starts, ends);
    return mentionsOf(
      starts.map((start) => start + from),
      ends.map((end) => end + from),
      found.forms,
    );
  }
}

/** A form that can never be mentioned, by its place in the list of forms. */
export interface RejectedForm {
  readonly index: number;
  readonly reason: Rejection;
}

/** Why a form can never be mentioned. Half a character is one half of a surrogate pair. */
export type Rejection = 'empty' | 'no word character' | 'starts with an attached mark' | 'half a character';
