import * as vscode from 'vscode';
import { ENTITY_TYPES, TAG_COLORS, type KnownType, type TagColor } from '../../core/entities';

/** The setting `postgloss.highlights.overviewRuler`: the marks in the overview ruler beside the text. */
export type RulerSetting = 'off' | 'annotations' | 'all';

export type EntityKind = KnownType | 'other';
export type PassageColor = TagColor | 'none';

/**
 * Mentions are underlined, each entity type in its own line style, so that colour alone carries neither the mention nor its type.
 * Tagged passages have a background (in high contrast a border), so that nobody takes them for mentions.
 */
const UNDERLINES: Record<EntityKind, string> = {
  person: '1px solid',
  organization: '3px double',
  place: '2px dotted',
  event: '1px dashed',
  publication: '2px solid',
  group: '2px dashed',
  concept: '1px dotted',
  work: '2px groove',
  other: '1px dotted',
};

/** The editor's decoration types, made once: disposing of a type to make it anew erases its decorations in every editor. */
export class DecorationTypes implements vscode.Disposable {
  readonly entities: ReadonlyMap<EntityKind, vscode.TextEditorDecorationType>;
  /** A mention that may mean several entities: a line above it too, in the colour of `other`. */
  readonly ambiguous: vscode.TextEditorDecorationType;
  readonly passages: ReadonlyMap<PassageColor, vscode.TextEditorDecorationType>;
  /** A passage whose anchor is `changed`: a person should check its place. */
  readonly doubtful: vscode.TextEditorDecorationType;
  /** A passage whose annotation is in conflict after a merge. */
  readonly conflicted: vscode.TextEditorDecorationType;
  /** The mark in the margin of lines where an annotated passage begins. */
  readonly margin: vscode.TextEditorDecorationType;
  /** The mark in the margin for an annotation in conflict: two arrows in place of a flag. */
  readonly conflictMargin: vscode.TextEditorDecorationType;

  constructor(extension: vscode.Uri, ruler: RulerSetting) {
    const kinds: EntityKind[] = [...ENTITY_TYPES, 'other'];
    this.entities = new Map(kinds.map((kind) => [kind, entityType(kind, ruler)]));
    this.ambiguous = vscode.window.createTextEditorDecorationType({
      borderWidth: '1px 0 2px 0',
      borderStyle: 'dashed',
      borderColor: new vscode.ThemeColor('postgloss.entity.other'),
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    });
    const colors: PassageColor[] = [...TAG_COLORS, 'none'];
    this.passages = new Map(colors.map((color) => [color, passageType(color, ruler)]));
    this.doubtful = vscode.window.createTextEditorDecorationType({
      border: '1px dashed',
      borderColor: new vscode.ThemeColor('editorWarning.foreground'),
    });
    this.conflicted = vscode.window.createTextEditorDecorationType({
      textDecoration: 'underline wavy var(--vscode-editorWarning-foreground)',
      border: '1px dashed',
      borderColor: new vscode.ThemeColor('editorWarning.foreground'),
      ...(ruler === 'off'
        ? {}
        : {
            overviewRulerColor: new vscode.ThemeColor('editorWarning.foreground'),
            overviewRulerLane: vscode.OverviewRulerLane.Right,
          }),
    });
    this.margin = marginType(extension, 'margin');
    this.conflictMargin = marginType(extension, 'margin-conflict');
  }

  get all(): vscode.TextEditorDecorationType[] {
    return [
      ...this.entities.values(),
      this.ambiguous,
      ...this.passages.values(),
      this.doubtful,
      this.conflicted,
      this.margin,
      this.conflictMargin,
    ];
  }

  dispose(): void {
    for (const type of this.all) type.dispose();
  }
}

function marginType(extension: vscode.Uri, name: string): vscode.TextEditorDecorationType {
  const icon = (theme: string) => vscode.Uri.joinPath(extension, 'media', `${name}-${theme}.svg`);
  return vscode.window.createTextEditorDecorationType({
    gutterIconSize: 'contain',
    light: { gutterIconPath: icon('light') },
    dark: { gutterIconPath: icon('dark') },
  });
}

function entityType(kind: EntityKind, ruler: RulerSetting): vscode.TextEditorDecorationType {
  const color = new vscode.ThemeColor(`postgloss.entity.${kind}`);
  const [width = '1px', style = 'solid'] = UNDERLINES[kind].split(' ');
  return vscode.window.createTextEditorDecorationType({
    borderWidth: `0 0 ${width} 0`,
    borderStyle: style,
    borderColor: color,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    ...(ruler === 'all' ? { overviewRulerColor: color, overviewRulerLane: vscode.OverviewRulerLane.Left } : {}),
  });
}

function passageType(color: PassageColor, ruler: RulerSetting): vscode.TextEditorDecorationType {
  const border = new vscode.ThemeColor(`postgloss.tag.${color}.border`);
  return vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor(`postgloss.tag.${color}.background`),
    // An outline does not move the text, and lies outside of the underlines of the entities within.
    outline: '1px solid',
    outlineColor: border,
    borderRadius: '2px',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    ...(ruler === 'off' ? {} : { overviewRulerColor: border, overviewRulerLane: vscode.OverviewRulerLane.Right }),
  });
}
