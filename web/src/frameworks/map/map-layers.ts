import { inSight, onWhole, wholeScale, type Camera, type Size } from './camera.ts';
import { farNames } from './far-names.ts';
import type { FrameworkMap, Region } from './map-layout.ts';
import { paintMap, paintMarked, type Look } from './paint-map.ts';
import type { Rectangle } from './squarify.ts';

/** So far may a drawing be stretched, and so much of the window be without it, before it is drawn anew. */
const stretch = 2.2;
const bare = 0.5;

interface Layer {
  canvas: HTMLCanvasElement;
  camera: Camera;
}

/**
 * Draws every letter once where the map rests; while it moves the drawing is moved, over one of the whole map,
 * so that a frame costs two copies and not two thousand names.
 */
export function mapLayers(map: FrameworkMap, codeOf: (region: Region) => string) {
  let drawn: Layer | undefined;
  let whole: Layer | undefined;
  let far: { scale: number; names: ReturnType<typeof farNames> } | undefined;

  const draw = (camera: Camera, { window, density, look }: View, on?: HTMLCanvasElement): Layer => {
    const canvas = on ?? document.createElement('canvas');
    const [width, height] = [window.width * density, window.height * density].map(Math.round);
    if (canvas.width !== width) canvas.width = width!;
    if (canvas.height !== height) canvas.height = height!;
    const scale = wholeScale(map, window);
    if (far?.scale !== scale) far = { scale, names: farNames(map, scale) };
    const brush = canvas.getContext('2d')!;
    paintMap(brush, { map, camera, window, look, density, codeOf, far: far.names });
    return { canvas, camera };
  };
  return {
    /** Everything is drawn anew: the window, the colours or the letters have changed. */
    forget: () => {
      drawn = whole = undefined;
    },
    /** Whether the picture shown last was not the one of this view but one that was moved there. */
    isStale: ({ camera }: View) => drawn === undefined || !sameCamera(drawn.camera, camera),
    paint: (brush: CanvasRenderingContext2D, view: View, moving: boolean, marked: Marked) => {
      const { camera, window, density } = view;
      if (!drawn || (!sameCamera(drawn.camera, camera) && !(moving && reaches(drawn, view)))) {
        drawn = draw(camera, view, drawn === whole ? undefined : drawn?.canvas);
      }
      brush.setTransform(1, 0, 0, 1, 0, 0);
      brush.clearRect(0, 0, window.width * density, window.height * density);
      if (!sameCamera(drawn.camera, camera)) {
        const all = onWhole(map, window);
        // the first move leaves the drawing of the whole behind
        whole ??= sameCamera(drawn.camera, all) ? drawn : draw(all, view);
        lay(brush, whole, view);
        clearUnder(brush, drawn, view);
      }
      lay(brush, drawn, view);
      paintMarked(brush, view, marked, view.look.accent);
    },
  };
}

export interface View {
  camera: Camera;
  window: Size;
  /** pixels of the screen in a pixel of the page */
  density: number;
  look: Look;
}
type Marked = readonly (readonly [one: Rectangle | undefined, pixels: number])[];

const sameCamera = (a: Camera, b: Camera) => a.x === b.x && a.y === b.y && a.scale === b.scale;

/** Where a drawing lies in the view, in pixels of the screen. */
function placeOf({ camera: from }: Layer, { camera, window, density }: View): Rectangle {
  const [was, is] = [inSight(from, window), inSight(camera, window)];
  const k = camera.scale * density;
  return {
    ...{ x: (was.x - is.x) * k, y: (was.y - is.y) * k },
    ...{ width: was.width * k, height: was.height * k },
  };
}

function lay(brush: CanvasRenderingContext2D, layer: Layer, view: View): void {
  const { x, y, width, height } = placeOf(layer, view);
  brush.drawImage(layer.canvas, x, y, width, height);
}

/** The gaps between areas are clear: what lies below must not show through them. */
function clearUnder(brush: CanvasRenderingContext2D, layer: Layer, view: View): void {
  const { x, y, width, height } = placeOf(layer, view);
  brush.clearRect(x, y, width, height);
}

function reaches(layer: Layer, view: View): boolean {
  const { window, density, camera } = view;
  const by = camera.scale / layer.camera.scale;
  if (by > stretch || by < 1 / stretch) return false;
  const { x, y, width, height } = placeOf(layer, view);
  const seen = (from: number, length: number, all: number) =>
    Math.max(0, Math.min(from + length, all) - Math.max(from, 0)) / all;
  return (
    seen(x, width, window.width * density) * seen(y, height, window.height * density) > 1 - bare
  );
}
