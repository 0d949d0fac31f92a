import * as vscode from 'vscode';
import { isWritten } from '../../core/entities';
import type { Archives } from '../archive/archives';

/** Whether a text is open for reading, locked against slips, or for editing. */
export type Mode = 'reading' | 'editing';

/** The key under which a folder remembers the texts whose mode somebody chose, by their addresses. */
const CHOSEN_KEY = 'reading.modes';

/** VS Code's own lock. It acts on the active editor, lasts as long as the window, and cannot be asked for. */
const LOCK = 'workbench.action.files.setActiveEditorReadonlyInSession';
const UNLOCK = 'workbench.action.files.resetActiveEditorReadonlyInSession';

/**
 * Locks the texts of archives that are only read: by the format of a text, by `editable` of its rule, or as somebody chose for it.
 * A text is locked when it comes to the front, as VS Code locks the active editor only. Other files, diffs and untitled texts are left alone.
 */
export class ProtectedTexts implements vscode.Disposable {
  readonly #archives: Archives;
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  /** The texts that were locked here, by their addresses. */
  readonly #locked = new Map<string, vscode.Uri>();
  #queue: Promise<unknown> = Promise.resolve();

  /** A text was locked or unlocked. */
  readonly onDidChange = this.#changed.event;

  constructor(archives: Archives, memory: vscode.Memento) {
    this.#archives = archives;
    this.#memory = memory;
    const follow = () => void this.follow();
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      archives.onDidChangeList(follow),
      archives.onDidChange(({ typing }) => {
        if (!typing) follow();
      }),
      vscode.window.onDidChangeActiveTextEditor(follow),
      // The list of tabs may come to know the active one later than the list of editors.
      vscode.window.tabGroups.onDidChangeTabs(follow),
      vscode.window.tabGroups.onDidChangeTabGroups(follow),
      vscode.workspace.onDidSaveTextDocument(follow),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('postgloss.reading.protectTexts')) follow();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // No API tells the state of the lock. A person who can change a locked text has unlocked it by VS Code's own command. A text that
        // is read anew from the disk has changed, too, and has no unsaved changes then.
        if (contentChanges.length > 0 && document.isDirty) this.#unlockedElsewhere(document.uri);
      }),
    );
    follow();
  }

  /** Whether a text was locked here. */
  isLocked(uri: vscode.Uri): boolean {
    return this.#locked.has(uri.toString());
  }

  /** Locks or unlocks the text in front, where it is one of an archive, as it should be. */
  follow(): Promise<void> {
    const work = this.#queue.then(() => this.#follow());
    this.#queue = work.catch(() => undefined);
    return work;
  }

  /** Remembers a person's choice for a text, and carries it out where the text is in front. */
  async choose(uri: vscode.Uri, mode: Mode): Promise<void> {
    await this.#remember(uri, mode);
    await this.follow();
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  async #follow(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isInFront(document.uri)) return;
    const { uri } = document;
    const key = uri.toString();
    const locks = this.#modeOf(uri) === 'reading';
    if (locks === this.#locked.has(key)) return;
    // VS Code saves no locked text, so one with unsaved changes stays open until they are saved.
    if (locks && document.isDirty) return;
    await vscode.commands.executeCommand(locks ? LOCK : UNLOCK);
    if (isInFront(uri)) {
      if (locks) this.#locked.set(key, uri);
      else this.#locked.delete(key);
      this.#tell();
    } else await this.#putRight(locks);
  }

  /** Another editor came to the front meanwhile, and VS Code has locked or unlocked that one. It becomes as it was. */
  async #putRight(locks: boolean): Promise<void> {
    const front = vscode.window.activeTextEditor?.document.uri;
    const wasLocked = front !== undefined && this.isLocked(front);
    if (wasLocked !== locks) await vscode.commands.executeCommand(wasLocked ? LOCK : UNLOCK);
  }

  #unlockedElsewhere(uri: vscode.Uri): void {
    if (!this.#locked.delete(uri.toString())) return;
    void this.#remember(uri, 'editing');
    this.#tell();
  }

  /** The mode that a text should have; null where it is no text of an archive, or was not read yet. */
  #modeOf(uri: vscode.Uri): Mode | null {
    return this.#chosen()[uri.toString()] ?? this.#modeByRule(uri);
  }

  #modeByRule(uri: vscode.Uri): Mode | null {
    const found = this.#archives.find(uri);
    const rule = found?.archive.core.ruleOf(found.path);
    if (!found || !rule) return null;
    const protects = vscode.workspace.getConfiguration('postgloss', uri).get<boolean>('reading.protectTexts');
    return !protects || isWritten(rule, found.text.postFile.format) ? 'editing' : 'reading';
  }

  /** Only what differs from the rule is kept, so that a changed rule counts for all texts that nobody has decided about. */
  async #remember(uri: vscode.Uri, mode: Mode): Promise<void> {
    const kept = new Map(Object.entries(this.#chosen()));
    if (mode === this.#modeByRule(uri)) kept.delete(uri.toString());
    else kept.set(uri.toString(), mode);
    await this.#memory.update(CHOSEN_KEY, Object.fromEntries(kept));
  }

  #chosen(): Readonly<Record<string, Mode>> {
    const known = this.#memory.get<unknown>(CHOSEN_KEY);
    const entries = typeof known === 'object' && known !== null ? Object.entries(known) : [];
    return Object.fromEntries(entries.filter((entry): entry is [string, Mode] => isMode(entry[1])));
  }

  #tell(): void {
    // `resourcePath` of conditions is the path as the system writes it for files of this machine, and the path of the address elsewhere.
    const paths = [...this.#locked.values()].flatMap(({ path, fsPath }) => [path, fsPath]);
    void vscode.commands.executeCommand('setContext', 'postgloss.readingTexts', [...new Set(paths)]);
    this.#changed.fire();
  }
}

/** Whether an editor of its own, and no diff and no other view, shows a file in front. */
function isInFront(uri: vscode.Uri): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
}

function isMode(value: unknown): value is Mode {
  return value === 'reading' || value === 'editing';
}
