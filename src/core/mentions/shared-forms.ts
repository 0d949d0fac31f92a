import type { Matcher } from '../match';
import { memo } from '../memo';

/** The spellings that several entities have, as the registry gives them. Computed once for each matcher: a large registry has many. */
export const sharedForms = memo((matcher: Matcher): ReadonlySet<string> => {
  const found = new Set<string>();
  for (let form = 0; form < matcher.formCount; form++) {
    if (matcher.entitiesOf(form).length > 1) found.add(matcher.formText(form));
  }
  return found;
});
