const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** The bytes of a text in an encoding of one or two bytes a character: `TextDecoder` read backwards. Throws for other characters. */
export function encodeAs(text: string, encoding: string): Uint8Array {
  if (encoding.startsWith('utf-16')) {
    const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
    return Uint8Array.from(
      units.flatMap((unit) => (encoding === 'utf-16le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
    );
  }
  const table = tables.get(encoding) ?? tableOf(encoding);
  tables.set(encoding, table);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const add = (...bytes: number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if (Array.from(character).length === 1 && !table.has(character)) table.set(character, bytes);
      return true;
    } catch {
      return false;
    }
  };
  if (encoding === 'windows-1252') {
    // Some versions of Node decode it wrongly.
    for (const [i, character] of Array.from('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ').entries())
      table.set(character, [0x80 + i]);
  }
  for (let first = 0; first < 256; first++) {
    if (!add(first)) for (let second = 0x40; second < 255; second++) add(first, second);
  }
  return table;
}
