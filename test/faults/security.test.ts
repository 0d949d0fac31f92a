import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json';

// What the program may not do at all, asked of its source.

function sources(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.ts') ? [{ path, text: readFileSync(path, 'utf8') }] : [];
  });
}

/** A package in the lock file. */
interface Locked {
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
}

/** The packages that come along with those of package.json. */
const BROUGHT =
  `@nodable/entities anynum boolbase css-select css-what cssomnom dom-serializer domelementtype domhandler domutils entities
  fast-xml-builder fast-xml-parser html-entities html-escaper is-unsafe nth-check path-expression-matcher strnum uhyphen xml-naming
  xmlchars`.split(/\s+/);

describe('what a hostile archive cannot make of the program', () => {
  it('E6: no setting of a workspace names a program, a path or a pattern', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
    const settings: Record<string, { type: string; enum?: readonly string[] }> =
      manifest.contributes.configuration.properties;
    // A name that goes into records is the only free text; all else is a choice of a few.
    const free = Object.entries(settings).filter(([, { type, enum: choices }]) => type !== 'boolean' && !choices);
    assert.deepEqual(
      free.map(([name]) => name),
      ['postgloss.annotations.author'],
    );
  });

  it('E9: nothing of a text goes into a log or over the network', () => {
    const all = sources('src');
    assert(all.length > 100);
    const speaks =
      /\bconsole\.|createOutputChannel|createTelemetryLogger|\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|from 'node:(?:https?|net|dgram|tls|http2)'/;
    assert.deepEqual(
      all.filter(({ text }) => speaks.test(text)).map(({ path }) => path),
      [],
    );
  });

  it('E10: few packages come along, each of them pinned by what is in it, and only what was built is shipped', () => {
    const bundled = `@mozilla/readability @rowanmanning/feed-parser approx-string-match diff fflate fuse.js htmlparser2 linkedom picomatch
      postal-mime saxes smol-toml yaml`;
    assert.deepEqual(Object.keys(manifest.dependencies), bundled.split(/\s+/));
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
    for (const [path, { integrity, link }] of Object.entries(packages)) {
      if (path !== '' && !link) assert.match(integrity ?? '', /^sha512-/, path);
    }
    // Those that read pages and feeds bring others: this list is looked at when it changes.
    const alone = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
    const brought = alone.map(([path]) => path.split('node_modules/').at(-1) ?? '');
    assert.deepEqual([...new Set(brought)].filter((name) => !bundled.split(/\s+/).includes(name)).sort(), BROUGHT);
    const [first, ...shipped] = readFileSync('.vscodeignore', 'utf8').trim().split('\n');
    assert.equal(first, '**');
    assert.deepEqual(
      shipped.filter((line) => !/^!(?:dist|media|syntaxes|[\w.]+$)/.test(line)),
      [],
    );
    const scripts = Object.keys(manifest.scripts);
    assert.deepEqual(
      scripts.filter((name) => /install|prepare/.test(name)),
      [],
    );
  });
});
