import { formsOf, type Lexicon } from '../mentions/lexicon';
import type { Form } from '../match';
import { memo } from '../memo';
import { contentHash } from './content-hash';

/** Spellings as they go to another thread: as one text and numbers, since an object for each would keep this thread for long. */
export interface PackedForms {
  /** All spellings, one behind the other. */
  readonly text: string;
  /** Where each ends in it. */
  readonly ends: Int32Array;
  /** The number of the entity that each is one of. */
  readonly entities: Int32Array;
  /** One for each spelling of which case and diacritics do not count, zero for the others. */
  readonly folds: Uint8Array;
}

/** The spellings of a registry. Packed once, for all threads that look for them. */
export const packedForms = memo(
  ({ registry }: Lexicon): PackedForms => {
    const forms = formsOf(registry);
    let end = 0;
    return {
      text: forms.map(({ text }) => text).join(''),
      ends: Int32Array.from(forms, ({ text }) => (end += text.length)),
      entities: Int32Array.from(forms, ({ entity }) => entity),
      folds: Uint8Array.from(forms, ({ fold }) => Number(fold === true)),
    };
  },
  ({ matcher }) => matcher,
);

export function unpackForms({ text, ends, entities, folds }: PackedForms): Form[] {
  return Array.from(ends, (end, i) => {
    const spelling = text.slice(ends[i - 1] ?? 0, end);
    return { text: spelling, entity: entities[i] ?? -1, fold: folds[i] === 1 };
  });
}

/** Tells the spellings of a registry from others, and whose they are. */
export const stampOf = memo(
  (lexicon: Lexicon): string => {
    const { text, ends, entities, folds } = packedForms(lexicon);
    const numbers = [ends, entities, folds].map(({ buffer }) => contentHash(new Uint8Array(buffer)));
    return [contentHash(text), ...numbers].join('');
  },
  ({ matcher }) => matcher,
);
