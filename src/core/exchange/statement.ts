import type { Annotation } from '../sidecar/annotation';
import type { ImportedTags } from './imported-tags';
import type { ExchangeSpan } from './model';
import { withLineFeeds } from './offsets';
import { xmlSafe } from './xml';

/** What an imported annotation states. */
export interface ImportedStatement {
  /** Whether it states anything. */
  readonly says: boolean;
  /** Only the fields that the file has. */
  readonly fields: Partial<Pick<Annotation, 'tags' | 'entity' | 'not' | 'scope' | 'note' | 'by' | 'on'>>;
}

/** The statement of a span, with its labels as tags. */
export function statementOf(span: ExchangeSpan, known: ImportedTags): ImportedStatement {
  const { entity, not, note, by, on } = span;
  const tags = [...new Set(span.tags.map((label) => known.tagOf(label)))];
  const scope = span.scope === null ? null : span.scope === 'post' ? 'post' : { unknown: span.scope };
  const all = { tags: tags.length > 0 ? tags : null, entity, not, scope, note, by, on };
  const fields = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== ''));
  return { says: tags.length > 0 || [entity, not, note].some((value) => value !== null && value !== ''), fields };
}

/** The fields of a stored annotation that a statement says otherwise. Who made it and when is never among them. */
export function whatChanges(stored: Annotation, { fields }: ImportedStatement): Partial<Annotation> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([field, value]) => !SIGNATURE.has(field) && !sameValue(stored[field as keyof typeof fields], value),
    ),
  );
}

const SIGNATURE = new Set(['by', 'on']);

/** Texts are the same that differ in line ends, or in what XML cannot hold; tags in any order. */
function sameValue(stored: unknown, said: unknown): boolean {
  if (typeof stored === 'string' && typeof said === 'string') return plain(stored) === plain(said);
  if (Array.isArray(stored) && Array.isArray(said)) return listed(stored as string[]) === listed(said as string[]);
  return JSON.stringify(stored) === JSON.stringify(said);
}

function plain(text: string): string {
  return xmlSafe(withLineFeeds(text)).trim();
}

function listed(tags: readonly string[]): string {
  return JSON.stringify([...new Set(tags.map(plain))].sort());
}
