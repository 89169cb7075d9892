import type { CertificateEntry } from '@nhip/server/certificates/contract.ts';
import { IconClockX } from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { certificateMessages } from './messages.ts';

/** How long it is valid; not known is not the same as for ever. */
export function Validity(props: Pick<CertificateEntry, 'validityMonths' | 'neverExpires'>) {
  const t = useMessages(certificateMessages);
  if (props.neverExpires) return <>{t('validity.never')}</>;
  if (props.validityMonths === null) return <span className="muted">{t('validity.unknown')}</span>;
  return <>{t('validity.months', { count: props.validityMonths })}</>;
}

/** That its issuer has ended it, or will; nothing where no day is known. */
export function Retirement({ retiresOn }: Pick<CertificateEntry, 'retiresOn'>) {
  const t = useMessages(certificateMessages);
  const f = useFigures();
  if (retiresOn === null) return null;
  const past = retiresOn <= new Date().toISOString().slice(0, 10);
  return (
    <StateBadge icon={IconClockX} tone="demand">
      {t(past ? 'retired' : 'retires', { date: f.date(retiresOn) })}
    </StateBadge>
  );
}
