import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeText } from '../../../src/core/text/decode';
import { decodeChange } from '../../../src/core/text/decode-change';
import { trials } from '../../support/trials';

describe('decoding a file that has changed in one stretch', () => {
  /** What decoding means, said plainly. */
  const decoded = (bytes: Uint8Array): string | null => {
    try {
      return bytes.includes(0) ? null : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  };
  const characters = fc.array(fc.constantFrom('a', 'b', 'é', '“', '\ufeff', '𝌆', '𝌇', '\n', '\0', '\u0800'), {
    maxLength: 8,
  });
  const anyBytes = fc.oneof(
    characters.map((list) => [...Buffer.from(list.join(''))]),
    fc.array(fc.constantFrom(0, 0x61, 0x80, 0xbf, 0xc3, 0xa9, 0xe2, 0xef, 0xbb, 0xf0, 0x9d, 0xff), { maxLength: 4 }),
  );

  it('gives what decoding the whole gives, or leaves it to that', () => {
    let [followed, refused] = [0, 0];
    fc.assert(
      fc.property(characters, fc.nat(24), fc.nat(4), anyBytes, (list, at, removed, put) => {
        const old = Uint8Array.from(Buffer.from(list.join('')));
        const text = decoded(old);
        if (text === null) return;
        const bytes = Uint8Array.from([...old.subarray(0, at), ...put, ...old.subarray(at + removed)]);
        const found = decodeChange({ bytes: old, text }, bytes);
        if (found === null) refused++;
        else {
          followed++;
          assert.equal(found, decoded(bytes));
        }
      }),
      trials(20_000),
    );
    assert.ok(followed > 0 && refused > 0);
  });

  it('takes all that can be taken from a file that begins as before', () => {
    const old = 'key: “𝌆”\n'.repeat(3);
    for (const [now, known] of [
      [old, true],
      [`${old}more: é\n`, true],
      [old.replace('𝌆', '𝌇'), true],
      [`other${old}`, false],
    ] as const) {
      const found = decodeChange({ bytes: Buffer.from(old), text: old }, Buffer.from(now));
      assert.equal(found, known ? now : null);
    }
  });

  it('is what happens to large files, and to a copy of their bytes', () => {
    const record = '  - id: a1b2c3d4\n    quote: “The dyke held”\n';
    const text = `postgloss: 1\nannotations:\n${record.repeat(20_000)}`;
    const bytes = new TextEncoder().encode(text);
    assert.equal(decodeText(bytes), text);
    const middle = bytes.indexOf(10, bytes.length >> 1);
    for (const [byte, now] of [
      [0x20, `${decoded(bytes.subarray(0, middle))} ${decoded(bytes.subarray(middle + 1))}`],
      [0xff, null],
      [0, null],
      [10, text],
    ] as const) {
      bytes[middle] = byte;
      assert.equal(decodeText(bytes), now);
    }
  });
});
