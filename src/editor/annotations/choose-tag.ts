import * as vscode from 'vscode';
import { isId, type Tag } from '../../core/entities';
import { ask } from '../ui/steps';
import { quoted } from '../../core/text';
import { colorOf } from '../ui/tag-color';
import { joined } from '../ui/words';

/** The key under which a window remembers the tags that were used last, newest first. */
const RECENT_KEY = 'tags.recent';
const RECENT_MOST = 5;

/** How many tags have a key of their own. */
const MOST_KEYS = 9;

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

interface TagQuestion {
  /** Any number of tags may be ticked, and these are ticked at first; left out where one tag is chosen. */
  readonly chosen?: readonly string[];
  /** Whether to show the keys that stand for the first tags of the codebook. */
  readonly numbered?: boolean;
  /** See `Question`. */
  readonly until?: Promise<boolean>;
}

/**
 * Lets a person choose a tag: recent tags first, then the codebook, then the typed text as a new tag. Answers undefined when the person
 * turned away.
 */
export async function chooseTags(
  title: string,
  codebook: readonly Tag[],
  recent: readonly string[],
  { chosen, numbered = false, until }: TagQuestion,
): Promise<string[] | undefined> {
  const items = tagItems(codebook, recent, chosen ?? [], numbered);
  const answer = await ask({
    title,
    placeholder: chosen ? 'Tick the tags, or type a new one' : 'Choose a tag, or type a new one',
    items,
    back: false,
    ticked: chosen && items.filter((item) => chosen.includes(item.tag)),
    until,
    typed: (value) => newTagItem(value, items),
  });
  return typeof answer === 'string' ? undefined : answer.map(({ tag }) => tag).filter((tag) => tag !== '');
}

function tagItems(
  codebook: readonly Tag[],
  recent: readonly string[],
  used: readonly string[],
  numbered: boolean,
): TagItem[] {
  const known = new Map(codebook.map((tag) => [tag.id, tag]));
  const keys = new Map(numbered ? codebook.slice(0, MOST_KEYS).map(({ id }, i) => [id, `key ${i + 1}`]) : []);
  const item = (id: string): TagItem => {
    const tag = known.get(id);
    const description = joined([keys.get(id), tag ? tag.description : 'not in the codebook']);
    const color = new vscode.ThemeColor(`postgloss.tag.${colorOf(codebook, [id])}.border`);
    return { iconPath: new vscode.ThemeIcon('tag', color), label: id, description, tag: id };
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
