import type { ComparableText } from '../text/offset';

/** A quote with its surroundings, in comparable form: the passage, and the text remembered before and behind it. */
export interface Quote {
  readonly exact: ComparableText;
  readonly before: ComparableText;
  readonly after: ComparableText;
}
