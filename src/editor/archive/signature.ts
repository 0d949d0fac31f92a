import * as vscode from 'vscode';
import type { Signature } from '../../core/decide';
import { gitApi } from './git-api';

/** Who decides, and when: the name of the setting, else the one that git is set up with, and today's date where the person is. */
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
