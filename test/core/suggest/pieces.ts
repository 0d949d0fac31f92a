import fc from 'fast-check';

/** Texts that are made of what suggestions look at, and of anything else. */
export const textOfPieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Orhani',
        'Gen. ',
        'the ',
        'al-',
        '(VRGC)',
        ' ',
        '\n\n',
        'Qasem ',
        '’s',
        'Velmora',
        '-',
        ' of ',
        '😀',
        '\ud800',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));
