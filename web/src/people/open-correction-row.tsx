import type { Correction } from '@nhip/server/people/contract.ts';
import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useLocalText, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useFigures } from '../ui/figures.tsx';
import { deedMessages } from './deed-messages.ts';
import { officeMessages } from './office-messages.ts';
import styles from './open-correction-row.module.css';
import { Row } from './part.tsx';
import { RefusalForm } from './refusal-form.tsx';

/** What stands and what is asked for, side by side; a refusal opens a field for its reason. */
export function OpenCorrectionRow(props: {
  correction: Correction;
  busy: boolean;
  onAccept: () => void;
  onRefuse: (answer: string) => Promise<void>;
}) {
  const t = useMessages(officeMessages);
  const field = useMessages(deedMessages);
  const local = useLocalText();
  const f = useFigures();
  const [refusing, setRefusing] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const { correction } = props;
  const name = field(`fields.${correction.field}`);
  const change = `${name}: ${correction.wanted}`;
  const stop = () => {
    setRefusing(false);
    opener.current?.querySelector('button')?.focus();
  };
  return (
    <Row
      below={refusing && <RefusalForm onRefuse={props.onRefuse} onCancel={stop} />}
      meta={
        <>
          <span>{t('corrections.person', { id: String(correction.personId) })}</span>
          <span>{local(correction.organisation.name)}</span>
          <span>{t('corrections.asked', { date: f.date(correction.requestedAt) })}</span>
        </>
      }
      actions={
        <>
          <ActionButton
            icon={IconCheck}
            compact
            disabled={props.busy}
            aria-label={t('corrections.acceptOf', { change })}
            onClick={props.onAccept}
          >
            {t('corrections.accept')}
          </ActionButton>
          <span ref={opener}>
            <ActionButton
              compact
              quiet
              disabled={props.busy}
              aria-expanded={refusing}
              aria-label={t('corrections.refuseOf', { change })}
              onClick={() => setRefusing(!refusing)}
            >
              {t('corrections.refuse')}
            </ActionButton>
          </span>
        </>
      }
    >
      <p className="muted small">{name}</p>
      <div className={styles.change}>
        <span>
          <span className="visually-hidden">{t('corrections.present')}: </span>
          {correction.present || t('corrections.blank')}
        </span>
        <IconArrowRight size={18} aria-hidden />
        <strong>
          <span className="visually-hidden">{t('corrections.wanted')}: </span>
          {correction.wanted}
        </strong>
      </div>
      <p>{t('corrections.reason', { reason: correction.reason })}</p>
    </Row>
  );
}
