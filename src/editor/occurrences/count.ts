import type { OpenArchive } from '../../core/archive';
import { findOccurrences, inScope, type Scope, type Subject } from '../../core/bulk';

/** A function that counts the occurrences of a subject in a scope. The archive is searched once for all scopes. */
export function counter(
  core: OpenArchive,
  subject: Subject | null,
): (scope: Scope) => { readonly places: number; readonly files: number } {
  const all = subject ? findOccurrences(core, subject, { kind: 'archive' }) : [];
  return (scope) => {
    const found = all.filter((occurrence) => inScope(occurrence, scope));
    return { places: found.length, files: new Set(found.map(({ path }) => path)).size };
  };
}
