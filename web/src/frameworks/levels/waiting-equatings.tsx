import { WaitingEquatings } from '@nhip/server/reference/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { reading } from '../../api.ts';
import { useMessages } from '../../language.ts';
import { useWords } from '../words.tsx';
import styles from './levels.module.css';
import { waitingMessages } from './waiting-messages.ts';

const query = reading(WaitingEquatings, '/api/reference/equatings/waiting');

/** Scales beside which ours is to stand and does not yet: not imported, or without a text to cite. */
export default function WaitingScales({ code }: { code: string }) {
  const t = useMessages(waitingMessages);
  const words = useWords();
  const { data } = useQuery(query);
  if (data?.framework !== code || data.scales.length === 0) return null;
  return (
    <div className={styles.waiting}>
      <h3>{t('title')}</h3>
      <ul>
        {data.scales.map(({ scale, title, levels, awaits }) => (
          <li key={scale}>
            {awaits
              ? t('text', { title: words(title), why: words(awaits) })
              : t('scale', { title: words(title), count: levels })}
          </li>
        ))}
      </ul>
    </div>
  );
}
