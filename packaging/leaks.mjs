// What must not be in a package of the extension: source maps, paths of the machine that built it, secrets, ways to the network.
import { whereFound } from './files.mjs';

/** @typedef {import('./files.mjs').Rule} Rule */

/** @type {Rule} No file is a source map, or asks for one. */
export function mapFaults(files) {
  return [
    ...files.filter(({ path }) => path.endsWith('.map')).map(({ path }) => `${path} is a source map.`),
    ...whereFound(files, [/[#@] sourceMappingURL=\S+/g], (found) => `asks for a source map: ${found}`),
  ];
}

/** Paths that exist on one machine alone. What is between the slashes has to look like a name, as code holds patterns and examples, too. */
const machinePaths = [
  /(?<![\w.~-])\/(?:home|Users)\/\w[\w.-]*\/[\w.-]+/g,
  /\b[A-Za-z]:\\{1,2}Users\\{1,2}\w[\w.-]*/g,
  /file:\/\/\/\w[\w.%-]*(?:\/[\w.%-]+)+/g,
];

/**
 * The rule that no file tells about the machine that built the package: no home folder, and none of these folders.
 * @param {readonly string[]} folders such as the checkout @returns {Rule}
 */
export const machineFaults = (folders) => (files) => [
  ...whereFound(files, machinePaths, (found) => `holds a path of one machine: ${found}`),
  ...files.flatMap(({ path, bytes }) =>
    folders
      .filter((folder) => bytes.includes(folder))
      .map((folder) => `${path} holds a path of this machine: ${folder}`),
  ),
];

/** Forms of passwords and tokens that services give out. vsce looks for more of them while it packs. */
const secrets = [
  /\bgh[pousr]_[A-Za-z0-9]{36,}/g,
  /\bgithub_pat_\w{40,}/g,
  /\bglpat-[\w-]{20,}/g,
  /\bnpm_[A-Za-z0-9]{36}\b/g,
  /\b_authToken\s*=\s*\S+/g,
  /\bAKIA[A-Z0-9]{16}\b/g,
  /\bxox[abprs]-[\w-]{10,}/g,
  /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/g,
  /\bhttps?:\/\/[^\s/:@"'`]+:[^\s/:@"'`]+@[\w.-]+/g,
];

/** @type {Rule} No file holds a password or token. */
export const secretFaults = (files) =>
  whereFound(files, secrets, (found) => `holds what looks like a password or token: ${found.slice(0, 12)}…`);

/** Ways in which a script of the editor, a page or a worker could send or fetch something. */
const requests = [
  /(?<![\w$.])fetch\(/g,
  /\b(?:globalThis|window|self)\.fetch\b/g,
  /\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|createTelemetryLogger)\b/g,
  /\b(?:require|import)\(\s*["'`](?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?["'`]\s*\)/g,
  /\bfrom\s*["'`](?:node:)?(?:https?|http2|net|tls|dgram|dns)["'`]/g,
];

/** @type {Rule} No script can send anything. */
export const networkFaults = (files) =>
  whereFound(
    files.filter(({ path }) => /\.c?js$/.test(path)),
    requests,
    (found) => `can reach the network: ${found}`,
  );
