/**
 * Texts as arrays of code units. A typed array is read faster than a string, whose internal kind the engine checks again and again, and
 * copying it takes next to nothing where the platform copies memory as it is.
 */

/** The part of Node’s Buffer that is used here. It writes little-endian UTF-16, which is how all processors that run Node keep it. */
interface MemoryCopier {
  from(buffer: ArrayBufferLike, offset: number, length: number): { write(text: string, encoding: 'utf16le'): number };
}

/** Null in browsers. */
const nodeBuffer = (globalThis as { Buffer?: MemoryCopier }).Buffer ?? null;

/** How many zeros follow a text, so that loops can read the next few units without checking for the end. */
const PADDING = 8;

/** Texts up to this length share one array, so that a keystroke makes no new one. A longer text gets an array that is not kept. */
const SHARED = 1 << 20;
let shared: Uint16Array | undefined;

/**
 * The code units of a text, with zeros behind them. Valid until the next call.
 * @param copier copies the text instead of a loop, if there is one
 */
export function unitsOf(text: string, copier: MemoryCopier | null = nodeBuffer): Uint16Array {
  const units = roomFor(text.length + PADDING);
  if (copier) copier.from(units.buffer, 0, text.length * 2).write(text, 'utf16le');
  else for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units.fill(0, text.length, text.length + PADDING);
}

function roomFor(length: number): Uint16Array {
  if (length > SHARED) return new Uint16Array(length);
  shared ??= new Uint16Array(SHARED);
  return shared;
}
