// npm run check:vsix
//
// Packs the extension twice and looks into the package: is all there, is nothing there that must not be, are both the same.
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../test/host/main.mjs';
import { root } from '../test/host/paths.mjs';
import { tempFolder } from '../test/host/processes.mjs';
import {
  changelogFaults,
  contentFaults,
  licenceFaults,
  readmeFaults,
  referenceFaults,
  sizeFaults,
} from './contents.mjs';
import { machineFaults, mapFaults, networkFaults, secretFaults } from './leaks.mjs';
import { manifestFaults } from './manifest.mjs';
import { pack } from './pack.mjs';
import { unzip } from './unzip.mjs';

/** Packs the extension and throws, with all faults of the package, unless it is whole. */
export async function checkPackage() {
  const folder = tempFolder('check');
  const [first, second] = [join(folder, 'first.vsix'), join(folder, 'second.vsix')];
  await Promise.all([pack(first), pack(second)]);
  const zip = readFileSync(first);
  const files = unzip(zip);
  const rules = [
    ...[contentFaults, referenceFaults, licenceFaults, manifestFaults, changelogFaults, readmeFaults],
    ...[mapFaults, machineFaults([root, homedir()]), secretFaults, networkFaults],
  ];
  const faults = [...rules.flatMap((rule) => rule(files)), ...sizeFaults(zip.length)];
  if (!zip.equals(readFileSync(second))) faults.push('Two packages of the same files differ.');
  if (faults.length > 0)
    throw new Error(`The package is not whole:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  console.log(`The package is whole: ${files.length} files, ${(zip.length / 1024 / 1024).toFixed(2)} MB.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(checkPackage);
