/** The colours of the codebook as other programs have them. */
const COLORS: Readonly<Record<string, string>> = {
  ...{ red: '#d64545', orange: '#e08a2e', yellow: '#e3c72f', green: '#4c9a52' },
  ...{ blue: '#3874d8', purple: '#8a5cc2', grey: '#8a8a8a' },
};

/** A colour of the codebook as `#RRGGBB`; null for none. */
export function hexColor(name: string | null): string | null {
  return COLORS[name ?? ''] ?? null;
}

/** The codebook's colour that is nearest to a colour of another program: `#RGB`, `#RRGGBB`, `#RRGGBBAA` or `rgb(…)`. Null for none of them. */
export function colorName(text: string | null): string | null {
  const rgb = rgbOf(text ?? '');
  if (!rgb) return null;
  const lab = oklab(rgb);
  if (Math.hypot(lab[1], lab[2]) < LEAST_CHROMA) return 'grey';
  const distance = (hex: string) => {
    const [l, a, b] = oklab(rgbOf(hex) ?? [0, 0, 0]);
    return Math.hypot(l - lab[0], a - lab[1], b - lab[2]);
  };
  const chromatic = Object.entries(COLORS).filter(([name]) => name !== 'grey');
  return chromatic.reduce(
    (best, one) => (distance(one[1]) < distance(best[1]) ? one : best),
    chromatic[0] ?? ['grey', ''],
  )[0];
}

/** Below it a colour looks grey. */
const LEAST_CHROMA = 0.03;

type Triple = readonly [number, number, number];

function rgbOf(text: string): Triple | null {
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?$/i.exec(text);
  if (long) return [parseInt(long[1] ?? '', 16), parseInt(long[2] ?? '', 16), parseInt(long[3] ?? '', 16)];
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (short)
    return [17 * parseInt(short[1] ?? '', 16), 17 * parseInt(short[2] ?? '', 16), 17 * parseInt(short[3] ?? '', 16)];
  const plain = /^rgba?\((\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/i.exec(text);
  return plain ? [Number(plain[1]), Number(plain[2]), Number(plain[3])] : null;
}

/** OKLab of a colour of sRGB, after Björn Ottosson, “A perceptual color space for image processing” (2020). */
function oklab(rgb: Triple): Triple {
  const [r, g, b] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
