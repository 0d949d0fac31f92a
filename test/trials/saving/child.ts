// A program that adds annotations one by one, and says of each, once it is saved, that it is: `add PATH NAME COUNT`.
// `names PATH` says which files it would touch, and `plain PATH` saves one text. With POSTGLOSS_FIXED, both have names known before.
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { explainFailure } from '../../../src/editor/ui/explain-failure';
import { lockBeside, temporaryBeside } from '../../../src/node/saving/beside';
import { withMark } from '../../../src/node/saving/mark';
import { changeText } from '../../../src/node/saving/change-text';
import { addTo } from './add';

const [mode = '', path = '', name = '', count = '0'] = process.argv.slice(2);

if (process.env.POSTGLOSS_FIXED !== undefined) {
  // No system has so many processes: for whoever comes later, this one is dead.
  Object.defineProperty(process, 'pid', { value: 999_999_999 });
  const crypto = createRequire(process.execPath)('node:crypto') as { randomUUID: () => string };
  crypto.randomUUID = () => '00000000-0000-4000-8000-000000000000';
}

void main().catch((error: unknown) => {
  writeSync(2, `It could not be saved: ${explainFailure(error)}\n`);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  if (mode === 'names') {
    await withMark((mark) => {
      const names = [path, lockBeside(path), temporaryBeside(path, mark), dirname(path)];
      writeSync(1, JSON.stringify(names));
      return Promise.resolve();
    });
  } else if (mode === 'plain') {
    await changeText(path, dirname(path), () => name);
  } else {
    for (let n = 1; n <= Number(count); n++) {
      await addTo(path, `${name}-${n}`);
      writeSync(1, `${name}-${n}\n`);
    }
  }
}
