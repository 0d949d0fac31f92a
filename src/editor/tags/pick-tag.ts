import * as vscode from 'vscode';
import { knownTags, type KnownTag } from '../../core/bulk';
import { quoted } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { currentArchive } from '../archive/current-archive';
import { joined, many } from '../ui/words';
import type { CommandArgument } from '../commands/command-argument';
import { choose } from '../ui/pick';
import { fail, say } from '../ui/say';

/** A tag of an archive that has been read to its end. */
export interface TagTarget {
  readonly archive: Archive;
  readonly tag: string;
}

/** A tag as an item of a list. */
export interface TagItem extends vscode.QuickPickItem {
  readonly tag: string;
}

/** The tag that a command means: the tag of a row, else the one that a macro names, else the one that the person chooses. */
export async function tagTarget(
  archives: Archives,
  argument: CommandArgument,
  title: string,
): Promise<TagTarget | null> {
  const node = argument.rowOf('tag');
  const archive = node ? node.archive : await currentArchive(archives, title);
  if (!archive) return null;
  await archive.core.open();
  const tags = knownTags(archive.core);
  const named = node?.tag ?? argument.text('tag');
  if (named !== null) {
    if (tags.some(({ id }) => id === named)) return { archive, tag: named };
    fail(`There is no tag ${quoted(named)} in this archive.`);
    return null;
  }
  if (tags.length === 0) {
    say('There is no tag yet. Make one with “Postgloss: New Tag”.');
    return null;
  }
  const item = await choose(tagItems(archive, tags), {
    title,
    placeHolder: 'Which tag?',
    matchOnDescription: true,
  });
  return item ? { archive, tag: item.tag } : null;
}

/** Tags as items, with what the codebook says of them and how often they are used. */
export function tagItems(archive: Archive, tags: readonly KnownTag[]): TagItem[] {
  const codebook = archive.core.manifest.tags;
  const about = new Map(codebook.map(({ id, description }) => [id, description]));
  return tags.map(({ id, inCodebook, annotations }) => ({
    iconPath: new vscode.ThemeIcon('tag'),
    label: id,
    description: joined([many(annotations, 'annotation'), inCodebook ? (about.get(id) ?? '') : 'not in the codebook']),
    tag: id,
  }));
}
