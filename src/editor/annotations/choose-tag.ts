import * as vscode from 'vscode';
import { isId, type Tag } from '../../core/entities';
import { ask } from '../ui/steps';
import { quoted } from '../../core/text';

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
export async function chooseTags(
  title: string,
  codebook: readonly Tag[],
  recent: readonly string[],
  several: { readonly chosen: readonly string[] } | null,
): Promise<string[] | undefined> {
  const items = tagItems(codebook, recent, several?.chosen ?? []);
  const answer = await ask({
    title,
    placeholder: several ? 'Tick the tags, or type a new one' : 'Choose a tag, or type a new one',
    items,
    back: false,
    ticked: several ? items.filter((item) => several.chosen.includes(item.tag)) : undefined,
    typed: (value) => newTagItem(value, items),
  });
  return typeof answer === 'string' ? undefined : answer.map(({ tag }) => tag).filter((tag) => tag !== '');
}

function tagItems(codebook: readonly Tag[], recent: readonly string[], used: readonly string[]): TagItem[] {
  const known = new Map(codebook.map((tag) => [tag.id, tag]));
  const item = (id: string): TagItem => {
    const tag = known.get(id);
    const description = tag ? (tag.description ?? '') : 'not in the codebook';
    return { iconPath: new vscode.ThemeIcon('tag'), label: id, description, tag: id };
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
  return {
    iconPath: new vscode.ThemeIcon('add'),
    label: `New tag ${quoted(tag)}`,
    description: 'is added to the codebook',
    alwaysShow: true,
    tag,
  };
}
