import type { Rectangle } from './squarify.ts';

/** The point of the map in the middle of the window, and how many pixels a unit of the map takes. */
export interface Camera {
  x: number;
  y: number;
  scale: number;
}
export interface Size {
  width: number;
  height: number;
}

/** Times the scale at which the whole map is seen. */
export const deepest = 40;

export function wholeScale(map: Size, window: Size): number {
  return Math.min(window.width / map.width, window.height / map.height);
}

/** Everything in sight, with a little room around it. */
export function onWhole(map: Size, window: Size): Camera {
  return { x: map.width / 2, y: map.height / 2, scale: wholeScale(map, window) };
}

/** The window filled by one place, and no nearer than letters of a hand's size. */
export function onPlace(place: Rectangle, map: Size, window: Size, fill = 0.4): Camera {
  const scale = Math.min(
    (window.width * fill) / place.width,
    (window.height * fill) / place.height,
    wholeScale(map, window) * deepest,
  );
  return kept({ x: place.x + place.width / 2, y: place.y + place.height / 2, scale }, map, window);
}

/** The map never leaves the window, and is never smaller than the whole nor larger than the deepest. */
export function kept(camera: Camera, map: Size, window: Size): Camera {
  const least = wholeScale(map, window);
  const scale = Math.min(least * deepest, Math.max(least, camera.scale));
  return {
    scale,
    x: keptAlong(camera.x, map.width, window.width / scale),
    y: keptAlong(camera.y, map.height, window.height / scale),
  };
}

function keptAlong(at: number, length: number, seen: number): number {
  return seen >= length ? length / 2 : Math.min(length - seen / 2, Math.max(seen / 2, at));
}

/** Nearer by a factor while the point of the map under the pointer stays there. */
export function nearer(
  camera: Camera,
  factor: number,
  at: { x: number; y: number },
  map: Size,
  window: Size,
): Camera {
  const least = wholeScale(map, window);
  const scale = Math.min(least * deepest, Math.max(least, camera.scale * factor));
  const under = toMap(camera, at, window);
  return kept(
    {
      scale,
      x: under.x - (at.x - window.width / 2) / scale,
      y: under.y - (at.y - window.height / 2) / scale,
    },
    map,
    window,
  );
}

export function toMap(camera: Camera, at: { x: number; y: number }, window: Size) {
  return {
    x: camera.x + (at.x - window.width / 2) / camera.scale,
    y: camera.y + (at.y - window.height / 2) / camera.scale,
  };
}

export function inSight(camera: Camera, window: Size): Rectangle {
  const { x, y } = toMap(camera, { x: 0, y: 0 }, window);
  return { x, y, width: window.width / camera.scale, height: window.height / camera.scale };
}

const curve = Math.SQRT2;

/**
 * The way from one view to another: out, over and in again, at a speed that looks even
 * (van Wijk and Nuij: Smooth and efficient zooming and panning, 2003). `at` runs from 0 to 1.
 */
export function flight(from: Camera, to: Camera, window: Size) {
  const w0 = window.width / from.scale;
  const w1 = window.width / to.scale;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const distance = Math.hypot(dx, dy);
  const straight = distance < 1e-6 * w0;
  const b0 = (w1 ** 2 - w0 ** 2 + 4 * distance ** 2) / (4 * w0 * distance);
  const b1 = (w1 ** 2 - w0 ** 2 - 4 * distance ** 2) / (4 * w1 * distance);
  const r0 = Math.log(Math.sqrt(b0 ** 2 + 1) - b0);
  const r1 = Math.log(Math.sqrt(b1 ** 2 + 1) - b1);
  const length = straight ? Math.abs(Math.log(w1 / w0)) / curve : (r1 - r0) / curve;
  const atPart = (at: number): Camera => {
    if (at >= 1) return to;
    if (straight) return { x: to.x, y: to.y, scale: from.scale * (to.scale / from.scale) ** at };
    const s = at * length * curve;
    const u = (w0 / (2 * distance)) * (Math.cosh(r0) * Math.tanh(s + r0) - Math.sinh(r0));
    const width = (w0 * Math.cosh(r0)) / Math.cosh(s + r0);
    return { x: from.x + u * dx, y: from.y + u * dy, scale: window.width / width };
  };
  return { atPart, length };
}
