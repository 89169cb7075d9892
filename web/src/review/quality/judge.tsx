import type { CompetencyRef } from '@nhip/server/frameworks/contract.ts';
import type { Opinion, OpinionExample } from '@nhip/server/review/opinions/contract.ts';
import { IconCheck, IconChevronRight, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { competency } from '../../frameworks/frameworks-api.ts';
import { useLocalText, useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Highlighted } from '../../ui/highlighted.tsx';
import { LocalTextView } from '../../ui/local-text.tsx';
import { useKeys, useKeysWanted } from '../use-keys.ts';
import styles from './judge.module.css';
import { qualityMessages } from './messages.ts';

export interface Asked {
  normalised: string;
  competency: CompetencyRef;
  examples: z.infer<typeof OpinionExample>[];
}

/** One pair to judge with nothing that would hint at an answer: words, meaning, places, and two buttons. */
export function Judge(props: {
  item: Asked;
  onJudge: (verdict: Opinion) => void;
  onNext: () => void;
}) {
  const t = useMessages(qualityMessages);
  const local = useLocalText();
  const [keysWanted, setKeysWanted] = useKeysWanted();
  const { item } = props;
  useKeys(keysWanted, {
    a: () => props.onJudge('accept'),
    r: () => props.onJudge('reject'),
    j: props.onNext,
  });
  const key = (letter: string) => (keysWanted ? letter : undefined);
  return (
    <article className={styles.item}>
      <p className="visually-hidden" role="status">
        {t('judge.question', {
          surface: item.normalised,
          name: local(item.competency.label),
        })}
      </p>
      <div className={styles.pair}>
        <div>
          <p className={styles.caption}>{t('judge.surface')}</p>
          <p className={styles.surface}>
            <mark>{item.normalised}</mark>
          </p>
        </div>
        <div>
          <p className={styles.caption}>{t('judge.means')}</p>
          <h2 className={styles.surface}>
            <Link to="/competencies/$code" params={{ code: item.competency.code }}>
              <LocalTextView text={item.competency.label} />
            </Link>
          </h2>
        </div>
      </div>
      <Definition code={item.competency.code} />
      <h3 className={styles.caption}>{t('judge.examples')}</h3>
      <Places examples={item.examples} />
      <div className={styles.bar} role="group" aria-label={t('judge.label')}>
        <ActionButton
          primary
          icon={IconCheck}
          letter={key('A')}
          onClick={() => props.onJudge('accept')}
        >
          {t('judge.accept')}
        </ActionButton>
        <ActionButton icon={IconX} letter={key('R')} onClick={() => props.onJudge('reject')}>
          {t('judge.reject')}
        </ActionButton>
        <ActionButton quiet icon={IconChevronRight} letter={key('J')} onClick={props.onNext}>
          {t('judge.next')}
        </ActionButton>
      </div>
      <p className={styles.help}>
        <label>
          <input
            type="checkbox"
            checked={keysWanted}
            onChange={(event) => setKeysWanted(event.target.checked)}
          />
          {t('judge.useKeys')}
        </label>
        {keysWanted && <span>{t('judge.keys')}</span>}
      </p>
    </article>
  );
}

function Definition({ code }: { code: string }) {
  const found = useQuery({ ...competency(code), staleTime: 10 * 60_000 }).data;
  return <p className={styles.definition}>{found && <LocalTextView text={found.definition} />}</p>;
}

export function Places({ examples }: Pick<Asked, 'examples'>) {
  const t = useMessages(qualityMessages);
  if (examples.length === 0) return <p className="muted">{t('judge.noExamples')}</p>;
  return (
    <ul className={styles.places}>
      {examples.map(({ kind, id, text, start, end }) => (
        <li key={`${kind}-${id}-${start}`}>
          <Highlighted
            text={text}
            spans={[{ start, end }]}
            tone={kind === 'advertisement' ? 'demand' : 'supply'}
          />
        </li>
      ))}
    </ul>
  );
}
