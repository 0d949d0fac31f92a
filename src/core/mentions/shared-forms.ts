import type { Matcher } from '../match';

/** The spellings that several entities have, as the registry gives them. Computed once for each matcher: a large registry has many. */
export function sharedForms(matcher: Matcher): ReadonlySet<string> {
  let forms = known.get(matcher);
  if (!forms) {
    const found = new Set<string>();
    for (let form = 0; form < matcher.formCount; form++) {
      if (matcher.entitiesOf(form).length > 1) found.add(matcher.formText(form));
    }
    forms = found;
    known.set(matcher, forms);
  }
  return forms;
}

const known = new WeakMap<Matcher, ReadonlySet<string>>();
