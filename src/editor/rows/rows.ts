import type { Span } from '../../core/text';
import type { RevealTarget } from '../ui/reveal-target';
import type { ViewNode } from './nodes';

/** What a view draws of one thing: plain data, so that two drawings can be compared and only what differs is drawn anew. */
export interface Row {
  /** Unique in its view, and the same in every drawing of the same thing. */
  readonly id: string;
  /** What commands are given; its id tells it apart from all others of the view. */
  readonly node: ViewNode;
  /** User text must be made `visible` first. */
  readonly label: string;
  /** The part, or the parts, of the label that are set off. */
  readonly marked?: Span | readonly Span[] | undefined;
  readonly description?: string | undefined;
  /** All that the row tells, in words: what a screen reader says. */
  readonly spoken: string;
  /** A codicon and a theme colour, by their names. */
  readonly icon?: string | undefined;
  readonly color?: string | undefined;
  /** What menus are shown for it. */
  readonly menu?: 'post' | 'entity' | 'mention' | 'annotation' | 'tag' | ReviewMenu | SuggestionMenu | undefined;
  /** Where a click leads: a place of a text, the annotation's record, or what is to be decided about it. */
  readonly opens?: RevealTarget | 'record' | 'review' | undefined;
  /** Asked for when the pointer rests on the row. Plain text, never Markdown. */
  readonly tooltip?: (() => string) | undefined;
  /** Asked for when the row is unfolded; a row without has nothing below it. */
  readonly children?: (() => readonly Row[]) | undefined;
  readonly unfolded?: boolean | undefined;
}

/** The menus of the suggestions. */
export type SuggestionMenu = 'spelling' | 'suggested-entity' | 'name' | 'example';

/** The menus of the review queue. */
export type ReviewMenu =
  'review-file' | 'review-changed' | 'review-choice' | 'review-lost' | 'review-broken' | 'candidate' | ConflictMenu;

/** The menus of conflicts: of a file, of a record (of which both sides can be had), of a side. */
export type ConflictMenu =
  'conflict-file' | 'conflict-unread' | 'conflict' | 'conflict-both' | 'conflict-ours' | 'conflict-theirs';

/** What of a row is seen or used; two rows with the same face need no drawing anew. */
export function face(row: Row): string {
  const { label, marked, description, spoken, icon, color, menu, opens, children, unfolded } = row;
  return JSON.stringify([
    label,
    marked,
    description,
    spoken,
    icon,
    color,
    menu,
    opens,
    children !== undefined,
    unfolded,
  ]);
}
