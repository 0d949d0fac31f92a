import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Trial } from './trial';

/** What the script tells in its last line. */
interface Outcome {
  readonly messages: readonly string[];
  readonly links: readonly unknown[];
  readonly icons: readonly unknown[];
  readonly skipped: readonly unknown[];
}

/**
 * The packed extension in a real VS Code whose notifications show, on the archive of a stranger: no name, quote, path or word of git
 * becomes a link or an icon. It opens one window, however many cases are asked for. `node test/host/messages.mjs --screenshots FOLDER`
 * takes pictures of it.
 */
export const messages: Trial = {
  name: 'messages',
  whole: 1,
  async run() {
    const { messages: shown, links, icons, skipped } = await outcome();
    const none = (what: string, found: readonly unknown[]) => ({
      what,
      goal: '0',
      measured: [found.length, ...found.map((one) => JSON.stringify(one))].join(' '),
      reached: found.length === 0,
    });
    return [
      { what: 'messages that were shown', goal: '≥ 5', measured: String(shown.length), reached: shown.length >= 5 },
      none('links of a stranger in messages, lists and views', links),
      none('icons of a stranger there', icons),
      none('steps that could not be done', skipped),
    ];
  },
};

function outcome(): Promise<Outcome> {
  const script = fileURLToPath(new URL('../host/messages.mjs', import.meta.url));
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [script], { maxBuffer: 1e8 }, (error, stdout, stderr) => {
      const last = stdout.trimEnd().split('\n').at(-1) ?? '';
      if (last.startsWith('{')) resolve(JSON.parse(last) as Outcome);
      else reject(new Error(`The window could not be driven. ${stderr}`, { cause: error }));
    });
  });
}
