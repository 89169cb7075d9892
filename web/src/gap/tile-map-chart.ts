import type { Overview } from '@nhip/server/gap/contract.ts';
import type { Region } from '@nhip/server/regions/contract.ts';
import { formatShareRange } from '../format.ts';
import type { TranslateOf } from '../language.ts';
import { colours, mixed } from '../ui/chart/colours.ts';
import { writing } from '../ui/chart/elements.ts';
import { framed, margin, type Sheet } from '../ui/chart/frame.ts';
import { hatched } from '../ui/chart/hatches.ts';
import { legend } from '../ui/chart/legend.ts';
import { wrapText } from '../ui/chart/wrap-text.ts';
import { sourceParts } from './chart-source.ts';
import type { ChartWords } from './chart-wording.ts';
import type { overviewMessages } from './overview-messages.ts';
import { drawnTiles, type TileFace } from './tile-chart.ts';
import { archipelagos, enough, tilesOfProvinces, type ProvinceTile } from './tiles-of-provinces.ts';

export type MapWords = ChartWords & { overview: TranslateOf<typeof overviewMessages> };

const width = 780;

/** The tile map of the provinces as a file: coverage with its bounds and n, hatched where it cannot be told. */
export function tileMapChart(
  data: { overview: Overview; regions: Region[] },
  words: MapWords,
  sheet: Sheet,
): string {
  const { overview } = data;
  const { overview: t, charts } = words;
  const map = tilesOfProvinces(data.regions, overview.provinces);
  const told = map.tiles.filter((tile) => tile.advertisements >= enough).length;
  const withCoverage = overview.programme !== null;
  const definition = t(withCoverage ? 'map.definition' : 'map.definitionDemand');
  return framed(
    {
      width,
      title: told > 0 ? t('map.findingSome', { count: told }) : t('map.findingNone'),
      subtitle: `${definition} ${charts('nOfTile')}`,
      source: sourceParts(overview, words),
      demonstration: overview.installation === 'demo',
      drawing: drawnMap(map, withCoverage, words),
    },
    sheet,
  );
}

/** Legend, tiles, and what has no place among them. */
function drawnMap(
  { tiles, outside }: ReturnType<typeof tilesOfProvinces>,
  withCoverage: boolean,
  words: MapWords,
) {
  const inner = width - 2 * margin;
  const key = legend(legendEntries(withCoverage, words), inner);
  const provinces = tiles.map((tile) => provinceFace(tile, withCoverage, words));
  const top = key.height + 10;
  const map = drawnTiles([...provinces, ...archipelagoFaces(tiles, words)], inner, top);
  const beside = outside > 0 ? words.overview('map.outside', { count: outside }) : '';
  const lines = wrapText(beside, { width: inner, size: 13 });
  const at = top + map.height + 22;
  const said = writing(0, at, lines, { size: 13, colour: colours.muted });
  return { markup: key.markup + map.markup + said, height: at + (lines.length - 1) * 19 };
}

const depthLook = (depth: number) => ({
  fill: mixed(colours.supply, depth * 0.12, colours.surface),
  stroke: colours.supply,
});
const faint = mixed(colours.lineStrong, 0.5, colours.surface);
const noneLook = { fill: 'none', stroke: faint, 'stroke-dasharray': '3 3' };

function provinceFace(tile: ProvinceTile, withCoverage: boolean, words: MapWords): TileFace {
  const { column, row, advertisements, coverage } = tile;
  const face = { column, row, name: words.localText(tile.name) };
  if (advertisements === 0) return { ...face, lines: [], look: noneLook, quiet: true };
  const n = words.gap('figures.n', { n: advertisements });
  if (advertisements < enough) {
    return {
      ...face,
      lines: [n],
      look: { ...hatched('hatch-unknown'), stroke: faint },
      plate: true,
    };
  }
  const share = coverage && formatShareRange(coverage.low, coverage.high, words.language);
  const figure = share ?? words.overview('map.unknown');
  return { ...face, lines: withCoverage ? [figure, n] : [n], look: depthLook(tile.depth) };
}

/** Each names the province that it belongs to and that counts it. */
function archipelagoFaces(tiles: ProvinceTile[], words: MapWords): TileFace[] {
  const { overview: t } = words;
  return archipelagos.flatMap(({ key, provinceCode, column, row }) => {
    const province = tiles.find((tile) => tile.code === provinceCode);
    if (!province) return [];
    const of = words.localText(province.name);
    const name = t(`map.archipelagos.${key}`);
    const spoken = t('map.part', { province: of });
    return [{ column, row, name, lines: [`(${of})`], look: noneLook, quiet: true, spoken }];
  });
}

function legendEntries(withCoverage: boolean, words: MapWords) {
  const { overview: t } = words;
  const steps = [1, 2, 3, 4, 5].map((depth) => ({
    swatch: depthLook(depth),
    words: formatShareRange((depth - 1) / 5, depth / 5, words.language),
  }));
  return [
    ...(withCoverage ? [{ words: t('map.legend') }, ...steps] : []),
    { swatch: { ...hatched('hatch-unknown'), stroke: faint }, words: t('map.few') },
    { swatch: noneLook, words: t('map.none') },
  ];
}
