import { spawn } from 'node:child_process';
import type { Figure, Trial } from './trial';

/** The packed extension, installed into the newest and the oldest VS Code and into the web worker host, and tried there. */
export const installed: Trial = { name: 'installed', whole: 1, run };

const HOSTS = ['newest', 'oldest', 'web'];

async function run(): Promise<Figure[]> {
  const output = await smokeTests();
  return HOSTS.map((host) => {
    const [measured, passed, failed] =
      new RegExp(`(?<=^${host}: )(\\d+) passed, (\\d+) failed`, 'm').exec(output) ?? [];
    return {
      what: `${host}: smoke tests of the installed extension`,
      goal: '0 failed',
      measured: measured ?? 'did not run',
      reached: Number(passed) > 0 && failed === '0',
    };
  });
}

/** Runs them, shows what they print, and gives it. */
function smokeTests(): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['test/installed/run.mjs'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      process.stdout.write(text);
    });
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });
}
