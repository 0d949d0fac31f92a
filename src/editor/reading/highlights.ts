import * as vscode from 'vscode';
import type { ArchiveText } from '../../core/archive';
import { conflictOf } from '../../core/conflicts';
import { kindOf } from '../../core/entities';
import type { Span } from '../../core/text';
import type { Archives, TextInArchive } from '../archive/archives';
import { toOffset, toRange } from '../ui/convert';
import type { HighlightSwitch } from './highlight-switch';
import { colorOf } from '../ui/tag-color';
import { DecorationTypes, type EntityKind, type PassageColor, type RulerSetting } from './decoration-types';

/** How long typing must pause before mentions are painted anew. Until then the editor moves the painted ranges with the text. */
const TYPING_MS = 120;

/** In a text with more mentions than this, only mentions near the visible lines are painted; a margin keeps scrolling smooth. */
const PAINT_ALL = 2000;
const MARGIN_LINES = 120;

/** Draws mentions and annotated passages in every visible editor of an archive. */
export function registerHighlights(
  archives: Archives,
  highlightSwitch: HighlightSwitch,
  extension: vscode.Uri,
): vscode.Disposable {
  const painter = new Painter(archives, highlightSwitch, extension);
  return vscode.Disposable.from(
    painter,
    archives.onDidChange(({ archive, paths, typing }) => {
      for (const editor of vscode.window.visibleTextEditors) {
        const path = archive.pathOf(editor.document.uri);
        if (path !== null && (paths === null || paths.includes(path))) painter.schedule(editor, typing ? TYPING_MS : 0);
      }
    }),
    archives.onDidChangeList(() => painter.paintAll()),
    vscode.window.onDidChangeVisibleTextEditors(() => painter.paintAll()),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => painter.scrolled(textEditor)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('postgloss.highlights')) painter.restyle();
    }),
    highlightSwitch.onDidChange(() => painter.paintAll()),
  );
}

class Painter implements vscode.Disposable {
  readonly #archives: Archives;
  readonly #switch: HighlightSwitch;
  readonly #extension: vscode.Uri;
  readonly #timers = new Map<vscode.TextEditor, ReturnType<typeof setTimeout>>();
  #types: DecorationTypes;

  constructor(archives: Archives, highlightSwitch: HighlightSwitch, extension: vscode.Uri) {
    this.#archives = archives;
    this.#switch = highlightSwitch;
    this.#extension = extension;
    this.#types = new DecorationTypes(extension, rulerSetting());
  }

  paintAll(): void {
    for (const editor of this.#timers.keys())
      if (!vscode.window.visibleTextEditors.includes(editor)) this.#forget(editor);
    for (const editor of vscode.window.visibleTextEditors) this.#paint(editor);
  }

  schedule(editor: vscode.TextEditor, wait: number): void {
    clearTimeout(this.#timers.get(editor));
    this.#timers.set(
      editor,
      setTimeout(() => {
        this.#forget(editor);
        this.#paint(editor);
      }, wait),
    );
  }

  /** Repaints after scrolling, except a text with few mentions, which is painted as a whole. */
  scrolled(editor: vscode.TextEditor): void {
    const found = this.#archives.find(editor.document.uri);
    if (found && found.text.mentions.length > PAINT_ALL) this.schedule(editor, 30);
  }

  restyle(): void {
    this.#types.dispose();
    this.#types = new DecorationTypes(this.#extension, rulerSetting());
    this.paintAll();
  }

  dispose(): void {
    for (const editor of this.#timers.keys()) this.#forget(editor);
    this.#types.dispose();
  }

  #forget(editor: vscode.TextEditor): void {
    clearTimeout(this.#timers.get(editor));
    this.#timers.delete(editor);
  }

  #paint(editor: vscode.TextEditor): void {
    const found = !this.#switch.on ? null : this.#archives.find(editor.document.uri);
    if (!found) {
      for (const type of this.#types.all) editor.setDecorations(type, []);
      return;
    }
    const mentions = mentionRanges(found.text, editor);
    for (const [kind, type] of this.#types.entities) editor.setDecorations(type, mentions.get(kind) ?? []);
    editor.setDecorations(this.#types.ambiguous, mentions.get('ambiguous') ?? []);
    const { passages, doubtful, conflicted, margin, conflictMargin } = passageRanges(found);
    for (const [color, type] of this.#types.passages) editor.setDecorations(type, passages.get(color) ?? []);
    editor.setDecorations(this.#types.doubtful, doubtful);
    editor.setDecorations(this.#types.conflicted, conflicted);
    editor.setDecorations(this.#types.margin, margin);
    editor.setDecorations(this.#types.conflictMargin, conflictMargin);
  }
}

function mentionRanges(text: ArchiveText, editor: vscode.TextEditor): Map<EntityKind | 'ambiguous', vscode.Range[]> {
  const { lines, mentions } = text;
  const windows = mentions.length > PAINT_ALL ? paintedSpans(text, editor) : null;
  const ranges = new Map<EntityKind | 'ambiguous', vscode.Range[]>();
  for (const { span, entity, others } of mentions) {
    if (windows && !windows.some((window) => window.start <= span.end && span.start <= window.end)) continue;
    const kind = others.length > 0 ? 'ambiguous' : kindOf(entity.type);
    const list = ranges.get(kind) ?? [];
    list.push(toRange(lines, span));
    ranges.set(kind, list);
  }
  return ranges;
}

/** The visible spans of the text, each with a margin. */
function paintedSpans({ lines }: ArchiveText, editor: vscode.TextEditor): Span[] {
  return editor.visibleRanges.map((range) => ({
    start: toOffset(lines, new vscode.Position(Math.max(0, range.start.line - MARGIN_LINES), 0)),
    end: lines.endOf(Math.min(lines.count - 1, range.end.line + MARGIN_LINES)),
  }));
}

interface PassageRanges {
  readonly passages: ReadonlyMap<PassageColor, vscode.Range[]>;
  readonly doubtful: vscode.Range[];
  readonly conflicted: vscode.Range[];
  readonly margin: vscode.Range[];
  readonly conflictMargin: vscode.Range[];
}

function passageRanges({ archive, text }: TextInArchive): PassageRanges {
  const passages = new Map<PassageColor, vscode.Range[]>();
  const doubtful: vscode.Range[] = [];
  const conflicted: vscode.Range[] = [];
  const margin: vscode.Range[] = [];
  const conflictMargin: vscode.Range[] = [];
  const { tags } = archive.core.manifest;
  for (const { annotation, anchor } of text.annotations) {
    const inConflict = conflictOf(text.sidecar, annotation) !== null;
    // An annotation that only links or rejects a mention is drawn as that mention (or by its absence), unless it is in conflict.
    const isDecision = annotation.tags.length === 0 && annotation.note === null;
    if (!anchor.span || (isDecision && !inConflict)) continue;
    const range = toRange(text.lines, anchor.span);
    (inConflict ? conflictMargin : margin).push(new vscode.Range(range.start, range.start));
    if (inConflict) conflicted.push(range);
    const color = colorOf(tags, annotation.tags);
    const list = passages.get(color);
    if (list) list.push(range);
    else passages.set(color, [range]);
    if (anchor.state === 'changed') doubtful.push(range);
  }
  return { passages, doubtful, conflicted, margin, conflictMargin };
}

function rulerSetting(): RulerSetting {
  return vscode.workspace.getConfiguration('postgloss').get<RulerSetting>('highlights.overviewRuler', 'annotations');
}
