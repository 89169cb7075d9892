import type { CoverageState } from '@nhip/server/gap/contract.ts';
import { IconCircleCheck, IconCircleDashed, IconFileUnknown, IconTag } from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { gapMessages } from './messages.ts';

export const coverageStates: CoverageState[] = [
  'taught',
  'title-only',
  'syllabus-missing',
  'not-found',
];

const looks = {
  taught: { icon: IconCircleCheck, tone: 'supply' },
  'title-only': { icon: IconTag, tone: 'unknown' },
  'syllabus-missing': { icon: IconFileUnknown, tone: 'unknown' },
  'not-found': { icon: IconCircleDashed, tone: 'demand' },
} as const;

export function CoverageStateBadge({ state }: { state: CoverageState }) {
  const t = useMessages(gapMessages);
  return (
    <StateBadge
      icon={looks[state].icon}
      tone={looks[state].tone}
      title={t(`stateMeaning.${state}`)}
    >
      {t(`state.${state}`)}
    </StateBadge>
  );
}
