import { deepStrictEqual, throws } from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { unzip } from '../../packaging/unzip.mjs';

describe('a zip file', () => {
  const files = [
    { path: 'plain.txt', bytes: Buffer.from('as it is') },
    { path: 'folder/grün.txt', bytes: Buffer.from('again '.repeat(100)) },
    { path: 'empty', bytes: Buffer.alloc(0) },
  ];

  it('is read as it was written, stored or deflated', () => {
    for (const deflated of [false, true]) deepStrictEqual(unzip(zipOf(files, deflated)), files);
  });

  it('is refused where it has no directory, or one that is cut', () => {
    throws(() => unzip(Buffer.from('no zip at all')), /no zip file/);
    const zip = zipOf(files, true);
    const at = zip.indexOf('PK\x01\x02', undefined, 'latin1');
    zip.fill(0, at, at + 4);
    throws(() => unzip(zip), /directory ends early/);
  });
});

/** A zip file as other programs write it, with an extra field in the directory alone. @param {import('../../packaging/unzip.mjs').File[]} files */
function zipOf(files, deflated = false) {
  const [locals, directory] = [/** @type {Buffer[]} */ ([]), /** @type {Buffer[]} */ ([])];
  let offset = 0;
  for (const { path, bytes } of files) {
    const name = Buffer.from(path);
    const packed = deflated ? deflateRawSync(bytes) : bytes;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(deflated ? 8 : 0, 4);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    shared.writeUInt16LE(5, 24);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, rest, name, Buffer.alloc(5));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
