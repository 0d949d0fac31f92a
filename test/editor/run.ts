// The entry that VS Code calls inside an extension host. The build adds the list of test files to it.
import Mocha from 'mocha';
import { Uri, workspace } from 'vscode';
import { skipHandTests } from './support/hand';
import { host, type Host } from './support/host';
import { ConsoleReporter, type Outcome } from './support/reporter';
import { folder } from './support/workspace';

/** What the runner asks for, in a file beside the workspace: a web worker has neither arguments nor an environment. */
interface Request {
  host: Host;
  grep?: string;
  /** Whether somebody presses the keys that tests ask for; see `support/hand.ts`. */
  hand: boolean;
}

/** Runs the tests and leaves their outcome in a file beside the workspace, where it does not disturb the repository. */
export async function runTests(load: readonly (() => Promise<unknown>)[]): Promise<void> {
  const request = (await readJson('request.json')) as Request;
  // VS Code decides where an extension runs, and says nothing when it decides otherwise than it was asked.
  if (request.host !== host())
    throw new Error(`Asked for the ${request.host} host, but running in the ${host()} host.`);
  const outcome: Outcome = { tests: [] };
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: ConsoleReporter, reporterOptions: { outcome } });
  if (request.grep) mocha.grep(request.grep);
  if (!request.hand) skipHandTests();
  // mocha does this for the files that it loads itself: it brings in describe, it and the hooks.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const tests of load) await tests();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  await workspace.fs.writeFile(beside('result.json'), new TextEncoder().encode(JSON.stringify(outcome)));
  if (failures > 0) throw new Error(`${failures} failed`);
}

function beside(name: string): Uri {
  return Uri.joinPath(folder().uri, '..', name);
}

async function readJson(name: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(beside(name))));
}
