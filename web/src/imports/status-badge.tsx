import type { ImportStatus } from '@nhip/server/imports/contract.ts';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconEye,
  IconLoader,
} from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { importMessages } from './messages.ts';

const looks = {
  staging: { icon: IconLoader, tone: 'accent' },
  previewed: { icon: IconEye, tone: 'accent' },
  applying: { icon: IconLoader, tone: 'accent' },
  applied: { icon: IconCircleCheck, tone: 'supply' },
  failed: { icon: IconAlertTriangle, tone: 'fault' },
  discarded: { icon: IconCircleX, tone: 'unknown' },
} as const;

export function ImportStatusBadge({ status }: { status: ImportStatus }) {
  const t = useMessages(importMessages);
  return (
    <StateBadge icon={looks[status].icon} tone={looks[status].tone}>
      {t(`status.${status}`)}
    </StateBadge>
  );
}
