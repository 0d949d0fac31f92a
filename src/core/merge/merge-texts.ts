import { assemble, type Stretch } from './assemble';
import { decideMerge, NOTHING } from './decide';
import { chosenFields, chosenRecord, type MergeDecisions, type Side } from './decision';
import type { Sides } from './match-records';
import { isNothing, same, type MergeFields, type MergeFile } from './model';
import { partsOf } from './parts';
import { cut, NO_PIECES } from './pieces';
import { commonLineEnd, readSide, shapeOf, type SideFile } from './read-side';
import type { Shape } from './shape';
import { shorten } from './shorten';

/** The result of a merge of three texts. */
export type Merged =
  /** There is no conflict. */
  | { readonly kind: 'merged'; readonly text: string }
  /** Records in conflict stand in the text twice, between git's markers: as ours has them, and as theirs. The rest is merged. */
  | { readonly kind: 'conflict'; readonly text: string; readonly conflicts: number }
  /** It is not sure which records are the same. The files can only be merged by lines, or by a person. `why` is a sentence. */
  | { readonly kind: 'doubt'; readonly why: string };

export interface MergeOptions {
  /** The path of the file in its repository, which tells its kind where its text does not. */
  readonly path?: string | undefined;
  /** How many `<` the markers have; 7 unless git says otherwise. */
  readonly markerSize?: number | undefined;
}

/**
 * Merges three versions of a sidecar, a registry or `postgloss.yaml`. The base may be empty, as it is where both sides made the file.
 * The result is read back, with either side chosen in every conflict. If it does not say what was decided, it is a doubt.
 *
 * @param texts without byte order marks
 */
export function mergeTexts(texts: Sides<string>, { path, markerSize = 7 }: MergeOptions = {}): Merged {
  const eol = commonLineEnd([texts.base, texts.ours, texts.theirs]);
  if (eol === null) return doubt('The line ends differ.');
  const shape = shapeOf([texts.base, texts.ours, texts.theirs], path ?? null);
  if (!shape) return doubt('The sides are files of different kinds.');
  if (texts.ours.length < LARGE) return mergeWhole(texts, shape, markerSize, eol);

  const short = shorten(texts, shape);
  if (short) {
    const merged = mergeWhole(short.texts, shape, markerSize, eol, (read) => short.fits(read));
    const text = merged.kind === 'doubt' ? null : short.restore(merged.text);
    if (merged.kind !== 'doubt' && text !== null) return { ...merged, text };
  }
  return mergeWhole(texts, shape, markerSize, eol);
}

/** In UTF-16 code units. For shorter texts, leaving records out saves no time. */
const LARGE = 50_000;

/** Merges texts without leaving records out. `fits` may refuse a side by the records that were read. */
export function mergeWhole(
  texts: Sides<string>,
  shape: Shape,
  markerSize: number,
  eol: string,
  fits: (read: MergeFile) => boolean = () => true,
): Merged {
  const sides: Record<keyof Sides<string>, SideFile | null> = { base: null, ours: null, theirs: null };
  for (const name of ['base', 'ours', 'theirs'] as const) {
    const text = texts[name];
    if (name === 'base' && text.trim() === '') continue;
    const read = readSide(text.endsWith('\n') ? text : text + eol, shape, (sides.base ?? sides.ours)?.file);
    if (!read.ok) return doubt(`${SIDE_NAMES[name]}: ${read.why}`);
    if (!fits(read.side.model)) return doubt('The file cannot be merged in part.');
    sides[name] = read.side;
  }
  const { base, ours, theirs } = sides;
  if (!ours || !theirs) return doubt('A side is empty.');
  // If only one side changed anything, its bytes are the result.
  if (texts.ours === texts.theirs || texts.theirs === texts.base) return { kind: 'merged', text: texts.ours };
  if (texts.ours === texts.base) return { kind: 'merged', text: texts.theirs };

  const decided = decideMerge(base?.model ?? NOTHING, ours.model, theirs.model, shape);
  if (!decided.ok) return doubt(decided.why);
  const { decisions } = decided;
  try {
    const pieces = { base: base ? cut(base.file) : NO_PIECES, ours: cut(ours.file), theirs: cut(theirs.file) };
    const stretches = assemble(decisions, pieces, shape, eol);
    const end = texts.ours.endsWith('\n') ? '' : eol;
    if (!saysWhatWasDecided(stretches, decisions, { ours, theirs }, shape)) {
      return doubt('The records are laid out in a way that cannot be put together safely.');
    }
    const text = withMarkers(stretches, markerSize, eol);
    const trimmed = end !== '' && decisions.conflicts === 0 ? text.slice(0, -end.length) : text;
    return decisions.conflicts === 0
      ? { kind: 'merged', text: trimmed }
      : { kind: 'conflict', text, conflicts: decisions.conflicts };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return doubt(error.message);
  }
}

const SIDE_NAMES: Readonly<Record<keyof Sides<string>, string>> = {
  base: 'The common version',
  ours: 'Our version',
  theirs: 'Their version',
};

function doubt(why: string): Merged {
  return { kind: 'doubt', why };
}

function withMarkers(stretches: readonly Stretch[], size: number, eol: string): string {
  const line = (sign: string, label: string) => sign.repeat(size) + label + eol;
  return stretches
    .map((stretch) =>
      typeof stretch === 'string'
        ? stretch
        : line('<', ' ours') + stretch.ours + line('=', '') + stretch.theirs + line('>', ' theirs'),
    )
    .join('');
}

/** Whether the stretches, with either side chosen in every conflict, read as decided. */
export function saysWhatWasDecided(
  stretches: readonly Stretch[],
  decisions: MergeDecisions,
  { ours, theirs }: { readonly ours: SideFile; readonly theirs: SideFile },
  shape: Shape,
): boolean {
  const models = { ours: ours.model.records, theirs: theirs.model.records };
  const sides: readonly Side[] = decisions.conflicts === 0 ? ['ours'] : ['ours', 'theirs'];
  return sides.every((side) => {
    const text = stretches.map((stretch) => (typeof stretch === 'string' ? stretch : stretch[side])).join('');
    const read = readSide(text, shape, theirs.file);
    if (!read.ok) return false;
    const { top, records } = read.side.model;
    const wanted = decisions.records.flatMap((decision) => {
      return chosenRecord(decision, models, side) ?? [];
    });
    return (
      saySame(chosenFields(decisions.top, side), top, shape) &&
      wanted.length === records.length &&
      wanted.every((record, i) => saySame(record, records[i] ?? new Map(), shape))
    );
  });
}

/** Whether two records say the same. A single item equals a list of it, and nothing equals an empty text. */
function saySame(a: MergeFields, b: MergeFields, shape: Shape): boolean {
  return [...new Set([...a.keys(), ...b.keys()])].every((key) => {
    const [one, other] = [a.get(key), b.get(key)];
    if (same(one, other) || (shape.known.has(key) && isNothing(one) && isNothing(other))) return true;
    const kind = shape.parts.get(key);
    const [mine, yours] = kind ? [partsOf(kind, one), partsOf(kind, other)] : [];
    return Boolean(mine && yours && same(mine, yours));
  });
}
