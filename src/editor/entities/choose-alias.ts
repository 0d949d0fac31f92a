import * as vscode from 'vscode';
import type { Entity } from '../../core/entities';
import { countSpellings } from '../../core/identities';
import type { Archive } from '../archive/archive';
import { iconless, many } from '../ui/words';
import { named } from './describe-change';

/** Lets a person choose an alias of an entity. Undefined when it has none, after a message, or when the person turned away. */
export async function chooseAlias({ core }: Archive, entity: Entity, title: string): Promise<string | undefined> {
  if (entity.aliases.length === 0) {
    void vscode.window.showInformationMessage(`${named(entity)} has no alias.`);
    return undefined;
  }
  const items = countSpellings(core, entity.id)
    .filter(({ text }) => text !== entity.name)
    .map(({ text, mentions }) => ({ label: iconless(text), description: many(mentions, 'mention'), text }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: 'Which spelling?' }))?.text;
}
