export interface RegionColours {
  ground: string;
  group: string;
  tile: string;
  head: string;
  title: string;
  dot: string;
}

/** One hue for each region, neighbours in the list far apart; light for paper, dark for the dark scheme. */
export function regionColours(at: number, count: number, dark = false): RegionColours {
  // a third of the circle and a bit from one to the next: no hue comes twice
  const step = Math.max(1, Math.round(count * 0.382));
  const hue = (20 + (((at * coprime(step, count)) % count) * 360) / count) % 360;
  return dark
    ? {
        ground: oklch(0.29, 0.05, hue),
        group: oklch(0.36, 0.06, hue),
        tile: oklch(0.235, 0.028, hue),
        head: oklch(0.31, 0.055, hue),
        title: oklch(0.89, 0.07, hue),
        dot: oklch(0.78, 0.13, hue),
      }
    : {
        ground: oklch(0.905, 0.046, hue),
        group: oklch(0.84, 0.072, hue),
        tile: oklch(0.985, 0.009, hue),
        head: oklch(0.935, 0.035, hue),
        title: oklch(0.36, 0.09, hue),
        dot: oklch(0.55, 0.14, hue),
      };
}

/** The nearest number from `step` on that meets every one of `count` places. */
function coprime(step: number, count: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let found = step;
  while (divisor(found, count) > 1) found += 1;
  return found;
}

/** As `#rrggbb`, which drawing programs understand too; what sRGB cannot show is cut off. */
export function oklch(lightness: number, chroma: number, hue: number): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${channels.map((channel) => hex(gamma(Math.min(1, Math.max(0, channel))))).join('')}`;
}

function gamma(linear: number): number {
  return linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
}

function hex(part: number): string {
  return Math.round(part * 255)
    .toString(16)
    .padStart(2, '0');
}
