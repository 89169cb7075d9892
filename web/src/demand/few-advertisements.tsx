import { IconHourglassEmpty } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { fewestAdvertisements } from './demand-api.ts';
import styles from './few-advertisements.module.css';
import { demandMessages } from './messages.ts';

/** A province with too few advertisements is refused in words: what is missing and what would answer it. */
export function FewAdvertisements({ region, count }: { region: string; count: number }) {
  const t = useMessages(demandMessages);
  return (
    <section className={styles.refusal} aria-labelledby="few-advertisements">
      <IconHourglassEmpty aria-hidden />
      <div>
        <h2 id="few-advertisements">{t('few.title', { region })}</h2>
        <p>{t('few.why', { region, count, needed: fewestAdvertisements })}</p>
        <p className="muted">
          {t('few.answer')} <Link to="/demand">{t('few.country')}</Link>
        </p>
      </div>
    </section>
  );
}
