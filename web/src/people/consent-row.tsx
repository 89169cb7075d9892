import type { Consent } from '@nhip/server/people/contract.ts';
import { IconCircleCheck, IconCircleX, IconClockOff } from '@tabler/icons-react';
import { useLanguage, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useFigures } from '../ui/figures.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { dayInVietnam, lastDayOf } from './days.ts';
import { requestMessages } from './request-messages.ts';
import { Row } from './part.tsx';

const looks = {
  valid: { icon: IconCircleCheck, tone: 'supply' },
  expired: { icon: IconClockOff, tone: 'unknown' },
  withdrawn: { icon: IconCircleX, tone: 'unknown' },
} as const;

/** One consent in a sentence, how it stands, and the one thing that can be done about it. */
export function ConsentRow(props: {
  consent: Consent;
  act: 'withdraw' | 'again' | undefined;
  busy: boolean;
  onAct: () => void;
}) {
  const t = useMessages(requestMessages);
  const language = useLanguage();
  const { consent, act } = props;
  const sentence = consent.sentence[language];
  return (
    <Row
      meta={<Standing consent={consent} />}
      actions={
        act && (
          <ActionButton
            compact
            quiet={act === 'again'}
            disabled={props.busy}
            aria-label={t(`consents.${act}Of`, { sentence })}
            onClick={props.onAct}
          >
            {t(`consents.${act}`)}
          </ActionButton>
        )
      }
    >
      <p>{sentence}</p>
    </Row>
  );
}

function Standing({ consent }: { consent: Consent }) {
  const t = useMessages(requestMessages);
  const f = useFigures();
  const { icon, tone } = looks[consent.state];
  const on = (moment: string) => f.date(dayInVietnam(new Date(moment)));
  return (
    <>
      <StateBadge icon={icon} tone={tone}>
        {t(`consents.state.${consent.state}`)}
      </StateBadge>
      <span>{t('consents.given', { date: on(consent.givenAt) })}</span>
      {consent.withdrawnAt && (
        <span>{t('consents.withdrawnOn', { date: on(consent.withdrawnAt) })}</span>
      )}
      {consent.state === 'expired' && (
        <span>{t('consents.expiredOn', { date: f.date(lastDayOf(consent.expiresAt)) })}</span>
      )}
    </>
  );
}
