import * as vscode from 'vscode';
import { mentionAt } from '../../core/lists';
import type { Mention } from '../../core/mentions';
import { quoted, shortened, type Span } from '../../core/text';
import { activeText } from '../archive/active-text';
import type { TextInArchive } from '../archive/archives';
import { annotationsAt } from '../commands/annotation-target';
import type { Command } from '../commands/command';
import { annotationReference, mentionReference } from '../commands/links';
import { toSpan } from '../ui/convert';
import { choose } from '../ui/pick';
import { whisper } from '../ui/say';

/** Something that can be done at the cursor. */
interface Action extends vscode.QuickPickItem {
  readonly command: string;
  readonly argument?: unknown;
}

/**
 * Lists what can be done at the cursor: what the cards there offer, and the quick fixes. VS Code offers no quick fixes in a text that is
 * locked.
 */
export const quickActions: Command = {
  id: 'postgloss.quickActions',
  async run({ archives }) {
    const active = await activeText(archives);
    if (!active) return;
    const { text, editor } = active;
    const here = toSpan(text.lines, editor.selection);
    const mention = mentionAt(
      text,
      toSpan(text.lines, new vscode.Selection(editor.selection.active, editor.selection.active)).start,
    );
    const actions = [
      ...group('here', await fixes(editor)),
      ...group('selection', here.start < here.end ? SELECTION : []),
      ...(mention ? group(nameOf(active, mention), mentionActions(active, mention)) : []),
      ...annotationGroups(active, here),
    ];
    if (actions.length === 0) {
      whisper('Nothing is annotated or named here. Select a passage or a name first.', 'info');
      return;
    }
    const chosen = await choose(actions, { title: 'What to Do Here' });
    if (chosen) await vscode.commands.executeCommand(chosen.command, chosen.argument);
  },
};

const SELECTION: readonly Action[] = [
  { label: 'Tag passage…', command: 'postgloss.tagPassage' },
  { label: 'Write note…', command: 'postgloss.writeNote' },
  { label: 'New entity from selection…', command: 'postgloss.newEntity' },
  { label: 'Add selection as alias of…', command: 'postgloss.addAlias' },
  { label: 'Copy with citation', command: 'postgloss.copyCitation' },
];

/** The quick fixes that Postgloss has for the selection. */
async function fixes({ document, selection }: vscode.TextEditor): Promise<Action[]> {
  const found = await vscode.commands.executeCommand<(vscode.CodeAction | vscode.Command)[] | undefined>(
    'vscode.executeCodeActionProvider',
    document.uri,
    selection,
    vscode.CodeActionKind.QuickFix.value,
  );
  return (found ?? []).flatMap(({ title, command }) => {
    const run = typeof command === 'string' ? null : command;
    if (!run?.command.startsWith('postgloss.')) return [];
    return [{ label: title, command: run.command, argument: run.arguments?.[0] as unknown }];
  });
}

function nameOf({ text }: TextInArchive, { span }: Mention): string {
  return shortened(text.text.slice(span.start, span.end), 60);
}

/** What the card of a mention offers. */
function mentionActions(found: TextInArchive, mention: Mention): Action[] {
  const action = (label: string, command: string, means?: string): Action => ({
    label,
    command: `postgloss.${command}`,
    argument: mentionReference(found, mention, means),
  });
  const owners = mention.others.length > 0 ? [mention.entity, ...mention.others] : [];
  return [
    ...owners.flatMap(({ id, name }) => [
      action(`It is ${quoted(name)} here`, 'mentionMeans', id),
      action(`It is ${quoted(name)} in this post`, 'nameInPostMeans', id),
    ]),
    action('It is another one here…', 'mentionMeans'),
    action('It is another one in this post…', 'nameInPostMeans'),
    ...(owners.length > 0
      ? []
      : [
          action(`It is not ${quoted(mention.entity.name)}`, 'notThisEntity'),
          action('All mentions', 'showMentions'),
          action('Page of the entity', 'openEntityPage'),
          action('Edit the entity in the registry', 'editEntity'),
          action('Rename the entity…', 'renameEntity'),
          action('History of the entity', 'showEntityHistory'),
        ]),
  ];
}

/** What the cards of the annotations offer. */
function annotationGroups(found: TextInArchive, here: Span): Action[] {
  return annotationsAt(found.text.annotations, here).flatMap(({ annotation }) => {
    const argument = annotationReference(found, annotation);
    const action = (label: string, command: string): Action => ({ label, command: `postgloss.${command}`, argument });
    return group(shortened(annotation.quote, 60), [
      action('Change tags…', 'changeTags'),
      action(annotation.note ? 'Edit note…' : 'Write note…', 'writeNote'),
      action('Delete annotation', 'deleteAnnotation'),
      action('Show record', 'openAnnotationRecord'),
      action('History of the annotation', 'showAnnotationHistory'),
    ]);
  });
}

function group(label: string, actions: readonly Action[]): Action[] {
  if (actions.length === 0) return [];
  return [{ label, kind: vscode.QuickPickItemKind.Separator, command: '' }, ...actions];
}
