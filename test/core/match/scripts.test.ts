import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMatcher } from '../../../src/core/match';
import { trials } from '../../support/trials';

/** What is found of some names in a text. */
function found(text: string, names: readonly string[], fold = false): string[] {
  const matcher = createMatcher(names.map((name, entity) => ({ text: name, entity, fold })));
  const mentions = matcher.match(text);
  return Array.from({ length: mentions.count }, (_, i) => text.slice(mentions.start(i), mentions.end(i)));
}

const folded = (text: string, ...names: string[]) => found(text, names, true);
const exact = (text: string, ...names: string[]) => found(text, names);

describe('names in scripts without spaces', () => {
  it('are found wherever they stand', () => {
    assert.deepEqual(exact('他们昨天在南京开会，南京市长来了。', '南京'), ['南京', '南京']);
    assert.deepEqual(exact('海岸日报1报道了。', '海岸日报'), ['海岸日报']);
    assert.deepEqual(exact('昨日カナミは山田花子さんと会った。', 'カナミ', '山田花子'), ['カナミ', '山田花子']);
    assert.deepEqual(exact('เขาอยู่ที่เชียงใหม่เมื่อวาน', 'เชียงใหม่'), ['เชียงใหม่']);
    assert.deepEqual(exact('ຂ້ອຍຢູ່ວຽງຈັນມື້ວານ', 'ວຽງຈັນ'), ['ວຽງຈັນ']);
    assert.deepEqual(exact('ខ្ញុំនៅភ្នំពេញម្សិលមិញ', 'ភ្នំពេញ'), ['ភ្នំពេញ']);
    assert.deepEqual(exact('သူသည်ရန်ကုန်မှာနေသည်', 'ရန်ကုန်'), ['ရန်ကုန်']);
    assert.deepEqual(exact('ཁོང་ལྷ་སར་ཡོད།', 'ལྷ་ས'), ['ལྷ་ས']);
    assert.deepEqual(exact('在𠮷野家吃饭', '𠮷野家'), ['𠮷野家']);
  });

  it('take the longest name, and are not cut off within a character', () => {
    assert.deepEqual(exact('南京大桥很长', '南京', '南京大桥', '大桥'), ['南京大桥']);
    assert.deepEqual(exact('กา กำ กี่ เกา', 'ก'), []);
    assert.deepEqual(exact('カー カ', 'カ'), ['カ']);
    assert.deepEqual(exact('က္ကာ', 'က'), []);
    assert.deepEqual(exact('ខ្មែរ', 'ខ'), []);
  });

  it('are found beside other scripts, and other scripts beside them', () => {
    assert.deepEqual(exact('我见了Mara Lind女士，Mara Lind说没事。', 'Mara Lind'), ['Mara Lind', 'Mara Lind']);
    assert.deepEqual(exact('在Quill上；Quill说没有，Quillx', 'Quill'), ['Quill', 'Quill']);
    assert.deepEqual(exact('Марaи Oslo', 'Мар', 'Oslo'), ['Мар', 'Oslo']);
    assert.deepEqual(exact('Oslo2 Oslo_ Oslo', 'Oslo'), ['Oslo']);
  });

  it('are those that indexOf finds, where words have no bounds', () => {
    const syllables = fc.constantFrom('南', '京', '山', '田', 'カ', 'ナ', 'ミ', 'の', 'に', '、', '。', 'อ', 'ม', 'ร');
    const word = fc.array(syllables, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    const name = word.filter((text) => !/[、。]/.test(text));
    const text = fc.array(fc.oneof(word, fc.constantFrom('Mara', '12', ' ', '\n')), { maxLength: 30 });
    fc.assert(
      fc.property(name, text, (wanted, parts) => {
        const whole = parts.join('');
        const places: number[] = [];
        for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + wanted.length)) places.push(at);
        const mentions = createMatcher([{ text: wanted, entity: 0 }]).match(whole);
        assert.deepEqual([...mentions.starts], places);
      }),
      trials(2000),
    );
  });
});

describe('names in Korean', () => {
  it('are found before particles and endings, and not within other words', () => {
    const text = '홍길순은 홍길순이 홍길순에게는 홍길순의 홍길순과 홍길순이었다 홍길순입니다 홍길순씨가 홍길순.';
    assert.equal(exact(text, '홍길순').length, 9);
    assert.deepEqual(exact('미라는 미라가 미라를 미라와 미라로 미라였다', '미라'), new Array(6).fill('미라'));
    assert.deepEqual(exact('미라은 미라을 미라톤 대미라 가나인 가나어', '미라', '가나'), []);
    assert.deepEqual(exact('그는 PKX를 비난했다. G7은 PKXK', 'PKX', 'G7'), ['PKX', 'G7']);
    assert.deepEqual(exact('미라는'.normalize('NFD'), '미라'), ['미라'.normalize('NFD')]);
  });

  it('are found at the start of a word before its particle, and nowhere else', () => {
    const particles = fc.constantFrom('는', '가', '를', '와', '의', '도', '에게', '에서', '로', '까지');
    const other = fc.constantFrom('바다', '하늘은', '톤', '미라톤', '대미라');
    const text = fc.array(
      fc.oneof(
        particles.map((particle) => `미라${particle}`),
        other,
        fc.constant('미라'),
      ),
    );
    fc.assert(
      fc.property(text, (words) => {
        const mentions = createMatcher([{ text: '미라', entity: 0 }]).match(words.join(' '));
        assert.equal(mentions.count, words.filter((word) => word.startsWith('미라') && word !== '미라톤').length);
      }),
      trials(500),
    );
  });
});

describe('folding names in Arabic letters and Hebrew', () => {
  it('are found behind particles in the same word, which are no parts of them', () => {
    const text = 'قال الكريم. والكريم، وبالكريم، وكالكريم، فالكريم، بالكريم، للكريم، وللكريم.';
    assert.deepEqual(folded(text, 'الكريم'), [...new Array<string>(6).fill('الكريم'), 'لكريم', 'لكريم']);
    assert.equal(folded('كريم الكريم والكريم للكريم وكريم لكريم', 'كريم').length, 6);
    assert.deepEqual(folded('للجنة', 'اللجنة'), ['لجنة']);
    assert.deepEqual(folded('وَبِالْكَرِيم', 'الكريم'), ['الْكَرِيم']);
    assert.deepEqual(folded('בתל אביב, ושבתל אביב, מירושלים והירדן', 'תל אביב', 'ירושלים', 'ירדן'), [
      'ירושלים',
      'ירדן',
    ]);
  });

  it('are not found behind other letters, behind particles in a wrong order, or if they are short', () => {
    assert.deepEqual(folded('تالكريم بوالكريم الوكريم', 'الكريم', 'كريم'), []);
    assert.deepEqual(folded('بقم وقم قم', 'قم'), ['قم']);
    assert.deepEqual(folded('وسام', 'سام', 'وسام'), ['وسام']);
    assert.deepEqual(exact('والكريم الكريم', 'الكريم'), ['الكريم']);
  });

  it('are alike in the encodings and marks of Arabic, Persian and Urdu', () => {
    assert.equal(folded('الصدر الصـــدر الصَّدْر الصدر\u200f ال\u200eصدر', 'الصدر').length, 5);
    assert.equal(folded('شیراز شيراز', 'شیراز').length, 2);
    assert.equal(folded('کرمان كرمان', 'كرمان').length, 2);
    assert.equal(folded('مدينة مدينه مدینہ', 'مدينة').length, 3);
    assert.equal(folded('أحمد احمد إحمد ٱحمد', 'احمد').length, 4);
    assert.equal(folded('می\u200cخواهم میخواهم', 'می\u200cخواهم').length, 2);
    assert.equal(folded('ﺷﻴﺮﺍﺯ', 'شيراز').length, 1);
    assert.equal(folded('יְרוּשָׁלַיִם', 'ירושלים').length, 1);
    assert.deepEqual(exact('شیراز\u200cها شیراز', 'شیراز'), ['شیراز', 'شیراز']);
  });
});

describe('what says nothing of a spelling', () => {
  it('is ignored: other widths, ligatures, double letters', () => {
    assert.deepEqual(folded('Weiß WEISS Weiss Weis', 'weiß'), ['Weiß', 'WEISS', 'Weiss']);
    assert.deepEqual(folded('Weiß', 'Weiss'), ['Weiß']);
    assert.deepEqual(exact('Weiss Weiß', 'Weiß'), ['Weiß']);
    assert.deepEqual(folded('ﬁnch ＦＩＮＣＨ Finch', 'Finch'), ['ﬁnch', 'ＦＩＮＣＨ', 'Finch']);
    assert.deepEqual(folded('İzmir ızmir izmir', 'Izmir'), ['İzmir', 'ızmir', 'izmir']);
  });

  it('is left out of names, and of what is found', () => {
    assert.deepEqual(exact('قال الكريم. Mara Lind said', '\u200fالكريم', 'Mara Lind\u200e'), ['الكريم', 'Mara Lind']);
    assert.deepEqual(exact('\u2067Mara\u2069 \u200bLind\u200b said', '\ufeffMara Lind'), ['Mara\u2069 \u200bLind']);
    assert.deepEqual(exact('شیراز گفت', '\u200cشیراز\u200c'), ['شیراز']);
  });

  it('is the hyphen by which a line end divides a word', () => {
    for (const end of ['\u00ad\n', '\u00ad\r\n', '\u00ad \n  ', '\u00ad\u200f\n']) {
      assert.deepEqual(
        exact(`We met Jon Carro${end}wen then`, 'Jon Carrowen'),
        [`Jon Carro${end}wen`],
        JSON.stringify(end),
      );
    }
    assert.deepEqual(exact('Carro\u00ad\n\nwen Carro-\nwen', 'Carrowen'), []);
    assert.deepEqual(folded('Carro-\nwen Car-\n  rowen Al-\nCarro Al-Carro', 'Carrowen', 'Al-Carro').length, 4);
    assert.deepEqual(folded('Carro-\n\nwen Carro- wen', 'Carrowen'), []);
  });
});

describe('the ends of words', () => {
  it('are before the marks of footnotes, and not before powers', () => {
    assert.deepEqual(exact('Mara Lind¹ met PKX². Mara Lind¹² left, PKXª', 'Mara Lind', 'PKX'), [
      'Mara Lind',
      'PKX',
      'Mara Lind',
      'PKX',
    ]);
    assert.deepEqual(exact('40 m² and 3 km², 10² but CO₂', 'm', 'km', '10', 'CO'), []);
    assert.deepEqual(exact('南京¹', '南京'), ['南京']);
  });

  it('are not within abbreviations with full stops', () => {
    assert.deepEqual(
      exact('The U.N. met. U.N.I.D.O. did not, nor U.N.E.P, P.K.K. or P.K.K', 'U.N.', 'P.K.', 'N.I.', 'U.N'),
      ['U.N.'],
    );
    assert.deepEqual(exact('J.R.Carrow and U.N.-led Inc.The', 'J.R.', 'Carrow', 'U.N.', 'Inc.'), [
      'J.R.',
      'Carrow',
      'U.N.',
      'Inc.',
    ]);
    assert.deepEqual(exact('С.С.С.Р. С.С.', 'С.С.'), ['С.С.']);
  });
});

describe('names within addresses', () => {
  it('are no mentions', () => {
    for (const text of [
      'see https://example.org/Mara/Lind?q=Mara#Mara now',
      'see www.example.org/Mara now',
      'write to Mara@example.org now',
      'write to mailto:x.Mara@example.org',
      '见https://example.org/wiki/南京市。',
      'see example.com/Mara or EXAMPLE.com/Mara',
      'see Mara.example.org',
    ]) {
      assert.deepEqual(exact(text.replace('Mara.example', 'mara.example'), 'Mara', 'mara', '南京'), [], text);
    }
  });

  it('are mentions beside them, and if they are addresses themselves', () => {
    assert.deepEqual(exact('[Mara Lind](https://example.org/mara-lind)', 'Mara Lind', 'mara', 'lind'), ['Mara Lind']);
    assert.deepEqual(exact('看https://example.org/a南京 https://example.org를', '南京'), ['南京']);
    assert.deepEqual(exact('(https://example.org/a)Mara, <https://example.org|Mara>', 'Mara'), ['Mara', 'Mara']);
    assert.deepEqual(
      exact('at example.org, https://www.example.org/x, my-example.org, example.org.uk', 'example.org'),
      ['example.org', 'example.org'],
    );
    assert.deepEqual(exact('Mara: Lind, Mara/Lind. Node.js/Mara St.Mara/Lind', 'Mara').length, 4);
    assert.deepEqual(exact('@Mara said', 'Mara'), ['Mara']);
  });
});
