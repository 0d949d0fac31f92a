import * as vscode from 'vscode';
import type { ArchiveText } from '../../core/archive';
import { isWholeWord, type Subject } from '../../core/bulk';
import { trimSpan } from '../../core/decide';
import type { Entity } from '../../core/entities';
import { mentionAt } from '../../core/lists';
import { contains, overlaps, quoted, type Span } from '../../core/text';
import { toOffset, toSpan } from '../ui/convert';

/** The longest text that is looked for, in UTF-16 code units, and how many entities of a selection are offered. */
const LONGEST = 300;
const MOST_ENTITIES = 20;

/** A subject, whose occurrences are looked for, as an item of a list. */
export interface SubjectItem extends vscode.QuickPickItem {
  readonly subject: Subject;
}

/** The subjects that a person may mean: the selected text or the word at the cursor, and the entities that are mentioned there. */
export function subjectsAt(text: ArchiveText, editor: vscode.TextEditor): SubjectItem[] {
  const selected = trimSpan(text.text, toSpan(text.lines, editor.selection));
  if (selected.start < selected.end) {
    const entities = text.mentions.filter(({ span }) => overlaps(span, selected)).map(({ entity }) => entity);
    const short = selected.end - selected.start <= LONGEST;
    return [
      ...(short ? [textItem(text.text.slice(selected.start, selected.end), isWholeWord(text.text, selected))] : []),
      ...[...new Set(entities)].slice(0, MOST_ENTITIES).map(entityItem),
    ];
  }
  const mention = mentionAt(text, toOffset(text.lines, editor.selection.active));
  const word = editor.document.getWordRangeAtPosition(editor.selection.active);
  return [
    ...(mention ? [entityItem(mention.entity)] : []),
    ...(word ? [textItem(editor.document.getText(word), true)] : []),
  ];
}

/** Typed text as a subject; null where it is empty or too long. */
export function typedSubject(value: string): SubjectItem | null {
  const text = value.trim();
  return text === '' || text.length > LONGEST ? null : { ...textItem(text, true), alwaysShow: true };
}

/** The name of a subject in titles and messages. */
export function nameOf(subject: Subject, entity: Entity | undefined): string {
  if (subject.kind === 'entity') return quoted(entity?.name ?? subject.entity);
  return quoted(subject.query.text.replace(/\s+/g, ' '));
}

/** The selections to look in: those that hold more than the subject itself. */
export function selectionToSearch(text: ArchiveText, editor: vscode.TextEditor, subject: Subject): readonly Span[] {
  const spans = editor.selections
    .map((selection) => toSpan(text.lines, selection))
    .filter((span) => span.start < span.end);
  return spans
    .map((span) => trimSpan(text.text, span))
    .filter((span) => {
      if (subject.kind === 'text') return span.end - span.start > subject.query.text.trim().length + 1;
      const within = text.mentions.filter((mention) => contains(span, mention.span));
      return within.some((mention) => mention.span.end - mention.span.start < span.end - span.start);
    });
}

function textItem(text: string, wholeWord: boolean): SubjectItem {
  const query = { text, wholeWord, matchCase: false };
  return {
    iconPath: new vscode.ThemeIcon('whole-word'),
    label: `The text ${nameOf({ kind: 'text', query }, undefined)}`,
    description: 'wherever it stands',
    subject: { kind: 'text', query },
  };
}

function entityItem(entity: Entity): SubjectItem {
  return {
    iconPath: new vscode.ThemeIcon('references'),
    label: entity.name,
    description: `${entity.type} · under any spelling of the registry`,
    subject: { kind: 'entity', entity: entity.id },
  };
}
