import type { KnownType } from '../../core/entities';

/** The icons and the names of the types. */
export const TYPES: Record<KnownType | 'other', { readonly icon: string; readonly name: string }> = {
  person: { icon: 'person', name: 'People' },
  organization: { icon: 'organization', name: 'Organizations' },
  place: { icon: 'location', name: 'Places' },
  event: { icon: 'calendar', name: 'Events' },
  publication: { icon: 'book', name: 'Publications' },
  group: { icon: 'group-by-ref-type', name: 'Groups' },
  concept: { icon: 'lightbulb', name: 'Concepts' },
  work: { icon: 'notebook', name: 'Works' },
  other: { icon: 'symbol-misc', name: 'Others' },
};
