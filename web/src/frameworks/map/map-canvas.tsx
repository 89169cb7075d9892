import { useEffect, useImperativeHandle, useMemo, useRef, type Ref } from 'react';
import {
  flight,
  kept,
  nearer,
  onPlace,
  onWhole,
  toMap,
  wholeScale,
  type Camera,
  type Size,
} from './camera.ts';
import { regionColours } from './map-colours.ts';
import type { FrameworkMap, Region } from './map-layout.ts';
import { placeUnder, whereabouts, tileOf } from './map-places.ts';
import { mapLayers } from './map-layers.ts';
import type { Look } from './paint-map.ts';
import styles from './map.module.css';

export interface MapHandle {
  /** Flies to a place and shows it with what lies around it. */
  flyTo(place: number): void;
  /** Moves only as far as a place must be seen. */
  show(place: number): void;
  whole(): void;
  zoom(factor: number): void;
  /** The point of the map in the middle of the window. */
  middle(): { x: number; y: number };
}

const flightMs = 420;
/** After so long without a move every letter is drawn anew. */
const restMs = 110;
/** A finger or a hand trembles so many pixels without meaning to pull. */
const tremble = 5;

/** The picture itself: wheel, pull, pinch. What it says stands beside it in words. */
export function MapCanvas(props: {
  map: FrameworkMap;
  selected: number | undefined;
  onSelect: (place: number | undefined) => void;
  codeOf: (region: Region) => string;
  handle: Ref<MapHandle>;
}) {
  const { map, selected } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const now = useRef(props);
  now.current = props;
  const places = useMemo(() => whereabouts(map), [map]);
  const engine = useRef<Engine>(undefined);

  useEffect(() => {
    const made = startEngine(canvas.current!, map, places, now);
    engine.current = made;
    const { selected: first } = now.current;
    if (first !== undefined) made.goTo(first, false);
    return made.stop;
  }, [map, places]);
  useEffect(() => engine.current?.repaint(), [selected]);
  useImperativeHandle(props.handle, () => ({
    flyTo: (place) => engine.current?.goTo(place, true),
    show: (place) => engine.current?.show(place),
    whole: () => engine.current?.whole(),
    zoom: (factor) => engine.current?.zoom(factor),
    middle: () => engine.current?.middle() ?? { x: 0, y: 0 },
  }));
  return <canvas ref={canvas} className={styles.canvas} aria-hidden data-testid="framework-map" />;
}

type Engine = ReturnType<typeof startEngine>;

function startEngine(
  canvas: HTMLCanvasElement,
  map: FrameworkMap,
  places: ReturnType<typeof whereabouts>,
  now: {
    current: {
      selected: number | undefined;
      onSelect: (place: number | undefined) => void;
      codeOf: (region: Region) => string;
    };
  },
) {
  const brush = canvas.getContext('2d')!;
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let window: Size = { width: canvas.clientWidth || 1, height: canvas.clientHeight || 1 };
  let camera: Camera = onWhole(map, window);
  let look = lookOf(canvas, map);
  let pointed: number | undefined;
  let frame = 0;
  let flying = 0;
  let moving = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const layers = mapLayers(map, (region) => now.current.codeOf(region));

  const paint = () => {
    frame = 0;
    const rectangle = (place: number | undefined) =>
      place === undefined ? undefined : places.get(place);
    const density = Math.min(2.5, devicePixelRatio || 1);
    const view = { camera, window, look, density };
    layers.paint(brush, view, moving, [
      [rectangle(pointed), 1.5],
      [rectangle(now.current.selected), 3],
    ]);
    clearTimeout(resting);
    if (layers.isStale(view)) {
      resting = setTimeout(() => {
        moving = false;
        repaint();
      }, restMs);
    }
    canvas.dataset.scale = (camera.scale / wholeScale(map, window)).toFixed(2);
  };
  const repaint = () => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  const set = (next: Camera, onTheWay = true) => {
    camera = next;
    moving = onTheWay;
    repaint();
  };
  const halt = () => {
    cancelAnimationFrame(flying);
    flying = 0;
  };
  const fly = (to: Camera, moving = true) => {
    halt();
    if (!moving || calm.matches) return set(to, false);
    const way = flight(camera, to, window);
    const lasts = flightMs * Math.min(2.2, Math.max(0.6, way.length / 1.4));
    const begun = performance.now();
    const step = (at: number) => {
      const part = Math.min(1, Math.max(0, (at - begun) / lasts));
      set(way.atPart(part < 0.5 ? 2 * part * part : 1 - (2 - 2 * part) ** 2 / 2));
      flying = part < 1 ? requestAnimationFrame(step) : 0;
    };
    flying = requestAnimationFrame(step);
  };
  const goTo = (place: number, moving: boolean) => {
    const found = places.get(place);
    if (!found) return;
    const area = map.regions.some((region) => region.place === place);
    fly(onPlace(found, map, window, area ? 0.94 : 0.34), moving);
  };
  const show = (place: number) => {
    const found = places.get(place);
    if (!found) return;
    const tile = tileOf(map, place);
    const size = tile?.place === place ? tile.label.size : (found.height ?? 1) * 0.6;
    const readable = Math.max(camera.scale, 11 / size);
    fly(kept({ ...camera, ...middleOf(found), scale: readable }, map, window));
  };
  const zoom = (factor: number) => {
    const centre = { x: window.width / 2, y: window.height / 2 };
    fly(nearer(camera, factor, centre, map, window));
  };

  const resized = new ResizeObserver(() => {
    const whole = camera.scale <= wholeScale(map, window) * 1.001;
    window = { width: canvas.clientWidth || 1, height: canvas.clientHeight || 1 };
    const density = Math.min(2.5, devicePixelRatio || 1);
    canvas.width = Math.round(window.width * density);
    canvas.height = Math.round(window.height * density);
    camera = whole ? onWhole(map, window) : kept(camera, map, window);
    cancelAnimationFrame(frame);
    layers.forget();
    paint();
  });
  resized.observe(canvas);
  const schemeChanged = new MutationObserver(() => {
    look = lookOf(canvas, map);
    layers.forget();
    repaint();
  });
  schemeChanged.observe(document.documentElement, { attributeFilter: ['data-scheme'] });
  // letters that come later change no widths that the map was laid with, only their look
  void document.fonts.ready.then(() => {
    layers.forget();
    repaint();
  });
  const gestures = listen(canvas, {
    pan: (dx, dy) => {
      halt();
      const { scale } = camera;
      set(kept({ ...camera, x: camera.x - dx / scale, y: camera.y - dy / scale }, map, window));
    },
    zoomAt: (factor, at) => {
      halt();
      set(nearer(camera, factor, at, map, window));
    },
    press: (at) => now.current.onSelect(placeUnder(map, toMap(camera, at, window), camera.scale)),
    pressTwice: (at) => fly(nearer(camera, 2.5, at, map, window)),
    point: (at) => {
      const next = at && placeUnder(map, toMap(camera, at, window), camera.scale);
      if (next === pointed) return;
      pointed = next;
      canvas.style.cursor = next === undefined ? '' : 'pointer';
      repaint();
    },
  });
  return {
    ...{ repaint, goTo, show, zoom },
    whole: () => fly(onWhole(map, window)),
    middle: () => ({ x: camera.x, y: camera.y }),
    stop: () => {
      halt();
      clearTimeout(resting);
      cancelAnimationFrame(frame);
      resized.disconnect();
      schemeChanged.disconnect();
      gestures.abort();
    },
  };
}

function middleOf({ x, y, width, height }: Size & { x: number; y: number }) {
  return { x: x + width / 2, y: y + height / 2 };
}

function lookOf(canvas: HTMLCanvasElement, map: FrameworkMap): Look {
  const style = getComputedStyle(canvas);
  const dark = document.documentElement.getAttribute('data-scheme') === 'dark';
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    colours: map.regions.map((_, at) => regionColours(at, map.regions.length, dark)),
    ...{ ink: token('--ink'), muted: token('--muted'), accent: token('--accent') },
    font: style.fontFamily,
  };
}

interface Point {
  x: number;
  y: number;
}

/** Wheel, pull and pinch as what they mean. */
function listen(
  canvas: HTMLCanvasElement,
  does: {
    pan(dx: number, dy: number): void;
    zoomAt(factor: number, at: Point): void;
    press(at: Point): void;
    pressTwice(at: Point): void;
    point(at: Point | undefined): void;
  },
): AbortController {
  const ending = new AbortController();
  const { signal } = ending;
  const down = new Map<number, Point>();
  let pulled = 0;
  const here = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const on = <K extends keyof HTMLElementEventMap>(
    name: K,
    act: (event: HTMLElementEventMap[K]) => void,
  ) => canvas.addEventListener(name, act, { signal, passive: false });
  on('wheel', (event) => {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 20 : 1;
    // a pinch on a touchpad comes as a wheel with Ctrl, in small steps
    const speed = event.ctrlKey ? 0.012 : 0.0022;
    does.zoomAt(2 ** (-event.deltaY * lines * speed), here(event));
  });
  on('pointerdown', (event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    if (down.size === 0) pulled = 0;
    down.set(event.pointerId, here(event));
  });
  on('pointermove', (event) => {
    const at = here(event);
    const before = down.get(event.pointerId);
    if (!before) return does.point(event.pointerType === 'mouse' ? at : undefined);
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    const moved = Math.hypot(at.x - before.x, at.y - before.y);
    if (!other) {
      if (pulled + moved < tremble) return;
      pulled += moved;
      does.pan(at.x - before.x, at.y - before.y);
    } else {
      pulled += tremble;
      const was = Math.hypot(before.x - other.x, before.y - other.y);
      const is = Math.hypot(at.x - other.x, at.y - other.y);
      does.pan((at.x - before.x) / 2, (at.y - before.y) / 2);
      const between = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
      if (was > 10) does.zoomAt(is / was, between);
    }
    down.set(event.pointerId, at);
  });
  const up = (event: PointerEvent) => {
    const was = down.delete(event.pointerId);
    if (was && event.type === 'pointerup' && pulled < tremble && down.size === 0) {
      does.press(here(event));
    }
  };
  on('pointerup', up);
  on('pointercancel', up);
  on('pointerleave', () => does.point(undefined));
  on('dblclick', (event) => does.pressTwice(here(event)));
  return ending;
}
