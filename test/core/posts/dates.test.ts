import assert from 'node:assert/strict';
import { habitsOf, parseDate, readDate, settleDate } from '../../../src/core/posts/dates';
import { findTrailingDate } from '../../../src/core/posts/trailing-date';

describe('parseDate', () => {
  for (const written of [
    'May 4, 2016',
    'May 4 2016',
    'may 4th, 2016',
    'MAY 04, 2016',
    'Wednesday, May 4, 2016',
    'Wed. May 4, 2016',
    '4 May 2016',
    '4th of May, 2016',
    'the 4th of May 2016',
    '4-May-2016',
    'Wed, 04 May 2016 10:00:00 +0200',
    'May 4, 2016 at 10:00 am',
    'May 4, 2016, 10:00 p.m.',
    '2016-05-04',
    '2016/05/04',
    '2016-05-04T10:00:00+02:00',
    '2016-05-04T23:59:59.999Z',
    '2016-05-04 10:00',
    '2016-05-04 10:00:00 +0200',
    ' May\u00a04,\u00a02016 ',
  ]) {
    it(`reads ${JSON.stringify(written)}`, () => assert.equal(parseDate(written), '2016-05-04'));
  }

  it('reads every month, whole and abbreviated', () => {
    const months = 'January February March April May June July August September October November December'.split(' ');
    months.forEach((month, index) => {
      const expected = `2015-${String(index + 1).padStart(2, '0')}-09`;
      for (const name of [month, month.slice(0, 3), `${month.slice(0, 3)}.`]) {
        assert.equal(parseDate(`${name} 9, 2015`), expected, name);
      }
    });
    assert.equal(parseDate('Sept. 9, 2015'), '2015-09-09');
  });

  it('takes the date of a date-time as written, whatever its zone', () => {
    assert.equal(parseDate('2016-05-04T23:30:00-07:00'), '2016-05-04');
    assert.equal(parseDate('2016-05-04T00:30:00+14:00'), '2016-05-04');
  });

  it('reads numbers only where they can be read in one way', () => {
    assert.equal(parseDate('13/04/2016'), '2016-04-13');
    assert.equal(parseDate('04/13/2016'), '2016-04-13');
    assert.equal(parseDate('04.04.2016'), '2016-04-04');
    assert.equal(parseDate('03/04/2016'), null);
    assert.equal(readDate('03/04/2016')?.date, null);
  });

  it('knows the calendar', () => {
    assert.equal(parseDate('February 29, 2016'), '2016-02-29');
    assert.equal(parseDate('February 29, 2000'), '2000-02-29');
    for (const never of [
      'February 30, 2016',
      'February 29, 2015',
      'February 29, 1900',
      'April 31, 2016',
      'May 0, 2016',
      '2016-13-01',
      '32/01/2016',
      '13/13/2016',
    ]) {
      assert.equal(parseDate(never), null, never);
    }
  });

  it('knows no date in anything else', () => {
    for (const other of [
      '',
      'May',
      'May 2016',
      'May 4',
      'May 4, 16',
      "May 4, '16",
      '4/5/16',
      '2016',
      '2016-05-04T25:00',
      '2016-05/04',
      'May 4, 2016 and later',
      'On May 4, 2016',
      'Maybe 4, 2016',
      'January 31t, 2015',
      `May 4, 2016${' '.repeat(80)}x`,
    ]) {
      assert.equal(parseDate(other), null, other);
    }
  });
});

describe('dates of other languages', () => {
  for (const [written, date] of [
    ['14. Mai 2016', '2016-05-14'],
    ['le 1er mai 2016 à 10h30', '2016-05-01'],
    ['14 de mayo de 2016', '2016-05-14'],
    ['14 d’abril del 2016', '2016-04-14'],
    ['2016年5月14日（土）', '2016-05-14'],
    ['二〇一六年五月十四日', '2016-05-14'],
    ['令和元年5月14日', '2019-05-14'],
    ['2016년 5월 14일 토요일', '2016-05-14'],
    ['14 мая 2016 г. в 10:30', '2016-05-14'],
    ['١٤ كانون الثاني ٢٠١٦', '2016-01-14'],
    ['۲۵ اردیبهشت ۱۳۹۵', '2016-05-14'],
    ['\u200fMay 14, 2016', '2016-05-14'],
    ['१४ मई २०१६', '2016-05-14'],
    ['14 พ.ค. พ.ศ. 2559', '2016-05-14'],
    ['14 พ.ค. 2559', null],
    ['ngày 14 tháng 5 năm 2016', '2016-05-14'],
    ['14 MAYIS 2016 Cumartesi', '2016-05-14'],
    ['4. 5. 2016', '2016-05-04'],
    ['04.05.2016', '2016-05-04'],
    ['2016 May 4', '2016-05-04'],
    ['Veröffentlicht am 14. Mai 2016', '2016-05-14'],
    ['投稿日：2016年5月14日', '2016-05-14'],
    ['31. April 2016', null],
    ['30 février 2016', null],
    ['On 13 April 2016', null],
  ] as const) {
    it(`reads ${written} as ${date ?? 'none'}`, () => assert.equal(parseDate(written), date));
  }

  const languages =
    'en de fr es it pt nl sv nb da fi is et lv lt cs sk hu ro sl tr ca ru uk bg el he ar fa hi bn th vi id zh ja ko';
  it('are read as Intl writes them, long and short, with weekday and without', () => {
    for (const language of languages.split(' ')) {
      for (const dateStyle of ['full', 'long'] as const) {
        const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { dateStyle, timeZone: 'UTC' });
        for (let day = 0; day < 366; day += 5) {
          const moment = Date.UTC(2016, 0, 1 + day);
          const written = format.format(moment);
          assert.equal(parseDate(written), new Date(moment).toISOString().slice(0, 10), `${language}: ${written}`);
        }
      }
    }
  });

  it('whose month has one name in two languages are told by the other dates', () => {
    const date = readDate('1 listopada 2016');
    assert.ok(date);
    assert.equal(settleDate(date, new Set()), null);
    assert.equal(settleDate(date, habitsOf([readDate('14 sierpnia 2016')])), '2016-11-01');
    assert.equal(settleDate(date, habitsOf([readDate('14. kolovoza 2016.')])), '2016-10-01');
    assert.equal(parseDate('wtorek, 1 listopada 2016'), '2016-11-01');
  });
});

describe('dates as programs write them', () => {
  for (const written of [
    '2016-05-04 10:00:00 -5',
    '2016-05-04T23:30:00+03',
    '2016-05-04 10:00:00 +0530 IST',
    '2016-05-04 21:52:45 +0200 CEST',
    'Wed, 4 May 2016 23:30:00 +0300 (EEST)',
    'Wed May  4 23:30:00 UTC 2016',
    'Wed May  4 23:30:00 2016',
    'Wed May 04 2016 10:00:00 GMT+0200 (Central European Summer Time)',
    '2016-05-04T23:30:00Z[UTC]',
    '20160504T233000Z',
    '20160504',
    '<2016-05-04 Wed 10:00>',
    '4 May 2016, 10.30',
  ]) {
    it(`reads ${written}`, () => assert.equal(parseDate(written), '2016-05-04'));
  }
});

describe('findTrailingDate', () => {
  const found = (line: string) => {
    const date = findTrailingDate(line);
    return date && [line.slice(date.start, date.end), date.date];
  };

  it('finds the date that ends a line, with its weekday', () => {
    assert.deepEqual(found('Closed, Coastal Review, May 4, 2016'), ['May 4, 2016', '2016-05-04']);
    assert.deepEqual(found('Closed, Wednesday, 4 May 2016'), ['Wednesday, 4 May 2016', '2016-05-04']);
    assert.deepEqual(found('Closed (2016-05-04).'), ['2016-05-04', '2016-05-04']);
    assert.deepEqual(found('Closed, May 4, 2016 10 a.m.'), null);
    assert.deepEqual(found('Closed, May 4, 2016 10:00 a.m.'), ['May 4, 2016 10:00 a.m.', '2016-05-04']);
  });

  it('finds one that is written directly behind a word', () => {
    assert.deepEqual(found('Closed, Coastal ReviewMay 4, 2016'), ['May 4, 2016', '2016-05-04']);
  });

  it('finds the shape of a date that cannot be known', () => {
    assert.deepEqual(found('Closed, Coastal Review, 03/04/2016'), ['03/04/2016', null]);
  });

  it('finds none inside a line or a word', () => {
    for (const line of ['On May 4, 2016 it closed', 'the dismay 4, 2016', 'Chapter 3, May 2016', 'v2.13/04/2016', '']) {
      assert.equal(found(line), null, line);
    }
  });
});
