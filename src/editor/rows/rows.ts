import type { Span } from '../../core/text';
import type { RevealTarget } from '../ui/reveal-target';
import type { ViewNode } from './nodes';

/** A row of a view as plain data, so that two drawings can be compared and only the rows that differ are redrawn. */
export interface Row {
  /** Unique in its view, and the same in every drawing of the same thing. */
  readonly id: string;
  /** The argument of the commands on the row. */
  readonly node: ViewNode;
  /** User text must be made `visible` first where a part is `marked`; in all other texts of the row the tree does it. */
  readonly label: string;
  /** The part, or the parts, of the label that are highlighted. */
  readonly marked?: Span | readonly Span[] | undefined;
  readonly description?: string | undefined;
  /** The whole row in words, for screen readers. */
  readonly spoken: string;
  /** A codicon and a theme colour, by their names. */
  readonly icon?: string | undefined;
  readonly color?: string | undefined;
  /** Decides which menus the row has. */
  readonly menu?: 'post' | 'entity' | 'mention' | 'annotation' | 'tag' | ReviewMenu | SuggestionMenu | undefined;
  /** The target of a click: a place of a text, the annotation's record, or the place that review has to decide about. */
  readonly opens?: RevealTarget | 'record' | 'review' | undefined;
  /** Asked for when the pointer rests on the row. Plain text, never Markdown. */
  readonly tooltip?: (() => string) | undefined;
  /** Asked for when the row is unfolded; left out for a row with nothing below it. */
  readonly children?: (() => readonly Row[]) | undefined;
  readonly unfolded?: boolean | undefined;
}

/** The menus of the suggestions. */
export type SuggestionMenu = 'spelling' | 'suggested-entity' | 'name' | 'example';

/** The menus of the review queue. */
export type ReviewMenu =
  'review-file' | 'review-changed' | 'review-choice' | 'review-lost' | 'review-broken' | 'candidate' | ConflictMenu;

/** The menus of conflicts: of a file, of a record (`conflict-both`: both sides can be kept), of a side. */
export type ConflictMenu =
  'conflict-file' | 'conflict-unread' | 'conflict' | 'conflict-both' | 'conflict-ours' | 'conflict-theirs';

/** The parts of a row that are shown or used; two rows with the same face need not be redrawn. */
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
