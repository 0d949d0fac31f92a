import * as vscode from 'vscode';
import { POST_ORDERS } from '../../core/lists';
import { ORDER_NAMES, postOrder } from '../rows/choices';
import type { Command } from '../commands/command';

/** Chooses the order of the posts view. It is remembered for the folder. */
export const sortPosts: Command = {
  id: 'postgloss.sortPosts',
  async run({ extension }) {
    const order = postOrder(extension);
    const items = POST_ORDERS.map((value) => ({
      label: ORDER_NAMES[value],
      ...(value === order.value ? { description: 'as it is now' } : {}),
      value,
    }));
    const item = await vscode.window.showQuickPick(items, { title: 'Sort Posts' });
    if (item) order.set(item.value);
  },
};
