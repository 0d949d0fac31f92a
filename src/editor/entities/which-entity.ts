import * as vscode from 'vscode';
import type { Entity } from '../../core/entities';
import type { Mention } from '../../core/mentions';
import { visible } from '../../core/text';
import { iconless } from '../ui/words';

/** The entity that a mention means; lets the person choose where it may mean several. Null when the person turned away. */
export async function whichEntity({ entity, others, alias }: Mention): Promise<Entity | null> {
  if (others.length === 0) return entity;
  const items = [entity, ...others].map((owner) => ({
    label: iconless(owner.name),
    description: iconless(`${owner.type} · ${owner.id}`),
    owner,
  }));
  const title = `“${visible(alias ?? entity.name)}” may mean any of these. Which one?`;
  const choice = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  return choice?.owner ?? null;
}
