// Imports come from strangers: they end with an answer, take bounded memory, and lead nowhere else.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { deflateSync, zipSync } from 'fflate';
import { FORMATS } from '../../../src/core/exchange/formats';
import { formatOfFiles, holdsAnnotations } from '../../../src/core/exchange/guess';
import { CodePoints, LineFeeds } from '../../../src/core/exchange/offsets';
import { planAnnotations } from '../../../src/core/exchange/plan-import';
import { sha1, uuidOf } from '../../../src/core/exchange/uuid';
import { element, readXml, xmlSafe, xmlText } from '../../../src/core/exchange/xml';
import { packZip, unpackZip } from '../../../src/core/exchange/zip';
import { openArchive } from '../../support/archive';
import { trials } from '../../support/trials';
import { annotated, ANNOTATIONS, exported, hostileText, mark } from './support';

const why = (bytes: Uint8Array) => {
  const unpacked = unpackZip(bytes);
  return unpacked.ok ? [...unpacked.files.keys()] : unpacked.why;
};

describe('a zip', () => {
  const bomb = () => zipSync({ 'project.qde': new Uint8Array(30_000_000) });

  it('of other programs is unpacked, and what leads out of it is left out', () => {
    const packed = zipSync({
      a: Buffer.from('x'),
      '../b': Buffer.from('x'),
      '/c': Buffer.from('x'),
      'C:/d': Buffer.from('x'),
      'e/../../f': Buffer.from('x'),
    });
    assert.deepEqual(why(packed), ['a']);
  });

  it('that is packed too tightly is refused by what it says', () => {
    assert.match(String(why(bomb())), /too tightly/);
  });

  it('that says less than it holds is refused while it is unpacked', () => {
    const bytes = bomb();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at < bytes.length - 30; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    assert.match(String(why(bytes)), /larger than it says/);
  });

  it('that is cut or damaged is refused', () => {
    const whole = packZip(new Map([['project.qde', 'x'.repeat(5000)]]));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
        const bytes = cut ? whole.slice(0, at) : whole.with(at, byte);
        const unpacked = unpackZip(bytes);
        if (unpacked.ok) assert.ok([...unpacked.files.values()].every(({ length }) => length <= 5000));
      }),
      trials(500),
    );
    assert.equal(why(deflateSync(Buffer.from('x'))), 'It is no whole zip.');
  });
});

describe('XML', () => {
  it('comes back as it was written, but for what it cannot hold', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readXml(element('a', { b: text }, xmlText(text)));
        assert(read.ok);
        assert.equal(read.root.attributes.get('b'), xmlSafe(text));
        assert.equal(read.root.text, xmlSafe(text));
        assert.equal(xmlSafe(text).length, text.length);
      }),
      trials(300),
    ));

  it('with entities of its own, without an end, or nested too deeply is refused', () => {
    const laughs = '<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;"><!ENTITY z SYSTEM "file:///etc/passwd">]>';
    for (const text of [
      `${laughs}<a>&y;</a>`,
      `${laughs}<a>&z;</a>`,
      '<a>',
      '',
      '<a'.repeat(9),
      '<a>'.repeat(10_000),
    ]) {
      assert.ok(!readXml(text).ok, text.slice(0, 40));
    }
    assert.ok(readXml(`<a b="${'x'.repeat(3_000_000)}"/>`).ok);
  });
});

describe('an import of what nobody meant', () => {
  it('never throws, and tells', async () => {
    const { archive } = await openArchive();
    const values = fc.oneof(fc.constantFrom(-1, 1e300, 0.5, NaN, null, '', 'x', true), fc.jsonValue());
    const span = fc.record(
      { start: values, end: values, label: values, text: values, id: values },
      { requiredKeys: [] },
    );
    const object = fc.record(
      {
        text: values,
        spans: fc.array(span),
        label: values,
        entities: values,
        meta: values,
        data: values,
        annotations: values,
        target: values,
        body: values,
        phrases: values,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(object, fc.array(object), fc.record({ annotations: fc.array(object) })), (value) => {
        const files = new Map([['', new Uint8Array(Buffer.from(JSON.stringify(value)))]]);
        for (const format of FORMATS) {
          const read = format.read?.(files);
          if (read?.ok === true) planAnnotations(archive, read.reading);
        }
      }),
      trials(150),
    );
  });

  it('of damaged exports never throws', () =>
    fc.assert(
      fc.asyncProperty(
        hostileText,
        fc.array(mark, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.string({ unit: 'binary', maxLength: 3 }),
        async (text, marks, seed, put) => {
          const { archive } = await annotated(text, marks);
          for (const format of ANNOTATIONS) {
            const files = [...exported(archive, format)].map(([path, bytes]) => {
              const content = Buffer.from(bytes).toString();
              const at = seed % (content.length + 1);
              return [path, new Uint8Array(Buffer.from(content.slice(0, at) + put + content.slice(at + 1)))] as const;
            });
            const read = format.read?.(new Map(files));
            if (read?.ok === true) assert.ok(planAnnotations(archive, read.reading).ok);
          }
        },
      ),
      trials(20),
    ));
});

describe('offsets', () => {
  it('of lines and of code points agree with counting, there and back', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\r\n', '\n', '\r', '😀', 'é', '𝒳')), (parts) => {
        const text = parts.join('');
        const lines = new LineFeeds(text);
        const points = new CodePoints(text);
        for (let i = 0; i <= text.length; i++) {
          if (/^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(i - 1, i + 1))) continue;
          const short = text.slice(0, i).replace(/\r\n?/g, '\n');
          assert.equal(lines.shortOf(i), short.length);
          assert.equal(lines.longOf(short.length), i);
          assert.equal(points.shortOf(i), Array.from(text.slice(0, i)).length);
          assert.equal(points.longOf(Array.from(text.slice(0, i)).length), i);
        }
      }),
      trials(300),
    ));
});

describe('names', () => {
  it('are UUIDs of version 5, by the hash that Node has, too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        assert.deepEqual(Buffer.from(sha1(bytes)), createHash('sha1').update(bytes).digest());
      }),
      trials(200),
    );
    assert.match(uuidOf('a', 'b'), /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.notEqual(uuidOf('a', 'b'), uuidOf('ab'));
  });
});

describe('what a file holds', () => {
  const holds = (name: string, text: string) => {
    const format = formatOfFiles([name]) ?? assert.fail(name);
    return holdsAnnotations(new Map([['', new Uint8Array(Buffer.from(text))]]), format);
  };

  it('is told by a column `quote`, and by `text` with `spans`, `label` or `entities`', () => {
    assert.ok(holds('a.csv', 'quote,tags\nx,y\n'));
    assert.ok(!holds('a.csv', 'name,type\nx,y\n'));
    assert.ok(holds('a.jsonl', '{"text":"x","label":[[0,1,"y"]]}\n'));
    assert.ok(holds('a.jsonl', '{"name":"x"}\n{"text":"x","spans":[]}\n'));
    assert.ok(!holds('a.jsonl', '{"label":"PERSON","pattern":[{"LOWER":"x"}]}\n{"name":"x","label":"y"}\n'));
  });
});
