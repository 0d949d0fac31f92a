import * as vscode from 'vscode';
import { FILTER_KINDS, type PostFilter } from '../../core/lists';
import { visible } from '../../core/text';
import type { Archives } from '../archive/archives';
import { contextKey } from '../archive/context-keys';
import { FILTER_NAMES, followsCursor, ORDER_NAMES, postFilter, postOrder } from '../rows/choices';
import { registerFollowing } from '../rows/follow-cursor';
import { postRows, shownPosts, type ShownPosts } from './post-rows';
import { Redrawing } from '../rows/redraw';
import { RowTree } from '../rows/row-tree';
import { joined, many } from '../ui/words';
import { label } from '../ui/label';

/** The Posts view: the posts of the window’s archives, sorted and filtered as chosen. */
export function registerPostsView(archives: Archives, context: vscode.ExtensionContext): vscode.Disposable {
  const order = postOrder(context);
  const filter = postFilter(context);
  const shown = () => shownPosts(archives.all, filter.value);
  const tree = new RowTree(() => postRows(shown(), order.value));
  const view = vscode.window.createTreeView('postgloss.posts', { treeDataProvider: tree, showCollapseAll: true });
  const noPosts = contextKey('postgloss.noPosts');
  const filtered = contextKey('postgloss.postsFiltered');
  const redrawing = new Redrawing('postgloss.posts', archives, view, [order.onDidChange, filter.onDidChange], () => {
    const lists = shown();
    const none = lists.every(({ entries }) => entries.length === 0);
    noPosts(none);
    tree.redraw();
    const said = saidOfFilter(filter.value, lists);
    // A message would hide the view’s welcome text, which tells what to do about an empty list.
    const sorted = order.value === 'newest' ? '' : ORDER_NAMES[order.value].toLowerCase();
    label(view, { message: none ? '' : said, description: joined([none ? said : '', sorted]) });
  });
  const tellFiltered = () => filtered(isFiltered(filter.value));
  tellFiltered();
  return vscode.Disposable.from(
    view,
    tree,
    redrawing,
    filter.onDidChange(tellFiltered),
    registerFollowing(archives, followsCursor(context), view, tree),
  );
}

function isFiltered(filter: PostFilter): boolean {
  return FILTER_KINDS.some((kind) => filter[kind] !== undefined);
}

/** `5 of 9 posts · Source: The Lantern`; empty without a filter. */
function saidOfFilter(filter: PostFilter, lists: readonly ShownPosts[]): string {
  if (!isFiltered(filter)) return '';
  const shown = lists.reduce((sum, { entries }) => sum + entries.length, 0);
  const all = lists.reduce((sum, list) => sum + list.all, 0);
  const values = FILTER_KINDS.map((kind) => {
    const value = filter[kind];
    return value && `${FILTER_NAMES[kind]}: ${visible(value.label)}`;
  });
  return joined([`${shown} of ${many(all, 'post')}`, ...values]);
}
