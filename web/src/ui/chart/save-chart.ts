import { chartFileName } from './file-name.ts';
import { embeddedFontFaces } from './fonts.ts';
import type { Sheet } from './frame.ts';
import { letterProof, lettersDrawn } from './letter-proof.ts';

export type ImageKind = 'svg' | 'png';
/** Gives the chart as a standalone SVG document. */
export type DrawChart = (sheet: Sheet) => Promise<string>;

/** So that the letters stay sharp on a slide. */
const pngScale = 2;

/**
 * Draws a chart and hands it to the reader as a file; gives back the name of the file.
 * Rejects when the face cannot be fetched or the browser cannot paint the picture.
 */
export async function saveChart(
  kind: ImageKind,
  name: string,
  words: Pick<Sheet, 'language' | 'ui' | 'chart'>,
  draw: DrawChart,
): Promise<string> {
  const now = new Date();
  const fontFaces = await embeddedFontFaces();
  const sheet = { ...words, exportedOn: now.toISOString(), fontFaces };
  const file = chartFileName(name, now, kind);
  if (kind === 'svg') handOver(drawing(await draw(sheet)), file);
  else handOver(await painted(drawing(await draw({ ...sheet, below: letterProof }))), file);
  return file;
}

function drawing(svg: string): Blob {
  return new Blob([svg], { type: 'image/svg+xml' });
}

/** The picture of a chart with the letter proof below, which is cut off. */
async function painted(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { naturalWidth: width, naturalHeight } = image;
    const height = naturalHeight - letterProof.height;
    await lettersDrawn(image, height);
    const canvas = document.createElement('canvas');
    canvas.width = width * pngScale;
    canvas.height = height * pngScale;
    const brush = canvas.getContext('2d');
    if (!brush) throw new Error('this browser paints no pictures');
    brush.drawImage(image, 0, 0, canvas.width, naturalHeight * pngScale);
    return await pngOf(canvas);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('no picture'))), 'image/png'),
  );
}

function handOver(content: Blob, file: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = file;
  link.click();
  // The download reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
