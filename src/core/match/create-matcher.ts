/* eslint-disable @typescript-eslint/no-non-null-assertion -- The table has an entry for every code unit, and a hundred thousand forms are read. */
import { ATTACHED_CLASS, attachedAt, JOINER, NON_JOINER, UnitBit, unitClasses, wordAt } from './characters';
import { FormIndex } from './form-index';
import { FormFlag } from './form-keys';
import { FormSearch } from './form-search';
import { Matcher, type RejectedForm, type Rejection } from './matcher';
import { Owners } from './owners';
import { allowsParticles, withoutArticle } from './particles';
import { compose } from './compose';

const { WORD, ATTACHED, SPACE, SURROGATE, UNSTABLE } = UnitBit;

/** A name that an entity goes by: `{ text: "Tehran", entity: 7 }`. */
export interface Form {
  readonly text: string;
  /** The entity that goes by this form, as the caller numbers them. Several may go by the same form. */
  readonly entity: number;
  /** Whether to ignore case, diacritics and more, and to look behind particles; false by default. */
  readonly fold?: boolean;
}

/** Makes a matcher for some forms. Forms that can never be mentioned are left out, and listed in its `rejected`. */
export function createMatcher(forms: readonly Form[]): Matcher {
  let units = 0;
  let folding = false;
  for (const form of forms) {
    units += form.text.length;
    folding ||= form.fold === true;
  }
  const index = new FormIndex(forms.length, units, folding);
  // A form with the Arabic article makes two.
  const owners = new Owners(folding ? 2 * forms.length : forms.length);
  const texts: string[] = [];
  const rejected: RejectedForm[] = [];
  forms.forEach((form, i) => {
    const plain = isPlain(form.text);
    const text = plain ? form.text : trim(compose(form.text).text);
    const reason = plain ? null : whyRejected(text);
    if (reason !== null) rejected.push({ index: i, reason });
    else {
      const add = (spelt: string, flags: number) => {
        const number = index.add(spelt, flags);
        if (number === texts.length) texts.push(text);
        owners.add(number, form.entity);
      };
      if (form.fold !== true) add(text, 0);
      else {
        const joins = allowsParticles(text);
        add(text, FormFlag.FOLDS | (joins ? FormFlag.JOINS : 0));
        const swallowed = joins ? withoutArticle(text) : null;
        if (swallowed !== null) add(swallowed, FormFlag.FOLDS | FormFlag.AFTER_LAM);
      }
    }
  });
  index.finish();
  return new Matcher(new FormSearch(index), owners, texts, rejected);
}

/** Whether the units of a form alone show that it is composed, trimmed and possible, as nearly all forms are. */
function isPlain(text: string): boolean {
  const classes = unitClasses();
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits |= classes[text.charCodeAt(i)]!;
  const atEnds = classes[text.charCodeAt(0)]! | classes[text.charCodeAt(text.length - 1)]!;
  return (bits & (UNSTABLE | ATTACHED | SURROGATE)) === 0 && (bits & WORD) !== 0 && (atEnds & SPACE) === 0;
}

/**
 * A composed form without the white space around it, and without marks on that white space: folding would leave nothing of them. Joiners of
 * letters at its ends join nothing.
 */
function trim(composed: string): string {
  const text = composed.replace(JOINERS_AT_ENDS, '').trim();
  return attachedAt(text, text.length - 1) ? text.replace(MARKED_SPACE_AT_END, '') : text;
}

const JOINERS_AT_ENDS = new RegExp(`^[\\s${NON_JOINER}${JOINER}]+|[\\s${NON_JOINER}]+$`, 'g');
const MARKED_SPACE_AT_END = new RegExp(`(?:[\\p{Zs}\\t\\r\\n][${ATTACHED_CLASS}]*)+$`, 'u');

function whyRejected(text: string): Rejection | null {
  if (text === '') return 'empty';
  const classes = unitClasses();
  let surrogates = false;
  let words = false;
  for (let i = 0; i < text.length; i++) {
    const bits = classes[text.charCodeAt(i)]!;
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
