import type { MergeFields, MergeFile, Value } from '../../src/core/merge/model';
import { CODEBOOK_SHAPE, REGISTRY_SHAPE, SIDECAR_SHAPE, type Shape } from '../../src/core/merge/shape';

/** A whole number from 0 to below a limit: from fast-check in the tests, which can then shrink it, and from a plain generator in bulk. */
export type Pick = (limit: number) => number;

/** A file, and what two people made of it. */
export interface Fork {
  readonly shape: Shape;
  readonly base: MergeFile;
  readonly ours: MergeFile;
  readonly theirs: MergeFile;
}

const TAGS = ['claim', 'claim/unsourced', 'no', 'question', 'rumour'];
const NOTES = ['short', 'two\nlines', '1e3', '“quoted”: yes', '# no comment'];
const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22'];
const PEOPLE = ['ann', 'jo', 'mia'];

/** Makes a random fork. Small files with many edits meet in more places than large ones. */
export function makeFork(
  pick: Pick,
  shape = [SIDECAR_SHAPE, SIDECAR_SHAPE, REGISTRY_SHAPE, CODEBOOK_SHAPE][pick(4)] ?? SIDECAR_SHAPE,
): Fork {
  const start = {
    top: makeTop(pick, shape),
    records: Array.from({ length: pick(6) }, (_, i) => makeRecord(pick, shape, `r${i}`, i)),
  };
  const base = pick(12) === 0 ? { top: new Map(), records: [] } : start;
  const from = base.records.length > 0 || base.top.size > 0 ? base : { top: start.top, records: [] };
  return { shape, base, ours: edited(pick, from, shape, 'o'), theirs: edited(pick, from, shape, 't') };
}

function makeTop(pick: Pick, shape: Shape): MergeFields {
  const top = new Map<string, Value>([['postgloss', '1']]);
  if (shape.kind === 'codebook')
    top.set(
      'archives',
      ['a/*.txt', 'b/*.txt'].slice(pick(2)).map((files) => new Map([['files', files]])),
    );
  if (pick(4) === 0) top.set('reviewed', some(pick, ['yes', 'not yet']));
  return top;
}

function makeRecord(pick: Pick, shape: Shape, id: string, place: number): MergeFields {
  const fields = new Map<string, Value>();
  if (shape.kind !== 'sidecar' || pick(8) > 0) fields.set('id', id);
  if (shape.kind === 'sidecar') {
    if (pick(3) > 0) fields.set('post', `2017-07-31/post-${place % 2}`);
    fields.set('quote', `passage ${place}`);
    if (pick(3) > 0) fields.set('tags', [some(pick, TAGS)]);
    if (pick(3) === 0) fields.set('note', some(pick, NOTES));
    if (pick(3) > 0) fields.set('by', some(pick, PEOPLE));
    if (pick(3) > 0) fields.set('on', some(pick, DAYS));
  } else if (shape.kind === 'registry') {
    fields.set('name', `Name ${id}`);
    if (pick(2) === 0) fields.set('aliases', [some(pick, PEOPLE), 'A']);
    if (pick(3) === 0) fields.set('links', new Map([['wikidata', `Q${pick(3)}`]]));
  } else if (pick(2) === 0) {
    fields.set('description', some(pick, NOTES));
  }
  if (pick(6) === 0)
    fields.set(
      'odd',
      new Map<string, Value>([
        ['a', ['b', new Map([['c', 'd']])]],
        ['e', null],
      ]),
    );
  return fields;
}

function edited(pick: Pick, file: MergeFile, shape: Shape, side: string): MergeFile {
  let { top } = file;
  let records = [...file.records];
  for (let left = pick(5), n = 0; left > 0; left--) {
    const at = pick(records.length + 1);
    const record = records[at];
    const kind = pick(12);
    if (kind < 3 || !record) {
      // Places are shared, so that both sides speak of one passage now and then; an id is, seldom.
      const id = pick(9) === 0 ? 'shared' : `${side}${n++}`;
      const added = makeRecord(pick, shape, id, 6 + pick(2));
      if (!records.some((other) => nameOf(other) === nameOf(added))) records.splice(at, 0, added);
    } else if (kind < 5) {
      records.splice(at, 1);
    } else if (kind === 5) {
      records.splice(at, 1);
      records.splice(pick(records.length + 1), 0, record);
    } else if (kind === 6) {
      top = new Map(top);
      if (shape.kind === 'codebook') editRules(pick, top as Map<string, Value>);
      else (top as Map<string, Value>).set('reviewed', some(pick, ['yes', 'no', 'in part']));
    } else {
      const changed = editRecord(pick, record, shape, `${side}c${n++}`);
      if (!records.some((other) => other !== record && nameOf(other) === nameOf(changed))) {
        records = records.map((other) => (other === record ? changed : other));
      }
    }
  }
  return { top, records };
}

function editRules(pick: Pick, top: Map<string, Value>): void {
  const rules = (top.get('archives') ?? []) as readonly Value[];
  const rule = new Map([
    ['files', some(pick, ['a/*.txt', 'c/*.txt', 'd/*.txt'])],
    ['format', some(pick, ['auto', 'plain'])],
  ]);
  const others = rules.filter((other) => (other as MergeFields).get('files') !== rule.get('files'));
  top.set('archives', pick(3) === 0 ? others : [...others, rule]);
}

function editRecord(pick: Pick, record: MergeFields, shape: Shape, id: string): MergeFields {
  const fields = new Map(record);
  const toggle = (key: string, item: string) => {
    const items = (fields.get(key) ?? []) as readonly Value[];
    const after = items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
    if (after.length === 0) fields.delete(key);
    else fields.set(key, after);
  };
  const kind = pick(7);
  if (kind < 3 && shape.kind !== 'codebook') toggle(shape.kind === 'sidecar' ? 'tags' : 'aliases', some(pick, TAGS));
  else if (kind === 3) {
    const key = shape.kind === 'sidecar' ? some(pick, ['note', 'entity', 'before', 'by', 'on']) : 'description';
    if (pick(4) === 0) fields.delete(key);
    else fields.set(key, key === 'on' ? some(pick, DAYS) : some(pick, NOTES));
  } else if (kind === 4 && !fields.has('id')) fields.set('id', id);
  else if (kind === 5 && shape.kind === 'registry') {
    const links = new Map((fields.get('links') ?? []) as MergeFields);
    links.set(some(pick, ['wikidata', 'home']), `Q${pick(4)}`);
    fields.set('links', links);
  } else fields.set('odd', some(pick, NOTES));
  return fields;
}

function nameOf(record: MergeFields): string {
  const id = record.get('id');
  return typeof id === 'string' ? id : JSON.stringify(SIDECAR_SHAPE.identity.map((key) => record.get(key) ?? null));
}

function some<T>(pick: Pick, items: readonly T[]): T {
  const item = items[pick(items.length)];
  if (item === undefined) throw new RangeError('There is nothing to pick from.');
  return item;
}

/** A plain generator of whole numbers (Marsaglia's xorshift), the same on every machine. */
export function seeded(seed: number): Pick {
  let state = seed >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
