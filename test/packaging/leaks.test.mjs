// What must not be in a package, put in and seen.
import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { machineFaults, mapFaults, networkFaults, secretFaults } from '../../packaging/leaks.mjs';
import { having, wholePackage } from './whole.mjs';

const path = 'extension/dist/web.js';

/**
 * One test for each text that is refused, and one that others and the whole package are not.
 * @param {string} what @param {import('../../packaging/files.mjs').Rule} rule
 * @param {readonly string[]} refused @param {readonly string[]} fine
 */
function describeRule(what, rule, refused, fine) {
  describe(what, () => {
    for (const text of refused)
      it(`is seen in ${text}`, () => {
        const faults = rule(having(path, text));
        strictEqual(faults.length, 1, faults.join('\n'));
        match(faults[0] ?? '', /^extension\/dist\/web\.js /);
      });
    it('is not seen in other code', () => {
      deepStrictEqual(rule(wholePackage()), []);
      for (const text of fine) deepStrictEqual(rule(having(path, text)), [], text);
    });
  });
}

describeRule(
  'a source map',
  mapFaults,
  [
    'a();\n//# sourceMappingURL=web.js.map',
    '//@ sourceMappingURL=data:application/json;base64,e30=',
    '/*# sourceMappingURL=a.map */',
  ],
  ['const sourceMappingURL = 1;'],
);

it('a source map is seen by its name', () =>
  deepStrictEqual(mapFaults(having('extension/dist/web.js.map', '{}')), [
    'extension/dist/web.js.map is a source map.',
  ]));

describeRule(
  'a path of a machine',
  machineFaults(['/srv/builds/checkout']),
  [
    'var a="/home/jo/postgloss/src"',
    '// /Users/jo.lind/code/a.ts',
    String.raw`var a="C:\\Users\\jo"`,
    String.raw`// d:\Users\jo`,
    'import("file:///opt/build/a.js")',
    'throw new Error("/srv/builds/checkout/src/a.ts")',
    'var a="/srv/builds/checkout"',
  ],
  [
    '"https://example.org/home/jo/page"',
    '"file:///"',
    'a/home/b',
    '"/home"',
    '`${folder}/home/${name}`',
    'var a="C:\\\\"',
  ],
);

describeRule(
  'a password or token',
  secretFaults,
  [
    `const a = "ghp_${'a1'.repeat(18)}";`,
    `const a = "github_pat_${'a1_'.repeat(20)}";`,
    `const a = "glpat-${'x'.repeat(20)}";`,
    `const a = "npm_${'b2'.repeat(18)}";`,
    '//registry.example.org/:_authToken=abc',
    `const a = "AKIA${'A1'.repeat(8)}";`,
    `const a = "xoxb-${'1'.repeat(12)}";`,
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN OPENSSH PRIVATE KEY-----',
    'get("https://jo:secret@example.org/")',
  ],
  ['const npm_package = 1;', '"https://example.org:8080/a@b"', '-----BEGIN PUBLIC KEY-----'],
);

describeRule(
  'a way to the network',
  networkFaults,
  [
    'fetch("https://example.org")',
    'globalThis.fetch',
    'new XMLHttpRequest',
    'new WebSocket(a)',
    'navigator.sendBeacon(a)',
    'require("https")',
    "require('node:http')",
    'await import("node:net")',
    'import a from"node:dgram"',
    'require("dns/promises")',
    'vscode.env.createTelemetryLogger(a)',
  ],
  ['cache.fetch(1)', 'prefetch(1)', 'require("node:path")', '"https://example.org"'],
);
