import type * as vscode from 'vscode';
import { POST_ORDERS, type FilterKind, type PostFilter, type PostOrder } from '../../core/lists';
import { forNow, remembered, type Choice } from '../ui/choice';

// The choices that people make for the views, and the names of their values.

/** The orders of posts. */
export const ORDER_NAMES: Record<PostOrder, string> = {
  newest: 'Newest First',
  oldest: 'Oldest First',
  title: 'By Title',
  file: 'In the Order of the Files',
  annotated: 'Most Annotated First',
};

/** The properties by which posts can be filtered. */
export const FILTER_NAMES: Record<FilterKind, string> = {
  text: 'Words',
  source: 'Source',
  author: 'Author',
  tag: 'Tag',
  entity: 'Entity',
};

/** The arrangements of annotations. */
export const ARRANGEMENTS = ['file', 'post', 'tags'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];
export const ARRANGEMENT_NAMES: Record<Arrangement, string> = {
  file: 'This File',
  post: 'This Post',
  tags: 'By Tag',
};

export function postOrder(extension: vscode.ExtensionContext): Choice<PostOrder> {
  return remembered<PostOrder>(extension, 'posts.order', 'newest', (value): value is PostOrder =>
    POST_ORDERS.some((order) => order === value),
  );
}

/** Not remembered: posts that are missing because of last week's filter would be taken for lost. */
export function postFilter(extension: vscode.ExtensionContext): Choice<PostFilter> {
  return forNow<PostFilter>(extension, 'posts.filter', {});
}

export function followsCursor(extension: vscode.ExtensionContext): Choice<boolean> {
  return remembered(extension, 'posts.followsCursor', false, (value) => typeof value === 'boolean');
}

export function arrangement(extension: vscode.ExtensionContext): Choice<Arrangement> {
  return remembered<Arrangement>(extension, 'annotations.arrangement', 'file', (value): value is Arrangement =>
    ARRANGEMENTS.some((known) => known === value),
  );
}
