import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchArchive } from './archive';

// Writes an archive: `node --import=tsx write-archive.ts FOLDER FILES`, with files of 100,000 code units and 20,000 aliases.

const [folder = '', count = ''] = process.argv.slice(2);
const files = Number(count);
const made = benchArchive(files * 100_000, 20_000);
const whole = made['papers.txt'] ?? '';
for (const name of ['postgloss.yaml', 'entities.gloss.yaml']) writeFileSync(join(folder, name), made[name] ?? '');
mkdirSync(join(folder, 'bundles'));
const size = Math.ceil(whole.length / files);
for (let i = 0; i < files; i++) {
  const name = `papers-${String(i).padStart(4, '0')}.txt`;
  writeFileSync(join(folder, name), whole.slice(i * size, (i + 1) * size));
}
