import type { AdvertisementStatus } from '@nhip/server/demand/contract.ts';
import { IconCircleCheck, IconCircleX, IconHandStop } from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { demandMessages } from './messages.ts';

const looks = {
  counted: { icon: IconCircleCheck, tone: 'demand' },
  held: { icon: IconHandStop, tone: 'unknown' },
  excluded: { icon: IconCircleX, tone: 'unknown' },
} as const;

/** Whether an advertisement is part of the figures. */
export function StatusBadge({ status }: { status: AdvertisementStatus }) {
  const t = useMessages(demandMessages);
  return (
    <StateBadge icon={looks[status].icon} tone={looks[status].tone}>
      {t(`status.${status}`)}
    </StateBadge>
  );
}
