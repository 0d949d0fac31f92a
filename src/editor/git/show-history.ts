import * as vscode from 'vscode';
import type { RecordVersion } from '../../core/changes';
import { quoted, shortened, visible } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { GitContext } from './context';
import { CHANGE_ICONS, detailsOf, recordDocument } from './change-words';
import { joined } from '../ui/words';
import { whyNoGit } from '../archive/git-questions';
import { choose } from '../ui/pick';
import { say, warn } from '../ui/say';
import { workInStatusBar } from '../ui/progress';

/** A record whose history is shown: an annotation, an entity, a tag. */
export interface AskedRecord {
  readonly archive: Archive;
  /** The path of the gloss file. */
  readonly path: string;
  readonly id: string;
  /** The record's name, for titles. */
  readonly name: string;
}

/** Lists git's versions of a record: who made each, when, and what it changed. Enter compares a version with the one before it. */
export async function showHistory(context: GitContext, { archive, path, id, name }: AskedRecord): Promise<void> {
  const { questions } = context.archives.platform;
  const why = whyNoGit(questions, archive.root);
  if (!questions || why !== null) return void warn(why ?? '');
  try {
    const versions = await workInStatusBar('Asking git for its history', () =>
      questions.history(archive.uriOf(path).fsPath, id),
    );
    await chooseVersion(context, versions, name);
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
  }
}

async function chooseVersion(
  { documents }: GitContext,
  versions: readonly RecordVersion[],
  name: string,
): Promise<void> {
  if (versions.length === 0) {
    say(`Git knows no version of ${quoted(name)}.`);
    return;
  }
  const items = versions.map((version) => {
    const { record, kind, commit, author, date, subject } = version;
    const when = commit === null ? 'not committed yet' : (date?.slice(0, 16).replace('T', ' ') ?? '');
    return {
      iconPath: new vscode.ThemeIcon(CHANGE_ICONS[record.change]),
      label: `${record.change} ${when}`,
      description: joined([author && author, commit?.slice(0, 8), subject && shortened(subject, 80)]),
      detail: detailsOf(record, kind),
      version,
    };
  });
  const title = `History of ${quoted(name)}`;
  const options = { title, placeHolder: 'Which version?', matchOnDescription: true, matchOnDetail: true };
  const chosen = await choose(items, options);
  if (!chosen) return;
  const { record, commit } = chosen.version;
  const commitName = visible(commit?.slice(0, 8) ?? 'not committed');
  const [before, after] = [record.before, record.after].map((state, i) =>
    documents.add(`${i === 0 ? 'before' : commitName}.txt`, recordDocument(state)),
  );
  await vscode.commands.executeCommand('vscode.diff', before, after, `${title} (${commitName})`, { preview: true });
}
