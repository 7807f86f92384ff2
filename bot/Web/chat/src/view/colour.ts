type Rgb = [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const DARK: Rgb = [32, 33, 36];
/** What WCAG 2.2 asks for between text and its ground (AA); dark grounds swallow more. */
const READABLE = 4.5;
const READABLE_ON_DARK = 6.5;
const BYDEFAULT: Rgb = [42, 98, 94];

/**
 * The colours that follow from a brand's own: text that can be read on it, and the brand as text that can be read on a light and on a dark
 * ground. A colour that is none of ours to read (not #rgb or #rrggbb) gives way to a quiet green.
 */
export function coloursOf(brand: string | null): Record<string, string> {
  const own = parse(brand ?? "") ?? BYDEFAULT;
  return {
    "--brand": css(own),
    "--on-brand": contrast(own, WHITE) >= contrast(own, BLACK) ? "#fff" : "#000",
    "--brand-on-light": css(until(own, [236, 240, 239], BLACK)),
    "--brand-on-dark": css(until(own, [52, 56, 60], WHITE, READABLE_ON_DARK)),
    "--brand-fill-dark": css(until(own, DARK, WHITE, 3)),
    "--on-brand-fill-dark": ((fill) => (contrast(fill, WHITE) >= contrast(fill, BLACK) ? "#fff" : "#000"))(until(own, DARK, WHITE, 3)),
  };
}

/** How well two colours can be told apart, from 1 to 21, as WCAG counts it. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export function parse(text: string): Rgb | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text.trim());
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  if (short) return short.slice(1).map((digit) => parseInt(digit + digit, 16)) as Rgb;
  return long ? (long.slice(1).map((pair) => parseInt(pair, 16)) as Rgb) : null;
}

/** Mixes a colour with another, step by step, until it can be read on a ground. */
function until(colour: Rgb, ground: Rgb, towards: Rgb, enough = READABLE): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = colour.map((value, i) => Math.round(value + ((towards[i] ?? 0) - value) * share)) as Rgb;
    if (contrast(mixed, ground) >= enough) return mixed;
  }
  return towards;
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function css([r, g, b]: Rgb): string {
  return `rgb(${r} ${g} ${b})`;
}
