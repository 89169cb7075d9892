import type { FrameworkDetail, VersionTree } from '@nhip/server/frameworks/reading/contract.ts';
import {
  IconArrowsMaximize,
  IconPrinter,
  IconX,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ChartExport } from '../../ui/chart/chart-export.tsx';
import type { DrawChart } from '../../ui/chart/save-chart.ts';
import { useInstallation } from '../../ui/installation.ts';
import { useUrlState } from '../../url-state.ts';
import FrameworkTree from '../framework-tree.tsx';
import { itemPlace } from '../places.ts';
import { drawPoster } from './draw-poster.ts';
import { MapCanvas, type MapHandle } from './map-canvas.tsx';
import { landscape, layMap, portrait, type FrameworkMap } from './map-layout.ts';
import { MapLegend } from './map-legend.tsx';
import { mapMessages } from './map-messages.ts';
import { nearestTile, nextPlace, tileOf, type Direction } from './map-places.ts';
import { MapSearch } from './map-search.tsx';
import { usePosterPrint, type PaperSize } from './poster-print.tsx';
import styles from './map.module.css';

const arrows: Record<string, Direction> = {
  ...{ ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' },
};
const papers: PaperSize[] = ['A3', 'A1'];

/** The map with what steers it, what it says in words, and the way to paper. */
export default function MapView(props: {
  found: FrameworkDetail;
  tree: VersionTree;
  title: string;
}) {
  const { found, tree, title } = props;
  const t = useMessages(mapMessages);
  const navigate = useNavigate();
  const [url, setUrl] = useUrlState();
  const tall = useTall();
  const demonstration = useInstallation()?.kind === 'demo';
  const words = useMemo(
    () => ({
      counts: (competencies: number, tools: number) =>
        t(tools > 0 ? 'counts' : 'countsWithoutTools', { competencies, tools }),
      ...{ otherTools: t('otherTools'), noArea: t('noArea') },
    }),
    [t],
  );
  const map = useMemo(() => layMap(tree, words, tall ? portrait : landscape), [tree, words, tall]);
  const view = useRef<MapHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const keys = useId();
  const selected = placeAt(tree, url.at);
  const choose = (place: number | undefined) =>
    setUrl({ at: place === undefined ? undefined : tree.code[place]! });
  const version = found.version.status === 'published' ? {} : { version: found.version.version };
  const open = (code: string) => void navigate({ to: itemPlace(found, code), search: version });
  const fly = (place: number) => {
    choose(place);
    view.current?.flyTo(place);
  };
  const draw: DrawChart = (sheet) => Promise.resolve(drawPoster(posterOf(), sheet));
  const posterOf = () => ({
    map: tall ? layMap(tree, words, landscape) : map,
    title,
    subtitle: t('posterLead'),
    source: [t('version', { code: found.code, version: found.version.version })].concat(
      found.version.licence ?? [],
    ),
    demonstration: demonstration,
  });
  const poster = usePosterPrint(posterOf);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = arrows[event.key];
    if (direction) {
      const next =
        selected === undefined || tileOf(map, selected) === undefined
          ? nearestTile(map, middleOf(map, selected) ?? view.current!.middle())
          : nextPlace(map, selected, direction);
      if (next !== undefined) {
        choose(next);
        view.current?.show(next);
      }
    } else if (event.key === '+' || event.key === '=') view.current?.zoom(1.6);
    else if (event.key === '-' || event.key === '_') view.current?.zoom(1 / 1.6);
    else if (event.key === '0') view.current?.whole();
    else if (event.key === '/') search.current?.focus();
    else if (event.key === 'Escape') choose(undefined);
    else if (event.key === 'Enter' && selected !== undefined) open(tree.code[selected]!);
    else if (event.key.toLowerCase() === 't' && selected !== undefined) {
      const tool = tileOf(map, selected)?.marks[0];
      if (!tool) return;
      choose(tool.place);
      view.current?.show(tool.place);
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="screen-only">
        <div className={styles.bar}>
          <MapSearch
            found={found}
            tree={tree}
            input={search}
            onChoose={(place) => {
              fly(place);
              frame.current?.focus({ preventScroll: true });
            }}
          />
          <div className={styles.zoom}>
            <RoundButton says={t('nearer')} icon={IconZoomIn} act={() => view.current?.zoom(1.8)} />
            <RoundButton
              says={t('farther')}
              icon={IconZoomOut}
              act={() => view.current?.zoom(1 / 1.8)}
            />
            <RoundButton
              says={t('whole')}
              icon={IconArrowsMaximize}
              act={() => view.current?.whole()}
            />
          </div>
          <div className={styles.papers}>
            {papers.map((size) => (
              <ActionButton key={size} icon={IconPrinter} onClick={() => poster.print(size)}>
                {t('print', { size })}
              </ActionButton>
            ))}
            <ChartExport chart={t('poster')} file={t('file')} draw={draw} />
          </div>
        </div>
        <div className={styles.frame} data-tall={tall || undefined}>
          <div
            ref={frame}
            className={styles.window}
            role="application"
            tabIndex={0}
            aria-label={t('picture', { title })}
            aria-describedby={keys}
            onKeyDown={onKeyDown}
          >
            <MapCanvas
              {...{ map, selected }}
              handle={view}
              onSelect={choose}
              codeOf={({ place }) => (place === undefined ? '…' : tree.code[place]!)}
            />
          </div>
          <Chosen {...{ found, tree, map, selected, version }} onClose={() => choose(undefined)} />
        </div>
        <p className={`muted small ${styles.keys}`} id={keys}>
          {t('pointers')} {t('keys')}
        </p>
        <MapLegend {...{ map, tree, selected }} onChoose={fly} />
        <section className={styles.list}>
          <h2>{t('list')}</h2>
          <p className="muted small">{t('listLead')}</p>
          <FrameworkTree
            tree={tree}
            label={t('list')}
            query=""
            selected={url.at}
            onSelect={(code) => fly(tree.code.indexOf(code))}
            onOpen={open}
            wanted={{ open: 'none', turn: 0 }}
          />
        </section>
      </div>
      {poster.sheet}
    </>
  );
}

function RoundButton(props: { says: string; icon: typeof IconX; act: () => void }) {
  const Icon = props.icon;
  return (
    <button type="button" aria-label={props.says} title={props.says} onClick={props.act}>
      <Icon size={20} aria-hidden />
    </button>
  );
}

/** What is chosen, in words; it is read out when it changes. */
function Chosen(props: {
  found: FrameworkDetail;
  tree: VersionTree;
  map: FrameworkMap;
  selected: number | undefined;
  version: { version?: string };
  onClose: () => void;
}) {
  const { found, tree, map, selected } = props;
  const t = useMessages(mapMessages);
  const tile = selected === undefined ? undefined : tileOf(map, selected);
  const area = tile && map.regions[tile.region]!.place;
  const tools = tile && tile.place === selected ? tile.marks : [];
  const lang = selected === undefined ? undefined : tree.languages[tree.lang[selected]!];
  const lines =
    selected === undefined
      ? []
      : [
          tile && tile.place !== selected && tile.place !== undefined
            ? t('toolOf', { competency: tree.label[tile.place]! })
            : undefined,
          area === undefined ? undefined : t('in', { area: tree.label[area]! }),
        ].filter((line) => line !== undefined);
  return (
    <div
      className={styles.chosen}
      aria-live="polite"
      data-empty={selected === undefined || undefined}
    >
      {selected !== undefined && (
        <>
          <p className={styles.name} lang={lang}>
            {tree.label[selected]}
          </p>
          <p className="muted small">
            <code>{tree.code[selected]}</code>
            {lines.map((line) => ` · ${line}`).join('')}
          </p>
          {tools.length > 0 && (
            <p className={`small ${styles.tools}`}>
              {t('tools', {
                count: tools.length,
                names: tools.map(({ place }) => tree.label[place]!).join(', '),
              })}
            </p>
          )}
          <p className={styles.ways}>
            <Link
              className="action"
              to={itemPlace(found, tree.code[selected]!)}
              search={props.version}
            >
              {t('openPage')}
            </Link>
            <button
              type="button"
              aria-label={t('close')}
              title={t('close')}
              onClick={props.onClose}
            >
              <IconX size={18} aria-hidden />
            </button>
          </p>
        </>
      )}
    </div>
  );
}

function placeAt(tree: VersionTree, code: string | undefined): number | undefined {
  const place = code === undefined ? -1 : tree.code.indexOf(code);
  return place < 0 ? undefined : place;
}

function middleOf(map: FrameworkMap, area: number | undefined) {
  const region = map.regions.find(({ place }) => place !== undefined && place === area);
  return region && { x: region.x + region.width / 2, y: region.y + region.height / 2 };
}

const tallWindows = matchMedia('(max-width: 640px) and (orientation: portrait)');

/** A telephone held upright gets a map of its own shape. */
function useTall(): boolean {
  const [tall, setTall] = useState(tallWindows.matches);
  useEffect(() => {
    const changed = () => setTall(tallWindows.matches);
    tallWindows.addEventListener('change', changed);
    return () => tallWindows.removeEventListener('change', changed);
  }, []);
  return tall;
}
