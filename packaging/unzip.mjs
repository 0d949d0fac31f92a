// Reads the files in a zip file, as far as packages of VS Code need it: deflated or stored, no encryption, less than 4 GB.
// The format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7 (local), 4.3.12 (directory) and 4.3.16 (end).
import { inflateRawSync } from 'node:zlib';

/** @typedef {{ path: string, bytes: Buffer }} File one file of a package; the path has slashes */

/** The files of a zip file, in the order of its directory. Throws on what is no such file. @returns {File[]} */
export function unzip(/** @type {Buffer} */ zip) {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('This is no zip file: it has no directory.');
  /** @type {File[]} */
  const files = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50)
      throw new Error(`This is no zip file: its directory ends early, at ${at}.`);
    const [method, size, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const path = zip.toString('utf8', at + 46, at + 46 + name);
    // The name and the extra field stand before the content again, and the latter may be of another length there.
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    if (method !== 0 && method !== 8) throw new Error(`${path} is packed in a way that is not known here (${method}).`);
    if (!path.endsWith('/')) files.push({ path, bytes: method === 0 ? packed : inflateRawSync(packed) });
    at += 46 + name + extra + comment;
  }
  return files;
}
