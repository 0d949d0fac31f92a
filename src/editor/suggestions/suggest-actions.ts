import * as vscode from 'vscode';
import type { ArchiveText } from '../../core/archive';
import { trimSpan } from '../../core/decide';
import type { Entity } from '../../core/entities';
import { suggestedFor } from '../../core/suggest';
import { overlaps, quoted, type Span } from '../../core/text';
import type { Archives, TextInArchive } from '../archive/archives';
import { toSpan } from '../ui/convert';
import type { SuggestionsView } from './suggestions';
import { message } from '../ui/inert';

/** A longer selection is no name. In UTF-16 code units. */
const LONGEST = 80;

/** How many of the less likely entities are offered for a selected name. */
const MOST = 4;

/**
 * Offers actions for an unknown name: for a selected text, and for a suggested name at the cursor. Uses only suggestions computed before,
 * so that moving the cursor costs nothing.
 */
export function registerSuggestActions(archives: Archives, suggestions: SuggestionsView): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { pattern: '**/*' },
    {
      async provideCodeActions(document, range) {
        const found = await archives.read(document);
        return found ? actionsAt(found, toSpan(found.text.lines, range), suggestions) : [];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function actionsAt(found: TextInArchive, here: Span, suggestions: SuggestionsView): vscode.CodeAction[] {
  const { archive, text } = found;
  const selected = trimSpan(text.text, here);
  const isSelected = selected.start < selected.end;
  const open = suggestions.of(archive);
  const span = isSelected
    ? selected
    : open && nameAt(text, here.start, (name) => isSuggested(suggestedFor(open, name)));
  if (!span || span.end - span.start > LONGEST) return [];
  const raw = text.text.slice(span.start, span.end);
  // No actions for text across paragraphs, or for a mention of a known entity.
  if (/[\r\n]\s*[\r\n]/.test(raw) || !/^[\p{L}\p{N}]/u.test(raw)) return [];
  if (text.mentions.some((mention) => overlaps(mention.span, span) && sameSpan(mention.span, span))) return [];
  const name = raw.replace(/\s+/g, ' ');
  const asked = open ? suggestedFor(open, name) : { aliases: [], others: [], name: null };
  const root = archive.root.toString();
  const shown = quoted(name);
  const owners = asked.aliases.map(({ entity }) => entity);
  const others = [...new Set(asked.others)].filter((other) => !owners.includes(other));
  const link = (title: string, command: string, argument: unknown) => action(title, command, argument);
  return [
    ...owners.map((entity) =>
      link(`Add ${shown} as alias of ${quoted(entity.name)}`, 'acceptSuggestion', {
        archive: root,
        text: name,
        entity: entity.id,
      }),
    ),
    ...owners.map((entity) =>
      link(`${shown} means ${quoted(entity.name)} in this post only`, 'acceptSuggestionInPost', {
        ...{ archive: root, text: name, entity: entity.id },
        post: text.postAt(span.start)?.id ?? '',
      }),
    ),
    ...(isSelected ? others.slice(0, MOST).map((entity) => aliasOf(shown, entity)) : []),
    ...(asked.name
      ? [
          link(`New entity ${quoted(asked.name.text)} (${asked.name.type})…`, 'acceptSuggestion', {
            archive: root,
            text: asked.name.text,
          }),
        ]
      : []),
    ...(isSelected
      ? [
          link(`Add ${shown} as alias of…`, 'addAlias', undefined),
          ...(asked.name ? [] : [link(`New entity ${shown}…`, 'newEntity', undefined)]),
        ]
      : []),
    ...owners.map((entity) =>
      link(`${shown} is not ${quoted(entity.name)}`, 'rejectSuggestion', {
        archive: root,
        text: name,
        entity: entity.id,
      }),
    ),
  ];
}

function isSuggested({ aliases, name }: ReturnType<typeof suggestedFor>): boolean {
  return aliases.length > 0 || name !== null;
}

function aliasOf(shown: string, { id, name }: Entity): vscode.CodeAction {
  return action(`Add ${shown} as alias of ${quoted(name)}`, 'addAlias', { entity: id });
}

function action(title: string, command: string, argument: unknown): vscode.CodeAction {
  const made = new vscode.CodeAction(message(title), vscode.CodeActionKind.QuickFix);
  made.command = {
    title: made.title,
    command: `postgloss.${command}`,
    ...(argument === undefined ? {} : { arguments: [argument] }),
  };
  return made;
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** How many words a name may have on either side of the cursor. */
const WORDS = 5;
const NEAR = 100;

/** The longest suggested name that holds an offset; null where none does. */
function nameAt({ text }: ArchiveText, offset: number, isName: (name: string) => boolean): Span | null {
  const from = Math.max(0, offset - NEAR);
  const words = [...text.slice(from, offset + NEAR).matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’ʼ‘.-]*/gu)].map((match) => {
    const word = match[0].replace(/(?:['’]s)?[.'’‘-]*$/u, '');
    return { start: from + match.index, end: from + match.index + word.length };
  });
  const at = words.findIndex(({ start, end }) => start <= offset && offset <= end);
  if (
    at < 0 ||
    !words.slice(Math.max(0, at - WORDS), at + WORDS).some((word) => /^\p{Lu}/u.test(text.slice(word.start)))
  )
    return null;
  let best: Span | null = null;
  for (let i = Math.max(0, at - WORDS); i <= at; i++) {
    for (let k = at; k < Math.min(words.length, at + WORDS); k++) {
      const span = { start: words[i]?.start ?? 0, end: words[k]?.end ?? 0 };
      const longer = !best || span.end - span.start > best.end - best.start;
      if (longer && isName(text.slice(span.start, span.end).replace(/\s+/g, ' '))) best = span;
    }
  }
  return best;
}
