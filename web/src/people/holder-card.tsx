import type { HoldingView } from '@nhip/server/people/contract.ts';
import { IconChevronRight, IconLock } from '@tabler/icons-react';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { HeldItems } from './held-items.tsx';
import styles from './holder-card.module.css';
import { peopleMessages } from './messages.ts';

/** One holder with all that it holds; each sentence opens to the data themselves. */
export function HolderCard({ holdings }: { holdings: HoldingView[] }) {
  const local = useLocalText();
  const { organisation } = holdings[0]!;
  const id = `holder-${organisation.id}`;
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h2 id={id}>{local(organisation.name)}</h2>
      {holdings.map((holding, place) => (
        <HeldSentence key={`${holding.holding} ${place}`} holding={holding} />
      ))}
    </section>
  );
}

function HeldSentence({ holding }: { holding: HoldingView }) {
  const t = useMessages(peopleMessages);
  const language = useLanguage();
  return (
    <div className={styles.holding}>
      <p>
        {holding.sentence[language]}{' '}
        {holding.obligation && (
          <StateBadge icon={IconLock} tone="accent">
            {t('holdings.rule')}
          </StateBadge>
        )}
      </p>
      <details className={styles.details}>
        <summary>
          <IconChevronRight size={16} aria-hidden />
          {t('holdings.data', { count: holding.items.length })}
        </summary>
        <HeldItems holding={holding} />
      </details>
    </div>
  );
}
