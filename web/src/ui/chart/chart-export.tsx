import { useState } from 'react';
import { useLanguage, useMessages } from '../../language.ts';
import { ActionButton } from '../action-button.tsx';
import { uiMessages } from '../messages.ts';
import styles from './chart-export.module.css';
import { chartMessages } from './messages.ts';
import type { DrawChart, ImageKind } from './save-chart.ts';

const kinds: ImageKind[] = ['svg', 'png'];

/** The two files that a chart can be taken away as. What draws them is fetched at the first press. */
export function ChartExport(props: {
  /** What the chart shows, for those who hear the buttons without seeing the chart. */
  chart: string;
  /** The same for the file, in plain letters: `ban-do-tinh`. */
  file: string;
  draw: DrawChart;
  /** In a line with a title, where it must not make the line higher. */
  compact?: boolean;
}) {
  const t = useMessages(chartMessages);
  const ui = useMessages(uiMessages);
  const language = useLanguage();
  const [busy, setBusy] = useState<ImageKind>();
  const [saved, setSaved] = useState<string>();
  const [failed, setFailed] = useState(false);
  const save = async (kind: ImageKind) => {
    setBusy(kind);
    setSaved(undefined);
    setFailed(false);
    try {
      const { saveChart } = await import('./save-chart.ts');
      setSaved(await saveChart(kind, props.file, { language, ui, chart: t }, props.draw));
    } catch {
      setFailed(true);
    }
    setBusy(undefined);
  };
  return (
    <div
      className={styles.export}
      role="group"
      aria-label={t('downloadOf', { chart: props.chart })}
      data-compact={props.compact || undefined}
    >
      <span aria-hidden>{t('download')}</span>
      {kinds.map((kind) => (
        <ActionButton
          key={kind}
          quiet
          compact
          aria-label={t(`${kind}Of`, { chart: props.chart })}
          aria-busy={busy === kind}
          onClick={() => busy === undefined && void save(kind)}
        >
          {kind.toUpperCase()}
        </ActionButton>
      ))}
      <span role="status" className={failed ? styles.failed : 'visually-hidden'}>
        {busy && t('busy')}
        {saved && t('done', { file: saved })}
        {failed && t('failed')}
      </span>
    </div>
  );
}
