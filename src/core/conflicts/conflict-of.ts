import type { StoredAnnotation } from '../sidecar/annotation';
import type { Sidecar } from '../sidecar/read-sidecar';

/**
 * The conflict that an annotation is in; null where both sides agree on it.
 *
 * @returns the key of the conflict; null in it where the file cannot be taken apart, and the conflict has to be solved in the text
 */
export function conflictOf(
  { conflicts }: Pick<Sidecar, 'conflicts'>,
  { index }: Pick<StoredAnnotation, 'index'>,
): { readonly key: string | null } | null {
  const key = conflicts?.get(index);
  return key === undefined ? null : { key };
}
