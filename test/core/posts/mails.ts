import fc from 'fast-check';

/** A mail of a generated box: its line `From …`, its header and its body, as lines. */
export interface Mail {
  readonly from: string;
  readonly header: readonly string[];
  readonly body: readonly string[];
}

const none: readonly string[] = [];
const word = fc.constantFrom('harbour', 'tolls', 'rise', 'Basra', 'ferry', 'late', 'the', 'of', 'Köln', '“open”');
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
const ascii = words.map((text) => text.replace(/[^ -~]+/g, 'x'));

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
const asQ = (text: string, charset = 'utf-8') => `=?${charset}?Q?${hex(Buffer.from(text)).join('')}?=`;
const asB = (text: string, charset = 'UTF-8') => `=?${charset}?B?${Buffer.from(text).toString('base64')}?=`;
const latin = (text: string) => `=?iso-8859-1?q?${hex(Buffer.from(text, 'latin1')).join('')}?=`;
const koi8 = '=?koi8-r?B?8NLJ18XU?=';

const subject = fc.oneof(
  fc.constant(none),
  fc.constant(['Subject:']),
  fc.constant(['SUBJECT: [Talk] Re: tolls']),
  words.map((text) => [`Subject: ${text}`]),
  words.map((text) => [`Subject:${text}  `, `\tand ${text}`, '  more']),
  words.map((text) => ['Subject: ', ` ${text}`]),
  words.map((text) => [`Subject: ${asQ(text)}`]),
  fc.tuple(words, words).map(([a, b]) => [`Subject: Re: ${asB(a)}`, ` ${asB(b)} (was: tolls)`]),
  fc.constant([`Subject: ${latin('Café Müller')} and`, ` ${koi8}`]),
  fc.constant(['Subject: =?utf-8?Q?Fish=20=26_chips?=', 'Subject: another']),
  ascii.map((text) => [`Subject: "${text}" <?> =?no=`]),
);

const zone = fc.constantFrom('+0200', '-0500', '+0200 (CEST)', 'GMT', 'EDT', '-0000', '+0530 (IST)', 'UT', '');
const month = fc.constantFrom(...'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '));
const day = fc.integer({ min: 1, max: 31 });
const year = fc.integer({ min: 1970, max: 2026 });
const time = fc.constantFrom('10:20:30', '23:59:59', '00:00', '9:05:00');
const written = fc
  .tuple(fc.constantFrom('Thu, ', 'Mon, ', '', 'Wed,'), day, month, year, time, zone)
  .map(([name, d, m, y, t, z]) => `${name}${d} ${m} ${y} ${t} ${z}`);

const date = fc.oneof(
  { weight: 8, arbitrary: written.map((value) => [`Date: ${value}`]) },
  fc.constant(none),
  fc.constant(['Date: Thu, 04 May 2016', '\t10:20:30 +0200']),
  fc.constant(['date: 04 may 98 10:20:30 +0100']),
  fc.constant(['Date: Thu, 4-May-2016 10:20:30 GMT']),
  fc.constant(['Date: Thu May  4 10:20:30 2016']),
  fc.constant(['Date: Tue, 30 Feb 2016 10:20:30 +0200']),
  fc.constant(['Date: yesterday']),
  fc.constant(['Date:']),
);

const came = fc
  .tuple(
    fc.constantFrom(
      'mara@harbour.example ',
      'm.lind at harbour.example  ',
      '- ',
      '"m l"@harbour.example ',
      '1529@xxx ',
    ),
    fc.constantFrom('Thu', 'Mon'),
    month,
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom('10:20:30', '10:20:30 +0000', '10:20:30 CEST'),
    year,
  )
  .map(([sender, name, m, d, t, y]) => `From ${sender}${name} ${m} ${String(d).padStart(2)} ${t} ${y}`);

const writer = fc.constantFrom(
  ['From: Mara Lind <mara@harbour.example>'],
  ['From: "Vey, Jon"', ' <jon@harbour.example>'],
  [`From: ${asQ('Zoë Lind')} <z@harbour.example>`],
  ['From: jon at harbour.example (Jon Vey)'],
  none,
);

const noise = fc.constantFrom(
  none,
  ['Received: from a.example (b.example [192.0.2.1])', '\tby c.example; Thu, 4 May 2016 10:20:30 +0200'],
  ['X-Date: Subject: none', 'Message-ID: <1@harbour.example>'],
  ['References: <1@harbour.example>', ' <2@harbour.example>', 'X-Empty:'],
);

const paragraph = fc.oneof(
  words.map((text) => [text]),
  fc.constantFrom(
    ['>From here on the harbour is closed.', '> From me'],
    ['>From mara@harbour.example Thu May  4 10:20:30 2016', 'Subject: quoted'],
    ['Subject: this line', 'Date: is no header', '', 'From: nobody'],
    ['', '', ' From an indented line Thu May  4 10:20:30 2016'],
    ['--x', 'Content-Type: message/rfc822', '', 'Subject: nested', 'Date: Mon, 1 Jan 2001 00:00:00 GMT', '', 'In it.'],
    ['--x', 'Content-Type: text/plain', 'Content-Transfer-Encoding: base64', '', 'UmFpbi4=', '--x--'],
  ),
);

/** A mail that its writer has quoted well: no line of its body begins with `From `. */
export const mail: fc.Arbitrary<Mail> = fc
  .tuple(came, fc.tuple(noise, writer, subject, date, noise), fc.array(paragraph, { maxLength: 4 }))
  .map(([from, header, body]) => ({ from, header: header.flat(), body: body.flat() }));

/** Mails as a box of them. The blank line before each fifth is missing, where that has a header to be known by. */
export function boxOf(mails: readonly Mail[], eol = '\n'): string {
  const lines = mails.flatMap(({ from, header, body }, index) => [
    ...(index === 0 || (index % 5 === 4 && header.length > 0) ? [] : ['']),
    ...[from, ...header, '', ...body],
  ]);
  return `${lines.join(eol)}${eol}`;
}
