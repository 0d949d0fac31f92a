import * as vscode from 'vscode';

/** Whether highlights are drawn. A window remembers it for its folder; nothing is written into the folder. */
export class HighlightSwitch implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();

  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  get on(): boolean {
    return !this.#memory.get(OFF_KEY, false);
  }

  async toggle(): Promise<void> {
    await this.#memory.update(OFF_KEY, this.on);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

const OFF_KEY = 'highlights.off';
