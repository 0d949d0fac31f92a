import * as vscode from 'vscode';
import { FILTER_KINDS, filterPosts, filterValues, listPosts, type FilterKind, type PostFilter } from '../../core/lists';
import type { Archives } from '../archive/archives';
import type { Choice } from '../ui/choice';
import { FILTER_NAMES, ORDER_NAMES, postFilter, postOrder } from '../rows/choices';
import { shownPosts } from './post-rows';
import { many } from '../ui/words';
import type { Command } from '../commands/command';
import { fuzzyPick } from '../ui/fuzzy-pick';
import { chooseValue } from '../ui/choose-value';
import { choose } from '../ui/pick';
import { say } from '../ui/say';
import { askLive } from '../ui/live-input';

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
    iconPath: new vscode.ThemeIcon(ICONS[kind]),
    label: FILTER_NAMES[kind],
    description: filter.value[kind]?.label ?? '',
    detail: DETAILS[kind],
    kind: vscode.QuickPickItemKind.Default,
    value: kind,
  }));
  const placeholder = 'One filter of each kind; posts must fit all of them';
  return (await choose(items, { title: 'Filter Posts By', placeHolder: placeholder }))?.value;
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
    label,
    description: many(posts, 'post'),
    value: { key, label },
  }));
  const any = { iconPath: new vscode.ThemeIcon('clear-all'), label: `Any ${name}`, description: '', value: null };
  const items = filter.value[kind] ? [any, ...values] : values;
  if (items.length === 0) {
    say(`No post here has a known ${name}.`);
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
  askLive({
    title: 'Filter Posts by Words',
    placeholder: 'Words of the title, the source, the author or the post',
    value: before.text?.label ?? '',
    narrow: (value) => {
      const words = value.trim();
      filter.set(words === '' ? others : { ...others, text: { key: words, label: words } });
      const lists = shownPosts(archives.all, filter.value);
      const shown = lists.reduce((sum, { entries }) => sum + entries.length, 0);
      const posts = lists.reduce((sum, { all }) => sum + all, 0);
      return `${shown} of ${many(posts, 'post')}`;
    },
    giveUp: () => filter.set(before),
  });
}

function without(filter: PostFilter, kind: FilterKind): PostFilter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => name !== kind));
}
