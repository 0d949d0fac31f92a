import * as vscode from 'vscode';
import { isId, type Tag } from '../../core/entities';
import { iconless } from '../ui/words';

/** The key under which a window remembers the tags that were used last, newest first. */
const RECENT_KEY = 'tags.recent';
const RECENT_MOST = 5;

/** The tags that were used last, newest first. */
export function recentTags(memory: vscode.Memento): string[] {
  return memory.get<string[]>(RECENT_KEY, []);
}

export async function rememberTags(memory: vscode.Memento, tags: readonly string[]): Promise<void> {
  await memory.update(RECENT_KEY, [...new Set([...tags, ...recentTags(memory)])].slice(0, RECENT_MOST));
}

interface TagItem extends vscode.QuickPickItem {
  readonly tag: string;
}

/**
 * Lets a person choose a tag: recent tags first, then the codebook, then the typed text as a new tag. With `several` they tick any
 * number of tags, of which `chosen` are ticked at first. Answers undefined when the person turned away.
 */
export function chooseTags(
  title: string,
  codebook: readonly Tag[],
  recent: readonly string[],
  several: { readonly chosen: readonly string[] } | null,
): Promise<string[] | undefined> {
  const pick = vscode.window.createQuickPick<TagItem>();
  pick.title = title;
  pick.placeholder = several ? 'Tick the tags, or type a new one' : 'Choose a tag, or type a new one';
  pick.matchOnDescription = true;
  pick.canSelectMany = several !== null;
  const items = tagItems(codebook, recent, several?.chosen ?? []);
  pick.items = items;
  if (several) pick.selectedItems = items.filter((item) => several.chosen.includes(item.tag));
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      const ticked = new Set(pick.selectedItems.map((item) => item.tag));
      const fresh = newTagItem(value, items);
      pick.items = fresh ? [...items, fresh] : items;
      if (several) pick.selectedItems = pick.items.filter((item) => ticked.has(item.tag));
    });
    pick.onDidAccept(() => {
      const tags = (several ? pick.selectedItems : pick.activeItems.slice(0, 1)).map((item) => item.tag);
      resolve(several || tags.length > 0 ? tags.filter((tag) => tag !== '') : undefined);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function tagItems(codebook: readonly Tag[], recent: readonly string[], used: readonly string[]): TagItem[] {
  const known = new Map(codebook.map((tag) => [tag.id, tag]));
  const item = (id: string): TagItem => {
    const tag = known.get(id);
    const description = iconless(tag ? (tag.description ?? '') : 'not in the codebook');
    return { label: `$(tag) ${iconless(id)}`, description, tag: id };
  };
  const first = recent.filter((id) => known.has(id) || used.includes(id));
  const rest = [...known.keys(), ...used.filter((id) => !known.has(id))].filter((id) => !first.includes(id));
  const separator = (label: string): TagItem => ({ label, kind: vscode.QuickPickItemKind.Separator, tag: '' });
  return [
    ...(first.length > 0 ? [separator('recently used'), ...first.map(item)] : []),
    ...(rest.length > 0 ? [separator('codebook'), ...rest.map(item)] : []),
  ];
}

/** An item for the typed text as a new tag; null where it cannot be a tag, or is one already. */
function newTagItem(value: string, items: readonly TagItem[]): TagItem | null {
  const tag = value.trim().replace(/\s+/g, '-');
  if (!isId(tag) || items.some((item) => item.tag === tag)) return null;
  return { label: `$(add) New tag “${iconless(tag)}”`, description: 'is added to the codebook', alwaysShow: true, tag };
}
