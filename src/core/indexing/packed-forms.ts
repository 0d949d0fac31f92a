import { formsOf, type Lexicon } from '../mentions/lexicon';
import type { Form } from '../match';
import { memo } from '../memo';
import { contentHash } from './content-hash';

/** Spellings as they go to another thread: one text and numbers. An object for each would block this thread for long. */
export interface PackedForms {
  /** All spellings, one behind the other. */
  readonly text: string;
  /** The offset behind each spelling in the text. */
  readonly ends: Int32Array;
  /** The index of each spelling's entity in the registry. */
  readonly entities: Int32Array;
  /** 1 for each spelling that is matched without regard to case and diacritics, else 0. */
  readonly folds: Uint8Array;
}

/** Packs the spellings of a registry, once for all threads. */
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

/** Identifies the spellings of a registry and their entities: registries with one stamp give the same matches. */
export const stampOf = memo(
  (lexicon: Lexicon): string => {
    const { text, ends, entities, folds } = packedForms(lexicon);
    const numbers = [ends, entities, folds].map(({ buffer }) => contentHash(new Uint8Array(buffer)));
    return [contentHash(text), ...numbers].join('');
  },
  ({ matcher }) => matcher,
);
