import * as vscode from 'vscode';
import type { Signature } from '../../core/decide';
import { gitApi } from './git-api';

/** The name and date that sign a decision: the name in the setting, else git's `user.name`; today's date in the person's time zone. */
export async function signature(uri: vscode.Uri): Promise<Signature> {
  const setting = vscode.workspace.getConfiguration('postgloss', uri).get<string>('annotations.author', '').trim();
  return { by: setting || (await gitName(uri)), on: today() };
}

async function gitName(uri: vscode.Uri): Promise<string | null> {
  try {
    const repository = (await gitApi())?.getRepository(uri);
    const name = (await repository?.getConfig('user.name')) || (await repository?.getGlobalConfig('user.name'));
    return name?.trim() || null;
  } catch {
    return null;
  }
}

function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
