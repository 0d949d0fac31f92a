import { soundKeys, type NameForm } from './forms';
import { relate, type Evidence, type Relation } from './relations';

/** An owner that a spelling may belong to, and the reason. */
export interface OwnerMatch<T> {
  readonly owner: T;
  readonly relation: Relation;
  /** The form of the owner that the spelling is related to. */
  readonly form: NameForm;
}

/**
 * An index of forms by the sounds of their words. The costly comparison then runs for the few forms that share a key with a spelling, not
 * for all of a registry.
 */
export class NameIndex<T> {
  readonly #byKey = new Map<string, { form: NameForm; owner: T }[]>();
  readonly #evidence: Evidence;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  add(form: NameForm, owner: T): void {
    for (const key of this.#keysOf(form)) {
      const known = this.#byKey.get(key);
      if (known) known.push({ form, owner });
      else this.#byKey.set(key, [{ form, owner }]);
    }
  }

  /** The owners that a spelling may belong to, best first, each with its best reason. */
  matches(spelling: NameForm): OwnerMatch<T>[] {
    const compared = new Set<NameForm>();
    const best = new Map<T, OwnerMatch<T>>();
    for (const key of this.#keysOf(spelling)) {
      for (const { form, owner } of this.#byKey.get(key) ?? []) {
        if (compared.has(form)) continue;
        compared.add(form);
        const relation = relate(spelling, form, this.#evidence);
        if (relation && relation.score > (best.get(owner)?.relation.score ?? 0))
          best.set(owner, { owner, relation, form });
      }
    }
    return [...best.values()].sort((a, b) => b.relation.score - a.relation.score);
  }

  /** Names that the texts equate share the key of their pair. */
  #keysOf(form: NameForm): string[] {
    return [...keysOf(form), ...this.#evidence.definitions.keysOf(form.squeezed)];
  }
}

/** An acronym and a name that it may stand for share the key of its first two letters. */
function keysOf(form: NameForm): string[] {
  const keys = new Set(soundKeys(form.words));
  if (form.letters !== '') keys.add(`=${form.letters}`);
  if (form.acronym) keys.add(`!${form.text.replaceAll('.', '').slice(0, 2).toLowerCase()}`);
  const words = form.text.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word) && word !== 'The');
  if (words.length > 1) keys.add(`!${(words[0]?.[0] ?? '') + (words[1]?.[0] ?? '')}`.toLowerCase());
  return [...keys];
}
