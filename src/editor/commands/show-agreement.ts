import * as vscode from 'vscode';
import {
  agreementText,
  authorsOf,
  markingsOf,
  measureAgreement,
  quoted,
  type Agreement,
  type Marking,
  type Passage,
  type PostUnit,
} from '../../core/index';
import type { Archive } from '../archive';
import { currentArchive } from '../git/current-archive';
import { walkDisagreements } from '../git/walk-disagreements';
import type { Command } from './command';

/** What the command answers, for macros: the names that were compared; null when there was nothing to compare. */
export type AgreementOutcome = { readonly annotators: readonly string[] } | null;

/** Shows how far annotators agree: tables as a document, and the passages on which they differ as a list to walk through. */
export const showAgreement: Command = {
  id: 'postgloss.showAgreement',
  async run({ archives, review }): Promise<AgreementOutcome> {
    const archive = await currentArchive(archives, 'Show Agreement of Annotators');
    if (!archive) return null;
    await archive.open();
    const compared = compare(archive);
    const { annotators, agreement, unsigned } = compared;
    if (annotators.length < 2) {
      const [only] = annotators;
      const found = only === undefined ? 'no annotation says a name in “by”' : `all are by ${quoted(only)}`;
      void vscode.window.showInformationMessage(`Agreement takes two annotators; here ${found}.`);
      return null;
    }
    const placeOf = ({ file, span }: Passage) => {
      const line = archive.annotator.text(file)?.lines.lineAt(span.start);
      return line === undefined ? file : `${file}:${line + 1}`;
    };
    const text = agreementText(agreement, { placeOf, unsigned, inherited: 0, asked: '' });
    void walkDisagreements(archive, agreement, async () => {
      const uri = review.documents.add('agreement.txt', text);
      await vscode.window.showTextDocument(uri, { preview: true });
    });
    return { annotators };
  },
};

function compare({ annotator }: Archive): { annotators: string[]; agreement: Agreement; unsigned: number } {
  const posts: PostUnit[] = [];
  const markings: Marking[] = [];
  let unsigned = 0;
  for (const text of annotator.texts) {
    posts.push(...text.posts.map((post) => ({ file: text.path, post: post.id })));
    markings.push(...markingsOf(text, text.path, authorsOf));
    unsigned += text.annotations.filter(({ annotation }) => authorsOf(annotation).length === 0).length;
  }
  const annotators = [...new Set(markings.map((marking) => marking.annotator))].sort();
  const typeOf = (entity: string) => annotator.registry.byId.get(entity)?.type ?? 'unknown';
  return { annotators, unsigned, agreement: measureAgreement({ annotators, posts, markings, rule: 'both', typeOf }) };
}
