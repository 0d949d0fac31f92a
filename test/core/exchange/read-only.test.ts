// Files as other tools write them, made by hand.
import assert from 'node:assert/strict';
import { FORMATS } from '../../../src/core/exchange/formats';
import { openArchive, TEXT, TEXT_PATH } from '../../support/archive';
import { importedInto } from './support';

async function imported(format: string, files: Readonly<Record<string, string>>) {
  const opened = await openArchive();
  const found = FORMATS.find(({ name }) => name === format) ?? assert.fail(format);
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, new Uint8Array(Buffer.from(text))]));
  const plan = importedInto(opened.archive, found, bytes);
  opened.host.write(plan.edits);
  await opened.archive.refresh([]);
  const records = opened.text.annotations.map(({ annotation, anchor }) => {
    const { tags, note, by, on, quote } = annotation;
    return { quote, tags, note, by, on, start: anchor.span?.start ?? null };
  });
  // What was imported is known again.
  const again = importedInto(opened.archive, found, bytes);
  assert.deepEqual(again.edits, []);
  return { ...plan, records, manifest: opened.host.text('postgloss.yaml') ?? '' };
}

const at = (words: string, from = 0) => TEXT.indexOf(words, from);
const SAID = { tags: ['claim'], note: null, by: null, on: null };
const CLOSED = TEXT.slice(at('The harbour is closed'), at('\n\nA bridge for Basra'));

describe('an import', () => {
  it('of Hypothesis goes by the quotes, with the answers in the note', async () => {
    const annotations = [
      {
        ...{
          id: 'x1',
          created: '2024-02-29T10:00:00+00:00',
          user: 'acct:jo@hypothes.is',
          text: 'So?',
          tags: ['claim'],
        },
        target: [
          {
            selector: [
              { type: 'TextPositionSelector', start: 9999, end: 10004 },
              { type: 'TextQuoteSelector', exact: 'break barriers', prefix: 'has come to ', suffix: ' of sects' },
            ],
          },
        ],
      },
      { id: 'x2', references: ['x1'], user: 'acct:mo@hypothes.is', text: 'No.', tags: [], target: [{}] },
      {
        id: 'x3',
        user: 'acct:jo@hypothes.is',
        text: '',
        tags: ['claim'],
        target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'nowhere at all' }] }],
      },
    ];
    const { records, rows } = await imported('hypothesis', { '': JSON.stringify({ annotations }) });
    assert.deepEqual(records, [
      {
        ...SAID,
        quote: 'break barriers',
        start: at('break barriers'),
        note: 'So?\n\nmo: No.',
        by: 'jo',
        on: '2024-02-29',
      },
    ]);
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['new', 'unplaced'],
    );
  });

  it('of Recogito reads starts, and believes them where all of them spell their quotes', async () => {
    const line = (quote: string, start: number, tags: string) =>
      `"u","harbour.txt","${quote}","char-offset:${start}","PLACE","","","${tags}","Note"\r\n`;
    const head = '"UUID","FILE","QUOTE_TRANSCRIPTION","ANCHOR","TYPE","URI","VOCAB_LABEL","TAGS","COMMENTS"\r\n';
    const second = at('Basra', at('A bridge'));
    const { records } = await imported('recogito', {
      '': `${head}${line('Basra', second, 'claim')}${line('time has come to break barriers', at('time has come'), '')}`,
    });
    assert.deepEqual(
      records.map(({ start, tags }) => ({ start, tags })),
      [
        { start: at('time has come'), tags: ['place'] },
        { start: second, tags: ['claim'] },
      ],
    );
  });

  it('of CATMA reads phrases and the path of their tag', async () => {
    const start = at('The Call returns');
    const annotation = {
      id: 'a',
      phrases: [{ startOffset: start, endOffset: start + 16, phrase: 'The Call returns' }],
      tagPath: '/Claim/Not sourced',
      author: 'jo',
    };
    const { records } = await imported('catma', {
      '': JSON.stringify({ documents: { d1: { sourceDocumentName: 'harbour.txt', annotations: [annotation] } } }),
    });
    assert.deepEqual(records, [{ ...SAID, quote: 'The Call returns', start, tags: ['claim/not-sourced'], by: 'jo' }]);
  });

  it('of doccano reads `label` and the `entities` of projects with relations', async () => {
    const start = Array.from(CLOSED.slice(0, CLOSED.indexOf('break'))).length;
    const lines = [
      { text: CLOSED, label: [[start, start + 5, 'claim']] },
      {
        text: CLOSED,
        entities: [{ id: 7, start_offset: start, end_offset: start + 14, label: 'question' }],
        relations: [],
      },
    ];
    const { records } = await imported('jsonl', { '': lines.map((line) => JSON.stringify(line)).join('\n') });
    assert.deepEqual(
      records.map(({ quote, tags }) => [quote, tags]),
      [
        ['break', ['claim']],
        ['break barriers', ['question']],
      ],
    );
  });

  it('of a number that does not spell its quote goes by the quote, and says so', async () => {
    const line = { text: CLOSED, spans: [{ start: 3, end: 17, label: 'claim', text: 'break barriers' }] };
    const { rows, records } = await imported('jsonl', { '': JSON.stringify(line) });
    assert.deepEqual(
      records.map(({ start }) => start),
      [at('break barriers')],
    );
    assert.match(rows[0]?.message ?? '', /number leads to other words/);
  });

  it('of a table of quotes alone leaves to a person what stands twice', async () => {
    const { rows, records } = await imported('csv', {
      '': 'Quote;Code;Comment\nbreak barriers;claim;Why?\nThe Call;claim;\n',
    });
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['new', 'unplaced'],
    );
    assert.deepEqual(records, [
      { ...SAID, quote: 'break barriers', start: at('break barriers'), note: 'Why?' },
      { ...SAID, quote: 'The Call', start: null },
    ]);
  });

  it('of REFI-QDA takes braces, Sources, CRLF and positions as other programs count them', async () => {
    const text = CLOSED.replaceAll('\n', '\r\n');
    const start = text.indexOf('break barriers');
    const selection = `<PlainTextSelection guid="{00000000-0000-0000-0000-00000000000A}" name="break barriers" startPosition="${start}" endPosition="${start + 14}" creatingUser="{00000000-0000-0000-0000-0000000000FF}"><Coding guid="00000000-0000-0000-0000-00000000000b"><CodeRef targetGUID="{00000000-0000-0000-0000-00000000000C}"/></Coding></PlainTextSelection>`;
    const project = `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.5" name="x" origin="Other">
<Users><User guid="00000000-0000-0000-0000-0000000000ff" name="Jo"/></Users>
<CodeBook><Codes><Code guid="00000000-0000-0000-0000-000000000001" name="Themes" isCodable="false"><Code guid="00000000-0000-0000-0000-00000000000c" name="Lived experience" isCodable="true" color="rgb(10, 90, 240)"/></Code></Codes></CodeBook>
<Sources><TextSource guid="00000000-0000-0000-0000-000000000002" name="One" plainTextPath="internal://one.txt">${selection}</TextSource><PDFSource guid="00000000-0000-0000-0000-000000000003"/></Sources></Project>`;
    const { records, manifest, skipped } = await imported('refi', {
      'Any name.qde': project,
      'Sources/one.txt': `\ufeff${text}`,
    });
    assert.deepEqual(records, [
      { ...SAID, quote: 'break barriers', start: at('break barriers'), tags: ['Themes/lived-experience'], by: 'Jo' },
    ]);
    assert.match(manifest, /- id: Themes\/lived-experience\n {4}description: Lived experience\n {4}color: blue\n/);
    assert.deepEqual(
      skipped.map(({ what }) => what),
      ['source'],
    );
  });

  it('of the annotation model of the W3C takes relative sources, lists and single annotations', async () => {
    const target = { source: TEXT_PATH, selector: { type: 'TextQuoteSelector', exact: 'break barriers' } };
    const annotation = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', target };
    const tagged = { ...annotation, body: { type: 'TextualBody', purpose: 'tagging', value: 'claim' } };
    for (const value of [tagged, [tagged], { type: 'AnnotationPage', items: [tagged] }]) {
      const { records } = await imported('w3c', { '': JSON.stringify(value) });
      assert.deepEqual(records, [{ ...SAID, quote: 'break barriers', start: at('break barriers') }]);
    }
    const noted = await imported('w3c', { '': JSON.stringify({ ...annotation, bodyValue: 'So?' }) });
    assert.deepEqual(noted.records, [
      { ...SAID, tags: [], note: 'So?', quote: 'break barriers', start: at('break barriers') },
    ]);
  });

  it('of brat tells of relations and attributes', async () => {
    const start = CLOSED.indexOf('break');
    const ann = `T1\tclaim ${start} ${start + 5}\tbreak\nT2\tclaim ${start + 6} ${start + 14}\tbarriers\nR1\tOrg Arg1:T1 Arg2:T2\nA1\tNegation T1\n#1\tAnnotatorNotes T1\tSo?\n`;
    const { records, skipped } = await imported('brat', { 'd/one.ann': ann, 'd/one.txt': CLOSED });
    assert.deepEqual(
      records.map(({ quote, note }) => [quote, note]),
      [
        ['break', 'So?'],
        ['barriers', null],
      ],
    );
    assert.deepEqual(
      skipped.map(({ what }) => what),
      ['relation', 'attribute'],
    );
  });
});
