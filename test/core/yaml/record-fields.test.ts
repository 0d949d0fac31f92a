import assert from 'node:assert/strict';
import type { Problem } from '../../../src/core/problem';
import { readRecords } from '../../../src/core/yaml/read-records';
import { NEEDED_TEXT, RecordFields, TEXT, TEXT_MAP, TEXTS } from '../../../src/core/yaml/record-fields';

interface Ship {
  readonly id: string;
  readonly flag: string | null;
  readonly ports: readonly string[];
  readonly crew: ReadonlyMap<string, string>;
}
const SHIP = new RecordFields<Ship>({ id: NEEDED_TEXT, flag: TEXT, ports: TEXTS, crew: TEXT_MAP });
const ship: Ship = {
  id: 'a',
  flag: 'red',
  ports: ['north', 'south'],
  crew: new Map([
    ['mate', 'Jon'],
    ['cook', 'Mara'],
  ]),
};

/** Ships that differ from the first in one thing. */
const OTHERS: readonly Ship[] = [
  { ...ship, id: 'b' },
  { ...ship, id: '' },
  { ...ship, flag: null },
  { ...ship, flag: 'Red' },
  { ...ship, ports: [] },
  { ...ship, ports: ['north'] },
  { ...ship, ports: ['south', 'north'] },
  { ...ship, ports: ['north', 'south', 'west'] },
  { ...ship, ports: ['north', 'south '] },
  { ...ship, crew: new Map() },
  { ...ship, crew: new Map([['mate', 'Jon']]) },
  {
    ...ship,
    crew: new Map([
      ['mate', 'Jon'],
      ['cook', 'Jo'],
    ]),
  },
  {
    ...ship,
    crew: new Map([
      ['mate', 'Jon'],
      ['pilot', 'Mara'],
    ]),
  },
  {
    ...ship,
    crew: new Map([
      ['cook', 'Mara'],
      ['mate', 'Jon'],
    ]),
  },
];

describe('RecordFields', () => {
  it('tells two records apart that would be read differently, and no others', () => {
    assert(SHIP.same(ship, { ...ship }));
    assert(SHIP.same(ship, { ...ship, ports: ['north', '', 'south', 'north'] }));
    assert(SHIP.same({ ...ship, flag: '' }, { ...ship, flag: null }));
    assert(SHIP.same({ id: 'a' }, { ...SHIP.blank, id: 'a' }));
    for (const other of OTHERS) {
      assert(!SHIP.same(ship, other), JSON.stringify(other));
      assert(!SHIP.same(other, ship), JSON.stringify(other));
    }
    assert(!SHIP.same({ ...ship, ports: ['mate', 'Jon'] }, { ...ship, ports: ['mate'] }));
  });

  it('tells two lists apart by each of their records, their order and their number', () => {
    const [b, c] = [
      { ...ship, id: 'b' },
      { ...ship, id: 'c' },
    ];
    assert(SHIP.sameAll([], []));
    assert(SHIP.sameAll([ship, b, c], [{ ...ship }, b, { ...c }]));
    for (const other of [[], [ship], [ship, b], [ship, b, c, c], [b, ship, c], [ship, c, b], [ship, b, b]]) {
      assert(!SHIP.sameAll([ship, b, c], other), JSON.stringify(other));
      assert(!SHIP.sameAll(other, [ship, b, c]), JSON.stringify(other));
    }
    // A record that says nothing is a record too.
    assert(!SHIP.sameAll([ship], [ship, SHIP.blank]));
    assert(!SHIP.sameAll([ship, SHIP.blank], [ship]));
    for (const other of OTHERS) assert(!SHIP.sameAll([b, ship], [b, other]), JSON.stringify(other));
  });

  it('reads a field of the wrong shape as missing, and reports its place', () => {
    const read = (field: string) => {
      const text = `postgloss: 1\nships:\n  - id: a\n    ${field}\n`;
      const [record] = readRecords(text, 'ships').records;
      assert(record);
      const problems: Problem[] = [];
      const values = SHIP.read(record.map, problems);
      return [values, problems.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`)];
    };
    const none = { ...SHIP.blank, id: 'a' };
    assert.deepEqual(read('name: x'), [none, []]);
    for (const [field, place] of [
      ['flag: [red]', 'flag'],
      ['flag: {red: x}', 'flag'],
      ['ports: {north: x}', 'ports'],
      ['crew: Jon', 'crew'],
      ['crew: [Jon]', 'crew'],
    ] as const) {
      assert.deepEqual(read(field), [none, [`bad-field ${place}`]], field);
    }
    assert.deepEqual(read('ports: north'), [{ ...none, ports: ['north'] }, []]);
    assert.deepEqual(read('ports: [north, [x], "", north]'), [{ ...none, ports: ['north'] }, ['bad-field [x]']]);
    const crew = new Map([['mate', 'Jon']]);
    assert.deepEqual(read('crew: {mate: Jon, cook: [x], pilot: }'), [{ ...none, crew }, ['bad-field cook']]);
  });

  it('finds the fields that a change must write, and those that it takes away', () => {
    for (const other of OTHERS) {
      const changes = SHIP.changes(ship, other);
      assert.equal(changes.size, 1, JSON.stringify(other));
      const [[name, value] = ['', null]] = changes;
      assert.deepEqual(value, SHIP.write(other).get(name) ?? null);
      // Written over what stood there, they give the other record.
      const written = new Map(SHIP.write(ship));
      for (const [key, now] of changes) {
        if (now === null) written.delete(key);
        else written.set(key, now);
      }
      assert.deepEqual(new Map(written), SHIP.write(other));
    }
    assert.equal(SHIP.changes(ship, ship).size, 0);
    assert.equal(SHIP.changes(ship, {}).size, 0);
  });

  it('writes no blank fields, and the others in their order', () => {
    assert.deepEqual([...SHIP.write({ ...ship, flag: '' }).keys()], ['id', 'ports', 'crew']);
    assert.deepEqual([...SHIP.write({ crew: ship.crew, id: 'a', ports: ['', ''] }).keys()], ['id', 'crew']);
    assert.deepEqual(SHIP.write({ ports: ['a', 'b', 'a', ''] }).get('ports'), ['a', 'b']);
    assert.deepEqual(
      [...SHIP.parts],
      [
        ['ports', 'set'],
        ['crew', 'map'],
      ],
    );
  });
});
