import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../../support/assert';
import { eventually, onDisk, writeOnDisk } from '../../support/editing';
import { file } from '../../support/workspace';

const REGISTRY = 'entities.gloss.yaml';
const TABLE = 'people.csv';

describe('importing entities from a table', () => {
  let before = '';

  beforeEach(async () => {
    await vscode.extensions.getExtension('postgloss.postgloss')?.activate();
    before = (await onDisk(REGISTRY)) ?? '';
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await writeOnDisk(REGISTRY, before);
    await vscode.workspace.fs.delete(file(TABLE)).then(undefined, () => undefined);
  });

  /** Starts the import, and gives a question that tells when it is done. */
  async function start(table: string): Promise<() => boolean> {
    await writeOnDisk(TABLE, table);
    let done = false;
    const command = vscode.commands.executeCommand('postgloss.importRegistry', { file: file(TABLE).toString() });
    void command.then(() => (done = true));
    return () => done;
  }

  const report = () =>
    vscode.workspace.textDocuments.find(({ uri, isClosed }) => uri.scheme === 'postgloss-import' && !isClosed);

  async function accept(done: () => boolean): Promise<void> {
    await eventually('the import is done', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return done();
    });
  }

  it('shows what it would do, and does it once it is agreed; one step takes it back', async () => {
    const done = await start(
      'name;type;aliases;wikidata\nMara Lind;person;M. Lind|Lind;Q42\nPort Office;place;Harbour Office;\nQasim Oran;person;Captain Oran;\n',
    );
    const text = (await eventually('there is a preview', () => Promise.resolve(report()))).getText();
    match(text, /^Import of people\.csv: 2 new entities, 1 with something new\.\nNothing has been written yet\./);
    match(text, /Mara Lind \(person, mara-lind\), also M\. Lind \| Lind/);
    match(text, /Qasim Oran \(qasim-oran\): the spelling Captain Oran/);
    equal(await onDisk(REGISTRY), before);
    await accept(done);
    const after = (await onDisk(REGISTRY)) ?? '';
    ok(after.startsWith(before.slice(0, before.indexOf('      - Oran'))), 'what was there stays');
    match(
      after,
      /\n {2}- id: mara-lind\n {4}name: Mara Lind\n {4}type: person\n {4}aliases:\n {6}- M\. Lind\n {6}- Lind\n {4}links:\n {6}wikidata: Q42\n/,
    );
    match(after, /\n {6}- Oran\n {6}- Captain Oran\n/);
    // A place and an organization of one name are two.
    match(after, /\n {2}- id: port-office-2\n/);
    await vscode.commands.executeCommand('postgloss.undoAnnotationChange');
    equal(await onDisk(REGISTRY), before);
  });

  it('writes nothing when the person turns away, and closes its preview', async () => {
    const done = await start('name,type\nMara Lind,person\n');
    await eventually('there is a preview', () => Promise.resolve(report()));
    await eventually('the question is closed', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return done();
    });
    equal(await onDisk(REGISTRY), before);
    const tabs = vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all.map(({ label }) => label));
    deepEqual(
      tabs.filter((label) => label.startsWith('Import')),
      [],
    );
  });

  it('E7: takes formulas and markup for plain text', async () => {
    await accept(
      await start('name,type,aliases,description\n=HYPERLINK(1),person,@SUM(1),"<script>alert(1)</script>\n- id: x"\n'),
    );
    const after = (await onDisk(REGISTRY)) ?? '';
    ok(after.includes('name: "=HYPERLINK(1)"'), after);
    ok(after.includes('- "@SUM(1)"'), after);
    equal(after.match(/^ {2}- id: /gm)?.length, 4);
  });

  it('refuses what is no text, and leaves the registry as it is', async () => {
    await vscode.workspace.fs.writeFile(file(TABLE), new Uint8Array([0xff, 0xfe, 0x41, 0]));
    await vscode.commands.executeCommand('postgloss.importRegistry', { file: file(TABLE).toString() });
    equal(await onDisk(REGISTRY), before);
  });
});
