import type { VersionTree } from '@nhip/server/frameworks/reading/contract.ts';
import { useEffect, useState } from 'react';
import { useMessages } from '../../language.ts';
import { useFigures } from '../../ui/figures.tsx';
import { regionColours } from './map-colours.ts';
import type { FrameworkMap } from './map-layout.ts';
import { mapMessages } from './map-messages.ts';
import styles from './map.module.css';

/** Which colour is which area; each leads there on the map. */
export function MapLegend(props: {
  map: FrameworkMap;
  tree: VersionTree;
  selected: number | undefined;
  onChoose: (place: number) => void;
}) {
  const { map, tree } = props;
  const t = useMessages(mapMessages);
  const f = useFigures();
  const dark = useDark();
  return (
    <nav className={styles.legend} aria-label={t('legend')}>
      <ul>
        {map.regions.map(({ place, competencies, tools }, at) => {
          if (place === undefined) return null;
          const { group, dot } = regionColours(at, map.regions.length, dark);
          return (
            <li key={place}>
              <button
                type="button"
                aria-pressed={place === props.selected}
                onClick={() => props.onChoose(place)}
              >
                <svg width="14" height="14" aria-hidden>
                  <rect x="1" y="1" width="12" height="12" rx="3" fill={group} stroke={dot} />
                </svg>
                <span lang={tree.languages[tree.lang[place]!]}>{tree.label[place]}</span>
                <span className="muted figures">{f.number(competencies + tools)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

const isDark = () => document.documentElement.getAttribute('data-scheme') === 'dark';

function useDark(): boolean {
  const [dark, setDark] = useState(isDark);
  useEffect(() => {
    const watch = new MutationObserver(() => setDark(isDark()));
    watch.observe(document.documentElement, { attributeFilter: ['data-scheme'] });
    return () => watch.disconnect();
  }, []);
  return dark;
}
