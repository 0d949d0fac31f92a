import { attachedAt, UnitBit, unitClasses, wordAt } from './characters';
import { FormIndex } from './form-index';
import { exactKeys, foldingKeys, type Keys } from './keys';
import { Matcher, type RejectedForm, type Rejection } from './matcher';
import { makeVocabulary } from './scan';
import { settle } from './settle';

const { WORD, ATTACHED, SURROGATE } = UnitBit;

/** A way in which an entity is named: `{ text: "Tehran", entity: 7 }`. */
export interface Form {
  readonly text: string;
  /** The entity that goes by this form, as the caller numbers them. Several may go by the same form. */
  readonly entity: number;
  /** Whether case and diacritics make no difference. They do unless this is set. */
  readonly fold?: boolean;
}

/** Makes a matcher for some forms. Those that can never be mentioned are left out and listed in its `rejected`. */
export function createMatcher(forms: readonly Form[]): Matcher {
  const rejected: RejectedForm[] = [];
  const accepted: Form[] = [];
  forms.forEach((form, index) => {
    const text = trim(settle(form.text).text);
    const reason = whyRejected(text);
    if (reason !== null) rejected.push({ index, reason });
    // Most forms are settled and trimmed already, and need no second object.
    else accepted.push(text === form.text ? form : { ...form, text });
  });

  const exact = new Side(
    accepted.filter((form) => form.fold !== true),
    exactKeys(),
  );
  const folding = new Side(
    accepted.filter((form) => form.fold === true),
    foldingKeys(),
  );
  return new Matcher(
    makeVocabulary(exact.index, folding.index),
    [...exact.owners, ...folding.owners],
    [...exact.texts, ...folding.texts],
    rejected,
  );
}

/** The exact or the folding forms of a matcher. */
class Side {
  readonly index: FormIndex;
  /** The entities of each form. One alone, as nearly all are, is kept without an array around it. */
  readonly owners: (number | number[])[] = [];
  readonly texts: string[] = [];

  constructor(forms: readonly Form[], keys: Keys) {
    const units = forms.reduce((sum, { text }) => sum + text.length, 0);
    this.index = new FormIndex(keys, forms.length, units);
    for (const { text, entity } of forms) this.add(text, entity);
  }

  private add(text: string, entity: number): void {
    const form = this.index.add(text);
    const known = this.owners[form];
    if (known === undefined) {
      this.owners.push(entity);
      this.texts.push(text);
    } else if (typeof known === 'object') {
      if (!known.includes(entity)) known.push(entity);
    } else if (known !== entity) this.owners[form] = [known, entity];
  }
}

/** A form without the white space around it. Marks on white space go with it, since nothing of it would be left when folded. */
function trim(settled: string): string {
  const text = settled.trim();
  return attachedAt(text, text.length - 1) ? text.replace(MARKED_SPACE_AT_END, '') : text;
}

const MARKED_SPACE_AT_END = /(?:[\p{Zs}\t\r\n][\p{M}\u1161-\u1175\u11a8-\u11c2]*)+$/u;

function whyRejected(text: string): Rejection | null {
  if (text === '') return 'empty';
  const classes = unitClasses();
  let surrogates = false;
  let words = false;
  for (let i = 0; i < text.length; i++) {
    const bits = classes[text.charCodeAt(i)] ?? 0;
    if ((bits & SURROGATE) !== 0) {
      surrogates = true;
      words ||= wordAt(text, i) && !attachedAt(text, i);
    } else words ||= (bits & (WORD | ATTACHED)) === WORD;
  }
  if (surrogates && STRAY_HALF.test(text)) return 'half a character';
  if (attachedAt(text, 0)) return 'starts with an attached mark';
  return words ? null : 'no word character';
}

const STRAY_HALF = /\p{Surrogate}/u;
