import { words } from './elements.ts';

const side = 60;

/**
 * A browser paints a picture before the face inside it has been read, and leaves the letters out. So a
 * strip below the chart carries a letter of every cut; once all are there, so is every other letter.
 */
export const letterProof = {
  height: 32,
  markup: proof(0, 400) + proof(1, 600),
};

const places = [0, 1];
const patienceMs = 10_000;
const pauseMs = 20;

/** Latin and Vietnamese letters in one word: neither is drawn while the other is missing. */
function proof(place: number, weight: 400 | 600): string {
  return words(place * side + 4, 24, [{ text: 'Nhịp ệ' }], { size: 14, weight });
}

/** Resolves when the letters of the strip below `height` are drawn; rejects when they do not come. */
export async function lettersDrawn(image: HTMLImageElement, height: number): Promise<void> {
  const until = Date.now() + patienceMs;
  while (!places.every((place) => inked(image, place * side, height))) {
    if (Date.now() > until) throw new Error('the letters of the chart did not come');
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

function inked(image: HTMLImageElement, x: number, y: number): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = letterProof.height;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (!brush) throw new Error('this browser paints no pictures');
  brush.drawImage(image, x, y, side, canvas.height, 0, 0, side, canvas.height);
  const { data } = brush.getImageData(0, 0, side, canvas.height);
  return data.some((value, i) => i % 4 === 3 && value > 0);
}
