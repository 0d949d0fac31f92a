import { quoted } from '../text/visible';
import { textField } from '../yaml/fields';
import type { FieldKind, Unknown } from '../yaml/record-fields';
import { entryOf } from '../yaml/tree';

/** `kept`. No other word is reported: `orphan: yes`, written by hand, is as good. */
export const ORPHAN_WORD = word('kept', null);

/** `post`. */
export const SCOPE_WORD = word('post', (text) => {
  return `The scope ${quoted(text)} is not known. Write “post”, or leave the line out.`;
});

/** A field that holds one word or none. `complain` makes the problem of any other word. */
function word<W extends string>(known: W, complain: ((text: string) => string) | null): FieldKind<W | Unknown | null> {
  return {
    blank: null,
    read(map, key, problems) {
      const text = textField(map, key, problems);
      if (text === null) return null;
      if (text === known) return known;
      if (complain) {
        const span = entryOf(map, key)?.keySpan ?? map.span;
        problems.push({ code: 'bad-field', severity: 'warning', message: complain(text), span });
      }
      return { unknown: text };
    },
    write: (value) => (value === null || value === known ? value : (value as Unknown).unknown || null),
  };
}
