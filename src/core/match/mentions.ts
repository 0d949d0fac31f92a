import { lowerBound } from '../sorted';

/**
 * The mentions in a text, in order and not overlapping. In `"Tehran’s new scheme"` the form "Tehran" is mentioned once, from 0 to 6.
 * Offsets are UTF-16 code units into the text as it was given.
 */
export interface Mentions {
  readonly count: number;
  /** The offset of each mention's first code unit. */
  readonly starts: Int32Array;
  /** The offset behind each mention's last code unit. */
  readonly ends: Int32Array;
  /** The number of each mention's form: see `Matcher.entitiesOf`. */
  readonly forms: Int32Array;
  /** The same for one mention, by its number from 0; NaN where there is no such mention. */
  start(mention: number): number;
  end(mention: number): number;
  form(mention: number): number;
}

/** Mentions, of typed arrays that have an entry for each. */
export function mentionsFrom(starts: Int32Array, ends: Int32Array, forms: Int32Array): Mentions {
  return {
    count: starts.length,
    starts,
    ends,
    forms,
    start: (mention) => starts[mention] ?? NaN,
    end: (mention) => ends[mention] ?? NaN,
    form: (mention) => forms[mention] ?? NaN,
  };
}

/** Collects mentions in typed arrays that grow. */
export class MentionList {
  count = 0;
  private starts = new Int32Array(64);
  private ends = new Int32Array(64);
  private forms = new Int32Array(64);

  push(start: number, end: number, form: number): void {
    if (this.count === this.starts.length) {
      this.starts = doubled(this.starts);
      this.ends = doubled(this.ends);
      this.forms = doubled(this.forms);
    }
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.forms[this.count] = form;
    this.count++;
  }

  start(mention: number): number {
    return this.starts[mention] ?? NaN;
  }

  end(mention: number): number {
    return this.ends[mention] ?? NaN;
  }

  /** The number of mentions that start before an offset. */
  countBelow(offset: number): number {
    return lowerBound(this.starts, offset, this.count);
  }

  finish(): Mentions {
    const { count } = this;
    return mentionsFrom(this.starts.slice(0, count), this.ends.slice(0, count), this.forms.slice(0, count));
  }
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}
