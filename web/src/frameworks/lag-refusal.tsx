import { Overview } from '@nhip/server/gap/contract.ts';
import { IconHourglassEmpty } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { reading } from '../api.ts';
import { gapMessages } from '../gap/messages.ts';
import { useMessages } from '../language.ts';
import styles from './lag-refusal.module.css';
import { frameworkMessages } from './messages.ts';

/** Why the lag between the two curves is not drawn: what is missing, and what would answer it. */
export function LagRefusal() {
  const t = useMessages(frameworkMessages);
  const gap = useMessages(gapMessages);
  const refusal = useQuery(reading(Overview, '/api/overview')).data?.answers.lag.refusal;
  if (!refusal) return null;
  return (
    <div className={styles.lag}>
      <IconHourglassEmpty size={20} aria-hidden />
      <div>
        <h3>{t('page.lag')}</h3>
        <p>{gap(`refusal.${refusal.code}.missing`, refusal.detail)}</p>
        <p className="muted">{gap(`refusal.${refusal.code}.answer`, refusal.detail)}</p>
      </div>
    </div>
  );
}
