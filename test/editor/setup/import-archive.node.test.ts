import * as vscode from 'vscode';
import { deepEqual, equal, match } from '../support/assert';
import { eventually, onDisk, writeOnDisk } from '../support/editing';
import { file } from '../support/workspace';

const TABLE = 'bring-in.csv';
const TO = 'brought-in';
const POST = `${TO}/2016/2016-05-04-mole.md`;

interface Report {
  readonly written: number;
  readonly unchanged: number;
}

describe('importing an archive', () => {
  const ends: (() => void)[] = [];

  before(() => vscode.extensions.getExtension('postgloss.postgloss')?.activate());

  afterEach(async () => {
    for (const end of ends.splice(0)) end();
    for (const path of [TABLE, TO]) {
      await vscode.workspace.fs.delete(file(path), { recursive: true }).then(undefined, () => undefined);
    }
  });

  const run = () =>
    vscode.commands.executeCommand<Report | null>('postgloss.importArchive', {
      files: [file(TABLE).toString()],
      to: file(TO).toString(),
    });

  /** Answers the question in the middle of the window by its button. */
  function answer(button: RegExp): string[] {
    const asked: string[] = [];
    const original = vscode.window.showWarningMessage;
    const replaced = (text: string, options: { detail?: string }, ...buttons: string[]) => {
      asked.push(`${text}\n${options.detail ?? ''}`);
      return Promise.resolve(buttons.find((one) => button.test(one)));
    };
    Object.assign(vscode.window, { showWarningMessage: replaced });
    ends.push(() => Object.assign(vscode.window, { showWarningMessage: original }));
    return asked;
  }

  it('tells what it would write, and writes it once it is agreed; again, it writes nothing', async () => {
    await writeOnDisk(TABLE, 'id,date,title,text\n1,2016-05-04,Mole,One\n');
    const asked = answer(/^Write 1/);
    equal((await run())?.written, 1);
    match(asked.join(), /^Write 1 file into .*brought-in.*\nRead 1; would write 1; unchanged 0\./);
    match(await eventually('the post is there', () => onDisk(POST)), /^---\ntitle: Mole\n[^]*\nOne\n$/);
    const again = await run();
    deepEqual([again?.written, again?.unchanged, asked.length], [0, 1, 1]);
  });

  it('writes nothing where the person turns away', async () => {
    await writeOnDisk(TABLE, 'id,date,title,text\n1,2016-05-04,Mole,One\n');
    answer(/no such button/);
    equal(await run(), null);
    equal(await onDisk(POST), null);
  });
});
