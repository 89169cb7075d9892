import { IconCheck, IconX } from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { reviewMessages } from './messages.ts';
import type { Verdict } from './review-session.ts';

/** A person's last word about a link. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const t = useMessages(reviewMessages);
  return verdict === 'accept' ? (
    <StateBadge icon={IconCheck} tone="accent">
      {t('item.accepted')}
    </StateBadge>
  ) : (
    <StateBadge icon={IconX} tone="unknown">
      {t('item.rejected')}
    </StateBadge>
  );
}
