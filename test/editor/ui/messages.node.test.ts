import * as vscode from 'vscode';
import { deepEqual, ok } from '../support/assert';
import { eventually, onDisk, revert, selectText, show, writeOnDisk, cardsAt } from '../support/editing';

const ARCHIVE = 'archives/harbour.txt';
const FILES = [`${ARCHIVE}.gloss.yaml`, 'entities.gloss.yaml', 'postgloss.yaml'];

/** A link to a command, an icon, and a character that reverses what follows. */
const HOSTILE = '[Undo](command:editor.action.fontZoomIn) $(squirrel) \u202eLind';
const NAME = JSON.stringify(HOSTILE);

/** The links and icons that VS Code finds in what it shows, and characters that hide or reorder text. */
const ACTS = [
  /\[[^\]]+\]\((?:https?:\/\/|command:|file:)/i,
  /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/,
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/,
];

/** Commands that leave the window, or open a dialog of the system. */
const LEAVING = ['openSampleArchive', 'importEntities', 'undoAnnotationChange', 'redoAnnotationChange'];

type Shown = (this: unknown, ...parts: unknown[]) => unknown;

/**
 * Writes down all texts that the extension hands to VS Code’s messages, lists and inputs while it shows them. A question in the middle of
 * the window, which only a person can answer, is not shown: the person turns away.
 */
class Recorder {
  readonly texts: string[] = [];
  readonly #put: Record<string, unknown>;
  readonly #before = new Map<string, unknown>();

  constructor() {
    this.#put = vscode.window;
    for (const name of ['showInformationMessage', 'showWarningMessage', 'showErrorMessage']) {
      this.#wrap(name, (shown, parts) => {
        this.#note(parts);
        const modal = parts.some((part) => (part as { modal?: boolean } | null)?.modal === true);
        return modal ? Promise.resolve(undefined) : shown(...parts);
      });
    }
    for (const name of ['showQuickPick', 'showInputBox']) {
      this.#wrap(name, (shown, parts) => {
        this.#note(parts);
        return shown(...parts);
      });
    }
    this.#wrap('setStatusBarMessage', (shown, parts) => {
      // The icon in front is the extension’s own.
      this.#note([String(parts[0]).replace(/^\$\((?:check|info)\) /, '')]);
      return shown(...parts);
    });
    for (const name of ['createQuickPick', 'createInputBox']) {
      this.#wrap(name, (shown, parts) => {
        const made = shown(...parts) as vscode.QuickPick<vscode.QuickPickItem>;
        made.onDidHide(() => this.#note([made.title, made.placeholder, made.items]));
        return made;
      });
    }
    this.#wrap('withProgress', (shown, [options, work]) => {
      this.#note([options]);
      const noting = (progress: vscode.Progress<unknown>, token: unknown) =>
        (work as Shown)(
          {
            report: (step: unknown) => {
              this.#note([step]);
              progress.report(step);
            },
          },
          token,
        );
      return shown(options, noting);
    });
  }

  /** What would act, of all that was shown. */
  get acting(): string[] {
    return this.texts.filter((text) => ACTS.some((pattern) => pattern.test(text)));
  }

  end(): void {
    for (const [name, shown] of this.#before) this.#put[name] = shown;
  }

  #wrap(name: string, instead: (shown: (...parts: unknown[]) => unknown, parts: unknown[]) => unknown): void {
    const shown = this.#put[name] as Shown;
    this.#before.set(name, shown);
    this.#put[name] = (...parts: unknown[]) => instead((...given) => shown.apply(vscode.window, given), parts);
    ok(this.#put[name] !== shown, `${name} cannot be watched`);
  }

  /** Notes all texts that a person would read, in whatever is handed over. The value of an input is the person’s to change. */
  #note(value: unknown): void {
    if (typeof value === 'string') this.texts.push(value);
    else if (Array.isArray(value)) for (const part of value) this.#note(part);
    else if (typeof value === 'object' && value !== null) {
      const read = ['title', 'label', 'description', 'detail', 'placeHolder', 'prompt', 'message'];
      for (const [name, part] of Object.entries(value)) if (read.includes(name)) this.#note(part);
    }
  }
}

describe('texts of a stranger', () => {
  const before = new Map<string, string | null>();
  let recorder: Recorder | null = null;

  beforeEach(async function () {
    this.timeout(90_000);
    await vscode.extensions.getExtension('postgloss.postgloss')?.activate();
    const { document } = await show(ARCHIVE);
    await eventually('the archive is read', async () => (await cardsAt(document, 'Qasim Oran')) !== '');
    for (const path of FILES) before.set(path, await onDisk(path));
    await writeOnDisk(
      'entities.gloss.yaml',
      `postgloss: 1\nentities:\n${['qasim-oran', 'second']
        .map(
          (id, i) =>
            `  - id: ${id}\n    name: ${JSON.stringify(HOSTILE + (i === 0 ? '' : ' 2'))}\n    type: ${NAME}\n    aliases:\n      - ${i === 0 ? 'Qasim Oran' : 'Port Office'}\n      - ${JSON.stringify(`${HOSTILE} alias`)}\n    description: ${NAME}\n`,
        )
        .join('')}`,
    );
    await writeOnDisk(
      `${ARCHIVE}.gloss.yaml`,
      `postgloss: 1\nannotations:\n  - id: h4rb0ur1\n    quote: a mistake that the town will pay for\n    tags:\n      - ${NAME}\n    note: ${NAME}\n    by: ${NAME}\n  - id: h4rb0ur2\n    quote: ${NAME}\n    tags:\n      - claim\n`,
    );
    await eventually('the files of the stranger are read', async () =>
      (await cardsAt(document, 'Qasim Oran')).includes('fontZoomIn'),
    );
    recorder = new Recorder();
  });

  afterEach(async () => {
    recorder?.end();
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await revert();
    const { document } = await show(ARCHIVE);
    // A command that was turned away from may still write; the tests that follow need the files as they were.
    await eventually('the files are as they were', async () => {
      for (const [path, text] of before)
        if (text !== null && (await onDisk(path)) !== text) await writeOnDisk(path, text);
      const card = await cardsAt(document, 'Qasim Oran');
      return card.includes('**Qasim Oran**') && !card.includes('Not Qasim Oran');
    });
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Runs a command, and turns away from whatever it asks. */
  async function run(command: string, ...parts: unknown[]): Promise<void> {
    const running = Promise.resolve(vscode.commands.executeCommand(command, ...parts)).then(
      () => true,
      (error: unknown) => {
        recorder?.texts.push(error instanceof Error ? error.message : String(error));
        return true;
      },
    );
    for (let round = 0; round < 5; round++) {
      if (await Promise.race([running, new Promise<false>((resolve) => setTimeout(resolve, 100, false))])) return;
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    }
  }

  it('E2: act in no message, list or input, whatever command tells of them', async () => {
    const extension = vscode.extensions.getExtension('postgloss.postgloss');
    const contributed = (extension?.packageJSON as { contributes: { commands: { command: string }[] } }).contributes;
    const commands = contributed.commands
      .map(({ command }) => command)
      .filter((command) => !LEAVING.some((name) => command.endsWith(name)));
    ok(commands.length > 60, 'the commands were not found');
    const strange = Object.fromEntries(
      ['alias', 'annotation', 'by', 'entity', 'id', 'into', 'means', 'message', 'name', 'path', 'post', 'since', 'tag']
        .concat('sidecar', 'text', 'to', 'type', 'under')
        .map((name) => [name, HOSTILE]),
    );
    for (const command of commands) {
      for (const [place, argument] of [
        ['Qasim Oran', undefined],
        ['a mistake that', { ...strange, entity: 'qasim-oran' }],
      ] as const) {
        selectText(await show(ARCHIVE), place);
        await run(command, ...(argument ? [argument] : []));
      }
    }
    const told = new Set(recorder?.texts.filter((text) => text.includes('fontZoomIn')));
    ok(told.size > 40, `only ${told.size} texts told of the stranger’s`);
    deepEqual(recorder?.acting, []);
  }).timeout(240_000);
});
