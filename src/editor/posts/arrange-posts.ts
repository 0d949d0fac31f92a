import * as vscode from 'vscode';
import { FILTER_KINDS, filterPosts, filterValues, listPosts, type FilterKind, type PostFilter } from '../../core/lists';
import type { Archives } from '../archive/archives';
import type { Choice } from '../ui/choice';
import { FILTER_NAMES, ORDER_NAMES, postFilter, postOrder } from '../rows/choices';
import { shownPosts } from './post-rows';
import { iconless, many } from '../ui/words';
import type { Command } from '../commands/command';
import { fuzzyPick } from '../ui/fuzzy-pick';
import { chooseValue } from '../ui/choose-value';

/** How long typing must pause before the list is narrowed. */
const PAUSE_MS = 120;

const DETAILS: Record<FilterKind, string> = {
  text: 'Words in the title, the source or the author, also with typos, or anywhere in the post as typed',
  source: 'The publication that the post is from',
  author: 'The author of the post',
  tag: 'A tag in the post, or a tag below it',
  entity: 'An entity that the post mentions',
};

const ICONS: Record<FilterKind, string> = {
  text: 'search',
  source: 'book',
  author: 'person',
  tag: 'tag',
  entity: 'symbol-misc',
};

/** Lets the person choose the order of the posts view. It is remembered for the folder. */
export const sortPosts: Command = {
  id: 'postgloss.sortPosts',
  run: ({ extension }) => chooseValue(postOrder(extension), 'Sort Posts', ORDER_NAMES),
};

/** Shows all posts again. */
export const clearPostFilter: Command = {
  id: 'postgloss.clearPostFilter',
  run({ extension }) {
    postFilter(extension).set({});
  },
};

/** Sets or clears one filter of the posts view; the filters of other kinds stay. */
export const narrowPosts: Command = {
  id: 'postgloss.filterPosts',
  async run({ archives, extension }) {
    const filter = postFilter(extension);
    await Promise.all(archives.all.map((archive) => archive.core.open()));
    const kind = await chooseKind(filter);
    if (kind === 'text') typeWords(archives, filter);
    else if (kind) await chooseFilterValue(archives, filter, kind);
  },
};

async function chooseKind(filter: Choice<PostFilter>): Promise<FilterKind | undefined> {
  const items = FILTER_KINDS.map((kind) => ({
    label: `$(${ICONS[kind]}) ${FILTER_NAMES[kind]}`,
    description: iconless(filter.value[kind]?.label ?? ''),
    detail: DETAILS[kind],
    kind: vscode.QuickPickItemKind.Default,
    value: kind,
  }));
  const placeholder = 'One filter of each kind; posts must fit all of them';
  return (await vscode.window.showQuickPick(items, { title: 'Filter Posts By', placeHolder: placeholder }))?.value;
}

/** Offers the values that the other filters leave, with the number of their posts. */
async function chooseFilterValue(archives: Archives, filter: Choice<PostFilter>, kind: FilterKind): Promise<void> {
  const others = without(filter.value, kind);
  const lists = archives.all.map(({ core }) => ({
    archive: core,
    entries: filterPosts(core, listPosts(core), others),
  }));
  const name = FILTER_NAMES[kind].toLowerCase();
  const values = filterValues(lists, kind).map(({ key, label, posts }) => ({
    label: iconless(label),
    description: many(posts, 'post'),
    value: { key, label },
  }));
  const any = { label: `$(clear-all) Any ${name}`, description: '', value: null };
  const items = filter.value[kind] ? [any, ...values] : values;
  if (items.length === 0) {
    void vscode.window.showInformationMessage(`No post here has a known ${name}.`);
    return;
  }
  const title = `Filter Posts by ${FILTER_NAMES[kind]}`;
  const item = await fuzzyPick<(typeof items)[number]>(title, `Which ${name}?`, items, ({ value, label }) => [
    value?.label ?? label,
  ]);
  if (item) filter.set(item.value ? { ...others, [kind]: item.value } : others);
}

/** Filters the posts by words as they are typed; turning away restores the filter from before. */
function typeWords(archives: Archives, filter: Choice<PostFilter>): void {
  const before = filter.value;
  const others = without(before, 'text');
  const input = vscode.window.createInputBox();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let accepted = false;
  const narrow = () => {
    clearTimeout(timer);
    const words = input.value.trim();
    filter.set(words === '' ? others : { ...others, text: { key: words, label: words } });
    const lists = shownPosts(archives.all, filter.value);
    const shown = lists.reduce((sum, { entries }) => sum + entries.length, 0);
    input.prompt = `${shown} of ${many(
      lists.reduce((sum, { all }) => sum + all, 0),
      'post',
    )}`;
  };
  input.title = 'Filter Posts by Words';
  input.placeholder = 'Words of the title, the source, the author or the post';
  input.value = before.text?.label ?? '';
  input.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(narrow, PAUSE_MS);
  });
  input.onDidAccept(() => {
    accepted = true;
    narrow();
    input.hide();
  });
  input.onDidHide(() => {
    clearTimeout(timer);
    if (!accepted) filter.set(before);
    input.dispose();
  });
  narrow();
  input.show();
}

function without(filter: PostFilter, kind: FilterKind): PostFilter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => name !== kind));
}
