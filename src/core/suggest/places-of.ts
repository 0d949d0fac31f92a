import { contextOf, type Context } from '../text/excerpt';
import { createMatcher } from '../match';
import type { Span } from '../text/span';
import { creditedBy } from './credits';
import type { SuggestText } from './names';
import type { Slices } from './slices';

/** A place of a suggested spelling, as it is shown to people. */
export interface SuggestPlace {
  readonly path: string;
  /** The id of the post; null outside of posts. */
  readonly post: string | null;
  readonly span: Span;
  readonly context: Context;
}

/** A place of a spelling. */
export interface FoundPlace {
  /** The index of its text. */
  readonly source: number;
  readonly span: Span;
  /** The numbers of the owners of the spelling; see `WantedForm`. */
  readonly owners: readonly number[];
  readonly form: string;
}

/** A spelling to look for, and the number of its owner. Negative numbers own the spellings that are known already. */
export interface WantedForm {
  readonly text: string;
  readonly owner: number;
  /** Whether to ignore case and diacritics; false by default. */
  readonly fold?: boolean;
}

/**
 * Finds the places of spellings, one after the other, in headings too, just as they will be highlighted once they are accepted: whole words, and not within a
 * longer name that is known or suggested itself. Leaves out places that a person has decided about.
 */
export function* findPlaces(
  texts: readonly SuggestText[],
  forms: readonly WantedForm[],
  use: (place: FoundPlace) => void,
): Slices<void> {
  const matcher = createMatcher(forms.map(({ text, owner, fold = false }) => ({ text, entity: owner, fold })));
  for (const [source, { text, mentions: known = [] }] of texts.entries()) {
    yield;
    const decided = new Set(known.flatMap(({ span, decided: said }) => (said ? `${span.start}-${span.end}` : [])));
    const mentions = matcher.match(text);
    for (let i = 0; i < mentions.count; i++) {
      const owners = matcher.entitiesOf(mentions.form(i)).filter((owner) => owner >= 0);
      if (owners.length === 0) continue;
      const span = { start: mentions.start(i), end: mentions.end(i) };
      if (decided.size > 0 && decided.has(`${span.start}-${span.end}`)) continue;
      use({ source, span, owners, form: matcher.formText(mentions.form(i)) });
    }
  }
}

/** The places of one owner as they are found: all spans, and of the first ones the context. */
export class PlacesOfOne {
  readonly mentions: { readonly path: string; readonly span: Span }[] = [];
  readonly #first: FoundPlace[] = [];
  /** How often each spelling stands in the texts, in the order in which they first appear. */
  readonly counts = new Map<string, number>();
  readonly #texts: readonly SuggestText[];

  constructor(texts: readonly SuggestText[]) {
    this.#texts = texts;
  }

  add(place: FoundPlace): void {
    this.mentions.push({ path: this.#texts[place.source]?.path ?? '', span: place.span });
    if (this.#first.length < SHOWN) this.#first.push(place);
    this.counts.set(place.form, (this.counts.get(place.form) ?? 0) + 1);
  }

  /** The first places, with their context. */
  examples(): SuggestPlace[] {
    return this.#first.map((place) => shownPlaceOf(this.#texts, place));
  }
}

/** How many places are shown with their context. */
const SHOWN = 3;

/** Adds the post and a line of context to a place. */
function shownPlaceOf(texts: readonly SuggestText[], { source, span }: FoundPlace): SuggestPlace {
  const { path = '', text = '', posts = [] } = texts[source] ?? {};
  const post = posts.find((one) => one.span.start <= span.start && span.start < one.span.end);
  return { path, post: post?.id ?? null, span, context: contextOf(text, span) };
}

/** The bylines that name a publication or a writer, also where a copied page has no space between the two. */
export function creditsOf(texts: readonly SuggestText[], forms: readonly WantedForm[]): FoundPlace[] {
  const owners = new Map(forms.map(({ text, owner }) => [text, owner]));
  return texts.flatMap(({ posts }, source) =>
    posts.flatMap((post) =>
      creditedBy(post).flatMap(({ name, span }) => {
        const owner = owners.get(name);
        return span === null || owner === undefined || owner < 0 ? [] : [{ source, span, owners: [owner], form: name }];
      }),
    ),
  );
}
