import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { importArchive } from '../../src/node/importing/import-archive';

/** In MB; `MEGABYTES=1000` tries the size that an export of decades has. */
const SIZE = Number(process.env.MEGABYTES ?? 50);

/** An export of WordPress, tried without writing: processor time against the bare reading and parsing, and the most memory of the process. */
export async function benchImport(quick: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'postgloss-import-'));
  try {
    const path = join(folder, 'blog.xml');
    const posts = await writeExport(path, quick ? 5 : SIZE);
    const plain = await cost(() => parsePlainly(path));
    const request = { given: [path], cwd: folder, to: join(folder, 'out'), format: null, dryRun: true };
    let read = 0;
    const whole = await cost(async () => void (read = (await importArchive(request)).read));
    if (read !== posts) throw new Error(`${read} of ${posts} posts were read.`);
    const memory = process.resourceUsage().maxRSS / 1024;
    console.log(
      `import: ${posts} posts, ${(whole / plain).toFixed(1)} times the bare parsing, at most ${memory.toFixed(0)} MB`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The processor time of some work, in milliseconds. */
async function cost(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return process.cpuUsage(before).user / 1000;
}

async function parsePlainly(path: string): Promise<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  parser.on('cdata', () => undefined);
  for await (const chunk of createReadStream(path)) parser.write(decoder.decode(chunk as Uint8Array, { stream: true }));
  parser.close();
}

async function writeExport(path: string, megabytes: number): Promise<number> {
  const out = createWriteStream(path);
  let size = 0;
  const put = async (text: string) => {
    size += text.length;
    if (!out.write(text)) await once(out, 'drain');
  };
  await put('<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Coastal Review</title>');
  let posts = 0;
  for (; size < megabytes * 1e6; posts++) {
    const paragraph =
      `The mole was <em>closed</em> for ${posts} days, and the boats &amp; the crane stayed out. `.repeat(5);
    const body = Array.from({ length: 25 }, () => paragraph).join('\n\n');
    const day = new Date(Date.UTC(2000, 0, 1 + (posts % 6000))).toISOString().slice(0, 10);
    await put(
      `<item><title>Post ${posts}</title><guid>g${posts}</guid><content:encoded><![CDATA[${body}]]></content:encoded><wp:post_date>${day} 10:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>\n`,
    );
  }
  await put('</channel></rss>\n');
  out.end();
  await once(out, 'close');
  return posts;
}
