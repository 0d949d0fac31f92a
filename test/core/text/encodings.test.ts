import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeText } from '../../../src/core/text';
import { decodeAs, encodingNamed, whyNotAs } from '../../../src/core/text/encodings';
import { guessEncoding } from '../../../src/core/text/guess-encoding';
import { encodeAs } from '../../support/encode';
import { trials } from '../../support/trials';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('the encoding of a file', () => {
  it('has the name of the standard', () => {
    for (const [label, name] of [
      ['latin1', 'windows-1252'],
      ['ISO-8859-1', 'windows-1252'],
      [' Windows-1251 ', 'windows-1251'],
      ['sjis', 'shift_jis'],
      ['UTF8', 'utf-8'],
      ['utf-16', 'utf-16le'],
      ['klingon', null],
      ['iso-2022-kr', null],
      ['', null],
    ] as const)
      assert.equal(encodingNamed(label), name, label);
  });

  it('is said by its byte order mark, whatever is declared', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 }).map((given) => given.replaceAll('\0', ''));
    const declared = fc.constantFrom(undefined, 'windows-1252', 'shift_jis', 'utf-16be');
    fc.assert(
      fc.property(text, fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'), declared, (given, encoding, other) => {
        const marked = `\ufeff${given}`;
        const bytes = encoding === 'utf-8' ? Buffer.from(marked) : encodeAs(marked, encoding);
        assert.equal(decodeAs(bytes, other), given);
      }),
      trials(500),
    );
  });

  it('is else the declared one, and UTF-8 where none is', () => {
    assert.equal(decodeAs(latin1('caf\xe9')), null);
    assert.equal(decodeAs(latin1('caf\xe9 \x93x\x94'), 'windows-1252'), 'café “x”');
    assert.equal(decodeAs(Buffer.from('Überfluß')), 'Überfluß');
    const characters = {
      'windows-1252': 'aé“Ÿ\r\n',
      'windows-1251': 'aжЯ\n',
      'koi8-r': 'aжЯ\n',
      shift_jis: 'aア港。\n',
      gb18030: 'a港，\n',
      'euc-kr': 'a항구\n',
    };
    for (const [encoding, letters] of Object.entries(characters)) {
      const text = fc.array(fc.constantFrom(...Array.from(letters)), { maxLength: 30 }).map((all) => all.join(''));
      fc.assert(
        fc.property(text, (given) => assert.equal(decodeAs(encodeAs(given, encoding), encoding), given)),
        trials(50),
      );
    }
  });

  it('gives no text of bytes that do not fit, and of a NUL', () => {
    for (const [bytes, encoding, why] of [
      [latin1('one\n\x82'), 'shift_jis', 'It is not shift_jis text: line 2 cannot be read'],
      [latin1('\xff\xfea\0\n\0\0\0'), undefined, 'It is no text: a NUL in line 2'],
      [latin1('\xff\xfea\0b'), undefined, 'It is not UTF-16LE text: line 1 cannot be read'],
      [latin1('a\0'), 'windows-1252', 'It is no text: a NUL in line 1'],
      [latin1('caf\xe9'), undefined, 'It is not UTF-8 text: the byte E9 at 3, in line 1'],
      [latin1('\xef\xbb\xbf\xe9'), 'windows-1252', 'It is not UTF-8 text: the byte E9 at 3, in line 1'],
    ] as const) {
      assert.equal(decodeAs(bytes, encoding), null);
      assert.equal(whyNotAs(bytes, encoding), why);
    }
  });

  it('of our own files is UTF-8', () => {
    assert.equal(decodeText(encodeAs('\ufeffa: b\n', 'utf-16le')), null);
  });
});

describe('the encoding that is proposed', () => {
  const samples: readonly (readonly [encoding: string, text: string])[] = [
    ['windows-1252', 'Le port est fermé. Les prix montent chaque année, là où l’été a été très sec; ça dépend.'],
    ['windows-1252', 'Der Hafen ist für drei Tage geschlossen. „Schön“, sagt Jörg, größer könnte das Übel nicht sein.'],
    ['windows-1251', 'Гавань закрыта с четверга, говорят рыбаки. Цены растут каждый год, и никто не знает почему.'],
    ['koi8-r', 'Гавань закрыта с четверга, говорят рыбаки. Цены растут каждый год, и никто не знает почему.'],
    ['windows-1253', 'Το λιμάνι είναι κλειστό από την Πέμπτη, λένε οι ψαράδες. Οι τιμές ανεβαίνουν κάθε χρόνο.'],
    ['windows-1255', 'הנמל סגור מיום חמישי, אומרים הדייגים. המחירים עולים בכל שנה ואיש אינו יודע מדוע.'],
    ['windows-1256', 'الميناء مغلق منذ يوم الخميس كما يقول الصيادون والأسعار ترتفع كل سنة ولا أحد يعرف السبب'],
    ['shift_jis', '港は木曜日から閉まっている、と漁師たちは言う。値段は毎年上がり、誰も理由を知らない。'],
    ['euc-jp', '港は木曜日から閉まっている、と漁師たちは言う。値段は毎年上がり、誰も理由を知らない。'],
    ['euc-kr', '항구는 목요일부터 닫혀 있다고 어부들이 말한다. 값은 해마다 오르고 아무도 이유를 모른다.'],
    ['gb18030', '港口从星期四起关闭，渔民们说。价格每年都在上涨，没有人知道是什么原因。这是我们的城市。'],
    ['big5', '港口從星期四起關閉，漁民們說。價格每年都在上漲，沒有人知道是什麼原因。這是我們的城市。'],
  ];
  for (const [encoding, text] of samples) {
    it(`is ${encoding} for ${text.slice(0, 12)}…`, () => {
      assert.equal(guessEncoding(encodeAs(text, encoding)), encoding);
      // Long texts are judged by their beginning.
      assert.equal(guessEncoding(encodeAs(`${text}\n`.repeat(4000), encoding)), encoding);
    });
  }

  it('is none for UTF-8, for a byte order mark, and for what is no text', () => {
    for (const bytes of [
      Buffer.from('Ships wait.'),
      Buffer.from('Über'),
      encodeAs('\ufeffÜber', 'utf-16be'),
      latin1('\xe9\0'),
    ])
      assert.equal(guessEncoding(bytes), null);
  });

  it('gives a text, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const encoding = guessEncoding(bytes);
        assert(encoding === null || decodeAs(bytes, encoding) !== null);
      }),
      trials(1000),
    );
  });
});
