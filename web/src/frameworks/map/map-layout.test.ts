import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VersionTree } from '@nhip/server/frameworks/reading/contract.ts';
import { textWidth } from '../../ui/chart/text-width.ts';
import { flight, kept, nearer, onPlace, onWhole, toMap } from './camera.ts';
import { farNames } from './far-names.ts';
import { findOnMap } from './find-on-map.ts';
import { landscape, layMap, portrait } from './map-layout.ts';
import { nearestTile, nextPlace, placeUnder, tileOf, whereabouts } from './map-places.ts';
import { regionColours } from './map-colours.ts';
import type { Rectangle } from './squarify.ts';

type Row = [code: string, parent: number, kind: 'area' | 'skill' | 'tool', of?: number];

function treeOf(rows: Row[]): VersionTree {
  const kinds = ['area', 'skill', 'tool'];
  return {
    ...{ framework: 'x', version: '1', kinds, languages: ['vi'] },
    id: rows.map((_, place) => place + 1),
    parent: rows.map(([, parent]) => parent),
    kind: rows.map(([, , kind]) => kinds.indexOf(kind)),
    code: rows.map(([code]) => code),
    label: rows.map(([code]) => `Xây dựng và vận hành ${code}`),
    lang: rows.map(() => 0),
    exemplarOf: rows.map(([, , , of]) => of ?? -1),
  };
}
const words = {
  counts: (competencies: number, tools: number) => `${competencies} + ${tools}`,
  ...{ otherTools: 'Công cụ', noArea: 'Khác' },
};

const rows: Row[] = [];
for (let area = 0; area < 9; area += 1) {
  const top = rows.push([`A${area}`, -1, 'area']) - 1;
  for (let at = 0; at <= area * 3; at += 1) {
    const skill = rows.push([`A${area}.${at}`, top, 'skill']) - 1;
    if (at % 4 === 1) rows.push([`A${area}.${at}.x`, skill, 'skill']);
    for (let tool = 0; tool < at % 5; tool += 1) {
      rows.push([`T${area}.${at}.${tool}`, top, 'tool', skill]);
    }
  }
  rows.push([`T${area}`, top, 'tool']);
}
const tree = treeOf(rows);
const map = layMap(tree, words);
const placeOf = (code: string) => tree.code.indexOf(code);

const within = (inner: Rectangle, outer: Rectangle) =>
  inner.x >= outer.x - 1e-6 &&
  inner.y >= outer.y - 1e-6 &&
  inner.x + inner.width <= outer.x + outer.width + 1e-6 &&
  inner.y + inner.height <= outer.y + outer.height + 1e-6;
const apart = (a: Rectangle, b: Rectangle) =>
  a.x + a.width <= b.x + 1e-6 ||
  b.x + b.width <= a.x + 1e-6 ||
  a.y + a.height <= b.y + 1e-6 ||
  b.y + b.height <= a.y + 1e-6;

test('everything of the tree is on the map once', () => {
  const found = [
    ...map.regions.map(({ place }) => place),
    ...map.tiles.flatMap(({ place, marks }) => [place, ...marks.map((mark) => mark.place)]),
  ].filter((place) => place !== undefined);
  assert.deepEqual(
    found.sort((a, b) => a - b),
    [...tree.id.keys()],
  );
  assert.equal(whereabouts(map).size, tree.id.length);
});

test('tiles lie in their region and no two overlap, in either shape of the map', () => {
  for (const shape of [landscape, portrait]) {
    const { regions, tiles } = layMap(tree, words, shape);
    for (const [at, tile] of tiles.entries()) {
      assert.ok(within(tile, regions[tile.region]!), `${tile.place}`);
      assert.ok(
        tiles.slice(at + 1).every((other) => apart(tile, other)),
        `${tile.place}`,
      );
    }
    assert.ok(regions.every((one) => within(one, { x: 0, y: 0, ...shape })));
  }
});

test('letters stay in their tile and tools in theirs', () => {
  for (const tile of map.tiles) {
    const { lines, size } = tile.label;
    const widest = Math.max(...lines.map((line) => textWidth(line, size, tile.head ? 600 : 400)));
    assert.ok(widest <= tile.width - 2, `${lines}`);
    assert.ok(lines.length * size * 1.2 <= tile.height, `${lines}`);
    assert.ok(tile.marks.every((mark) => within(mark, tile)));
  }
});

test('a tool lies with the competency that it is an example of, else with the tools of its area', () => {
  const tile = tileOf(map, placeOf('T8.4.0'))!;
  assert.equal(tile.place, placeOf('A8.4'));
  assert.equal(tileOf(map, placeOf('T8'))!.place, undefined);
});

test('a tool stays in its own area though it is an example of something in another', () => {
  const across = treeOf([
    ['A', -1, 'area'],
    ['A.1', 0, 'skill'],
    ['B', -1, 'area'],
    ['B.1', 2, 'skill'],
    ['T', 2, 'tool', 1],
    ['U', 3, 'tool', 1],
  ]);
  const laid = layMap(across, words);
  const at = (code: string) => tileOf(laid, across.code.indexOf(code))!;
  assert.equal(at('T').place, undefined, 'beside the others of its area');
  assert.equal(at('T').region, at('B.1').region);
  assert.equal(at('U').place, across.code.indexOf('B.1'), 'with the competency it stands under');
});

test('a framework that names no examples is laid out all the same', () => {
  const plain = {
    ...treeOf([
      ['A', -1, 'area'],
      ['A.1', 0, 'skill'],
      ['T', 0, 'tool'],
    ]),
    exemplarOf: [],
  };
  assert.equal(tileOf(layMap(plain, words), 2)!.place, undefined);
});

test('the same version is laid out the same way again, and in another language at the same places', () => {
  assert.deepEqual(layMap(tree, words), map);
  const other = layMap({ ...tree, code: tree.code, label: tree.code }, words);
  const biggest = (one: typeof map) => one.regions.map(({ x, width, place }) => [place, x, width]);
  assert.deepEqual(biggest(other), biggest(map));
});

test('more competencies take more room', () => {
  const size = (code: string) => {
    const { width, height } = whereabouts(map).get(placeOf(code))!;
    return width * height;
  };
  assert.ok(size('A8') > size('A4'));
  assert.ok(size('A4') > size('A1'));
});

test('what stands under no area has a region of its own', () => {
  const flat = layMap(
    treeOf([
      ['P', -1, 'skill'],
      ['Q', -1, 'skill'],
    ]),
    words,
  );
  assert.deepEqual(
    flat.regions.map(({ place, competencies }) => [place, competencies]),
    [[undefined, 2]],
  );
});

test('the arrows lead to a neighbour and back to where they came from in the end', () => {
  const first = nearestTile(map, { x: 10, y: 300 })!;
  let at: number = first;
  let steps = 0;
  for (let next = nextPlace(map, at, 'right'); next !== undefined && steps < 200; steps += 1) {
    const [before, after] = [tileOf(map, at)!, tileOf(map, next)!];
    assert.ok(after.x + after.width / 2 > before.x + before.width / 2);
    at = next;
    next = nextPlace(map, at, 'right');
  }
  assert.ok(steps > 3 && steps < 200);
});

test('a press near hits the tool, from afar the competency', () => {
  const mark = tileOf(map, placeOf('T8.4.0'))!.marks[0]!;
  const point = { x: mark.x + 1, y: mark.y + mark.height / 2 };
  assert.equal(placeUnder(map, point, 30), mark.place);
  assert.equal(placeUnder(map, point, 1), placeOf('A8.4'));
});

test('the point under the pointer stays there while the map comes nearer; the map never leaves the window', () => {
  const window = { width: 1000, height: 620 };
  const whole = onWhole(map, window);
  const at = { x: 700, y: 300 };
  const near = nearer(whole, 4, at, map, window);
  assert.ok(Math.abs(toMap(near, at, window).x - toMap(whole, at, window).x) < 1e-6);
  assert.deepEqual(kept({ x: -900, y: 0, scale: 0.01 }, map, window), whole);
});

test('a flight begins at one view and ends at the other', () => {
  const window = { width: 1000, height: 620 };
  const from = onPlace(map.tiles[0]!, map, window);
  const to = onPlace(map.tiles.at(-1)!, map, window);
  const { atPart } = flight(from, to, window);
  for (const key of ['x', 'y', 'scale'] as const) {
    assert.ok(Math.abs(atPart(0)[key] - from[key]) < 1e-6 * from.scale * 1000, key);
    assert.ok(Math.abs(atPart(0.999999)[key] - to[key]) < 0.1, key);
  }
  assert.ok(atPart(0.5).scale < from.scale, 'the way leads out and in again');
});

test('search forgives accents and puts names that begin with the words first', () => {
  const texts = [' lap trinh python py', ' python pl python', ' hoc may ai ml'];
  assert.deepEqual(findOnMap(texts, 'Python'), [1, 0]);
  assert.deepEqual(findOnMap(texts, 'học máy'), [2]);
  assert.deepEqual(findOnMap(texts, ' '), []);
});

test('from afar a family has one name, others theirs where the whole of it fits, and none leaves its room', () => {
  for (const size of [landscape, portrait]) {
    const laid = layMap(tree, words, size);
    const scale = 1200 / size.width;
    const names = farNames(laid, scale);
    assert.ok(names.some(({ family }) => family) && names.some(({ family }) => !family));
    for (const { label, width, height, family } of names) {
      assert.ok(label.size * scale >= 7, `${label.size * scale} pixels`);
      const widest = label.lines.map((line) => textWidth(line, label.size, family ? 600 : 400));
      assert.ok(Math.max(...widest) <= width, label.lines.join('|'));
      assert.ok(label.lines.length * label.size <= height, label.lines.join('|'));
      assert.ok(!label.lines.join('').includes('…'), 'no name is cut');
    }
  }
});

test('no two areas have the same colour', () => {
  for (const dark of [false, true]) {
    for (const count of [1, 2, 7, 26, 40]) {
      const grounds = Array.from({ length: count }, (_, at) => regionColours(at, count, dark).dot);
      assert.equal(new Set(grounds).size, count);
    }
  }
});
