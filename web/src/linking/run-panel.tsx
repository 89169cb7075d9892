import { useQuery } from '@tanstack/react-query';
import { formatDateTime } from '../format.ts';
import { useLanguage, useMessages } from '../language.ts';
import { useSession } from '../sign-in/session.ts';
import { Progress } from '../ui/progress.tsx';
import { linkingState } from './linking-api.ts';
import { linkingMessages } from './messages.ts';
import styles from './run-panel.module.css';

/** How far the kept texts are linked by the present linker; for members alone. */
export function RunPanel() {
  const t = useMessages(linkingMessages);
  const language = useLanguage();
  const isMember = (useSession()?.roles.length ?? 0) > 0;
  const state = useQuery({
    ...linkingState,
    enabled: isMember,
    refetchInterval: ({ state: { data } }) =>
      data?.run || data?.hybrid === 'building' ? 2_000 : 30_000,
  }).data;
  if (!state) return null;
  const words =
    state.hybrid === 'off'
      ? t('hybrid.off')
      : state.linkedAt === null
        ? t('run.waits')
        : t('run.done', { at: formatDateTime(state.linkedAt, language) });
  return (
    <section className={styles.run}>
      <h2>{t('run.title')}</h2>
      {state.run ? (
        <>
          <Progress label={t('run.label')} done={state.run.done} total={state.run.total} />
          <p className="muted small">{t('run.why')}</p>
        </>
      ) : (
        <p className="muted">{words}</p>
      )}
    </section>
  );
}
