import type { MemberStatus } from '@nhip/server/organisations/contract.ts';
import { IconCircleCheck, IconDoorExit, IconMail, IconUser } from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { memberMessages } from './member-messages.ts';

const looks = {
  active: { icon: IconCircleCheck, tone: 'supply' },
  invited: { icon: IconMail, tone: 'accent' },
  'without-account': { icon: IconUser, tone: 'unknown' },
  left: { icon: IconDoorExit, tone: 'unknown' },
} as const;

export function MemberStatusBadge({ status }: { status: MemberStatus }) {
  const t = useMessages(memberMessages);
  const { icon, tone } = looks[status];
  return (
    <StateBadge icon={icon} tone={tone}>
      {t(`status.${status}`)}
    </StateBadge>
  );
}
