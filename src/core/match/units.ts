/**
 * Texts as arrays of code units. A typed array is read faster than a string, of which the engine asks again and again what kind it is,
 * and where the platform copies memory as it is, a copy takes next to nothing.
 */

/** Node’s Buffer, as far as it is needed. UTF-16 is written as processors have it in memory: all that Node runs on are little-endian. */
interface MemoryCopier {
  from(buffer: ArrayBufferLike, offset: number, length: number): { write(text: string, encoding: 'utf16le'): number };
}

/** Browsers have none. */
const nodeBuffer = (globalThis as { Buffer?: MemoryCopier }).Buffer ?? null;

/** How many zeros follow a text, so that the next few units can be read at any place in it without asking for its end. */
const PADDING = 8;

/** Texts up to this length share one array, so that not every keystroke makes one. Longer ones get their own, and let go of it. */
const SHARED = 1 << 20;
let shared: Uint16Array | undefined;

/**
 * The code units of a text, with zeros behind them. They are good until the next call.
 * @param copier what copies faster than a loop does, if anything
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
