import * as vscode from 'vscode';
import { agreementText, type Passage } from '../../core/agreement';
import { quoted } from '../../core/text';
import type { Archive } from '../archive/archive';
import { toRange } from '../ui/convert';
import { askAnnotators, type Annotators } from './ask-annotators';
import { compareAuthors, measureBranches, type Compared } from './compared';
import { currentArchive } from '../archive/current-archive';
import { whyNoGit, type GitQuestions } from '../archive/git-questions';
import { walkDisagreements } from './walk-disagreements';
import { select } from '../archive/show';
import type { Command } from '../commands/command';
import type { CommandArgument } from '../commands/command-argument';
import type { GitContext } from './context';
import { say, warn } from '../ui/say';
import { workInStatusBar } from '../ui/progress';

/** The command's answer to macros: the names that were compared; null when nothing was compared. */
export type AgreementOutcome = { readonly annotators: readonly string[] } | null;

/**
 * Shows how far annotators agree: tables as a document, and the passages on which they differ as a list to walk through. Asks whether
 * to compare authors or branches, unless a macro says it: `{ "by": "author" }`, or `{ "branches": ["ann", "jo"] }`.
 */
export const showAgreement: Command<GitContext> = {
  id: 'postgloss.showAgreement',
  async run(context, argument): Promise<AgreementOutcome> {
    const { archives } = context;
    const archive = await currentArchive(archives, 'Show Agreement of Annotators');
    if (!archive) return null;
    const { questions } = archives.platform;
    await archive.open();
    try {
      const asked = annotatorsOf(argument) ?? (await askAnnotators(archive, questions));
      const compared = asked && (await compare(archive, questions, asked));
      if (!compared) return null;
      const { annotators } = compared;
      if (annotators.length < 2) {
        const [only] = annotators;
        const found = only === undefined ? 'no annotation says a name in “by”' : `all are by ${quoted(only)}`;
        say(`Agreement takes two annotators; here ${found}.`);
        return null;
      }
      walk(context, archive, compared);
      return { annotators };
    } catch (error) {
      warn(error instanceof Error ? error.message : String(error));
      return null;
    }
  },
};

async function compare(archive: Archive, questions: GitQuestions | null, asked: Annotators): Promise<Compared> {
  if ('by' in asked) return compareAuthors(archive);
  const why = whyNoGit(questions, archive.root);
  if (!questions || why !== null) throw new Error(why ?? '');
  return workInStatusBar('Comparing branches', async () =>
    measureBranches(await questions.compareBranches(archive.root.fsPath, asked.branches)),
  );
}

function walk({ documents }: GitContext, archive: Archive, compared: Compared): void {
  const { agreement, unsigned, inherited, warnings, textOf } = compared;
  const placeOf = ({ file, span }: Passage) => {
    const line = textOf(file)?.lines.lineAt(span.start);
    return line === undefined ? file : `${file}:${line + 1}`;
  };
  const shown = new Map<string, vscode.Uri>();
  void walkDisagreements(agreement, {
    async show({ file, span }, preserveFocus) {
      const text = textOf(file);
      const now = await archive.core.openText(file);
      // Offsets belong to the text that was compared. If the file now has another text, show the compared one as a document.
      const other = text && text.text !== now?.text ? text : null;
      const uri = other
        ? (shown.get(file) ?? documents.add(`${other.branch ?? ''}/${file}`, other.text))
        : archive.uriOf(file);
      if (other) shown.set(file, uri);
      const editor = await vscode.window.showTextDocument(uri, { preserveFocus, preview: true });
      if (text) select(editor, toRange(text.lines, span));
    },
    async showTables() {
      const text = agreementText(agreement, { placeOf, unsigned, inherited, asked: '' });
      const notes = warnings.length === 0 ? '' : `\n${warnings.join('\n')}\n`;
      await vscode.window.showTextDocument(documents.add('agreement.txt', text + notes), { preview: true });
    },
  });
}

function annotatorsOf(argument: CommandArgument): Annotators | null {
  if (argument.text('by') === 'author') return { by: 'author' };
  const branches = argument.texts('branches') ?? [];
  return branches.length < 2 ? null : { branches };
}
