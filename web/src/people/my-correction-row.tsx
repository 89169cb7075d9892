import type { Correction } from '@nhip/server/people/contract.ts';
import { IconArrowBackUp, IconCircleCheck, IconCircleX, IconHourglass } from '@tabler/icons-react';
import { useLocalText, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useFigures } from '../ui/figures.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { deedMessages } from './deed-messages.ts';
import { requestMessages } from './request-messages.ts';
import { Row } from './part.tsx';

const looks = {
  open: { icon: IconHourglass, tone: 'accent' },
  accepted: { icon: IconCircleCheck, tone: 'supply' },
  refused: { icon: IconCircleX, tone: 'demand' },
  withdrawn: { icon: IconArrowBackUp, tone: 'unknown' },
} as const;

/** One request of the reader: what, where, how it stands, and the answer. */
export function MyCorrectionRow(props: {
  correction: Correction;
  busy: boolean;
  onWithdraw: () => void;
}) {
  const t = useMessages(requestMessages);
  const fieldName = useMessages(deedMessages);
  const local = useLocalText();
  const f = useFigures();
  const { correction } = props;
  const state = correction.verdict ?? 'open';
  const { icon, tone } = looks[state];
  return (
    <Row
      meta={
        <>
          <StateBadge icon={icon} tone={tone}>
            {t(`corrections.state.${state}`)}
          </StateBadge>
          <span>{local(correction.organisation.name)}</span>
          <span>{t('corrections.asked', { date: f.date(correction.requestedAt) })}</span>
          {correction.decidedAt && state !== 'withdrawn' && (
            <span>{t('corrections.decided', { date: f.date(correction.decidedAt) })}</span>
          )}
        </>
      }
      actions={
        state === 'open' && (
          <ActionButton compact disabled={props.busy} onClick={props.onWithdraw}>
            {t('corrections.withdraw')}
          </ActionButton>
        )
      }
    >
      <p>
        <strong>
          {state === 'open'
            ? t('corrections.change', {
                field: fieldName(`fields.${correction.field}`),
                present: correction.present || t('corrections.blank'),
                wanted: correction.wanted,
              })
            : `${fieldName(`fields.${correction.field}`)}: ${correction.wanted}`}
        </strong>
      </p>
      <p className="small">{t('corrections.because', { reason: correction.reason })}</p>
      {correction.answer && <p>{t('corrections.answer', { answer: correction.answer })}</p>}
    </Row>
  );
}
