import latin400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url';
import latin600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2?url';
import vietnamese400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url';
import vietnamese600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2?url';

/** The same letters for each cut as ui/fonts.css has them. */
const ranges = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
};
const cuts = [
  { address: vietnamese400, weight: 400, range: ranges.vietnamese },
  { address: latin400, weight: 400, range: ranges.latin },
  { address: vietnamese600, weight: 600, range: ranges.vietnamese },
  { address: latin600, weight: 600, range: ranges.latin },
];

/** `@font-face` rules that carry Be Vietnam Pro itself; rejects when a cut cannot be fetched. */
export async function embeddedFontFaces(): Promise<string> {
  const faces = await Promise.all(
    cuts.map(async ({ address, weight, range }) => {
      const data = await dataAddress(address);
      return `@font-face{font-family:'Be Vietnam Pro';font-weight:${weight};src:url(${data}) format('woff2');unicode-range:${range}}`;
    }),
  );
  return faces.join('');
}

async function dataAddress(address: string): Promise<string> {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
  const letters = Array.from(new Uint8Array(await reply.arrayBuffer()), (byte) =>
    String.fromCharCode(byte),
  );
  return `data:font/woff2;base64,${btoa(letters.join(''))}`;
}
