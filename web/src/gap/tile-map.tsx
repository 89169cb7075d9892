import type { Overview } from '@nhip/server/gap/contract.ts';
import { Region } from '@nhip/server/regions/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { z } from 'zod';
import { reading } from '../api.ts';
import { useLocalText, useMessages } from '../language.ts';
import { ChartExport } from '../ui/chart/chart-export.tsx';
import { useFigures } from '../ui/figures.tsx';
import { PageState } from '../ui/page-state.tsx';
import { useUrlState } from '../url-state.ts';
import { useChartWords } from './chart-wording.ts';
import { overviewMessages } from './overview-messages.ts';
import styles from './tile-map.module.css';
import { archipelagos, enough, tilesOfProvinces, type ProvinceTile } from './tiles-of-provinces.ts';

/** One equal tile per province. It is a table: the tiles are its rows, placed by the style sheet. */
export function TileMap({ overview }: { overview: Overview }) {
  const regions = useQuery({ ...reading(z.array(Region), '/api/regions'), staleTime: Infinity });
  return (
    <PageState query={regions}>{(list) => <Tiles regions={list} overview={overview} />}</PageState>
  );
}

function Tiles({ regions, overview }: { regions: Region[]; overview: Overview }) {
  const t = useMessages(overviewMessages);
  const words = useChartWords();
  const localText = useLocalText();
  const [url, setUrl] = useUrlState();
  const asTable = url.map === 'table';
  const { tiles, outside } = tilesOfProvinces(regions, overview.provinces);
  const told = tiles.filter((tile) => tile.advertisements >= enough).length;
  const withCoverage = overview.programme !== null;
  return (
    <section className={styles.section}>
      <h2>{told > 0 ? t('map.findingSome', { count: told }) : t('map.findingNone')}</h2>
      <p className="muted small">{t(withCoverage ? 'map.definition' : 'map.definitionDemand')}</p>
      <div className={styles.frame}>
        <table role="table" className={asTable ? styles.plain : styles.map}>
          <caption className="visually-hidden">{t('map.caption')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader">{t('map.province')}</th>
              <th role="columnheader">{t('map.advertisements')}</th>
              {withCoverage && <th role="columnheader">{t('map.coverage')}</th>}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {tiles.map((tile) => (
              <Tile key={tile.code} tile={tile} withCoverage={withCoverage} />
            ))}
            {archipelagos.map((place) => {
              const province = tiles.find((tile) => tile.code === place.provinceCode);
              if (!province) return null;
              const part = t('map.part', { province: localText(province.name) });
              return (
                <tr
                  key={place.key}
                  role="row"
                  className={styles.island}
                  style={{ gridColumn: place.column + 1, gridRow: place.row + 1 }}
                  title={part}
                >
                  <th role="rowheader">{t(`map.archipelagos.${place.key}`)}</th>
                  <td role="cell" colSpan={withCoverage ? 2 : 1}>
                    <span className={styles.full}>{part}</span>
                    <span className={styles.brief} aria-hidden>
                      {localText(province.name)}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {!asTable && <Legend withCoverage={withCoverage} />}
      </div>
      {outside > 0 && <p className="muted small">{t('map.outside', { count: outside })}</p>}
      <button
        type="button"
        className={styles.switch}
        onClick={() => setUrl({ map: asTable ? undefined : 'table' })}
      >
        {t(asTable ? 'map.asMap' : 'map.asTable')}
      </button>
      <ChartExport
        chart={t('map.caption')}
        file={words.charts('file.map')}
        draw={async (sheet) => {
          const { tileMapChart } = await import('./tile-map-chart.ts');
          return tileMapChart({ overview, regions }, { ...words, overview: t }, sheet);
        }}
      />
    </section>
  );
}

function Tile({ tile, withCoverage }: { tile: ProvinceTile; withCoverage: boolean }) {
  const t = useMessages(overviewMessages);
  const f = useFigures();
  const localText = useLocalText();
  const none = tile.advertisements === 0;
  const told = tile.advertisements >= enough;
  return (
    <tr
      role="row"
      data-depth={told ? tile.depth : undefined}
      data-few={(!told && !none) || undefined}
      data-none={none || undefined}
      style={{ gridColumn: tile.column + 1, gridRow: tile.row + 1 }}
    >
      <th role="rowheader">
        {none ? (
          localText(tile.name)
        ) : (
          <Link to="/demand" search={{ region: tile.code }}>
            {localText(tile.name)}
          </Link>
        )}
      </th>
      <td role="cell" data-part="n">
        {none ? (
          <span className={styles.full}>{t('map.none')}</span>
        ) : (
          <span data-quiet={told && withCoverage ? true : undefined}>
            {f.number(tile.advertisements)}
          </span>
        )}
      </td>
      {withCoverage && (
        <td role="cell" data-part="coverage">
          {tile.coverage ? (
            f.range(tile.coverage.low, tile.coverage.high)
          ) : (
            <span className={styles.full}>{t('map.unknown')}</span>
          )}
        </td>
      )}
    </tr>
  );
}

function Legend({ withCoverage }: { withCoverage: boolean }) {
  const t = useMessages(overviewMessages);
  const f = useFigures();
  const steps = withCoverage ? [1, 2, 3, 4, 5] : [];
  return (
    <ul className={styles.legend} aria-hidden>
      {withCoverage && <li className={styles.legendTitle}>{t('map.legend')}</li>}
      {steps.map((depth) => (
        <li key={depth}>
          <span data-depth={depth} />
          {f.range((depth - 1) / 5, depth / 5)}
        </li>
      ))}
      <li>
        <span data-few />
        {t('map.few')}
      </li>
      <li>
        <span data-none />
        {t('map.none')}
      </li>
    </ul>
  );
}
