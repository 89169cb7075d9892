import { IconArrowsExchange, IconCheck, IconHelp, IconX } from '@tabler/icons-react';
import { useLocalText, useMessages } from '../language.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { reviewMessages } from './messages.ts';
import type { Word } from './review-session.ts';

/** A person's last word about a link. */
export function VerdictBadge({ verdict, replacement }: Word) {
  const t = useMessages(reviewMessages);
  const local = useLocalText();
  if (verdict === null) return null;
  if (verdict === 'accept') {
    return (
      <StateBadge icon={IconCheck} tone="accent">
        {t('item.accepted')}
      </StateBadge>
    );
  }
  if (replacement) {
    return (
      <StateBadge icon={IconArrowsExchange} tone="unknown">
        {t('item.replaced', { name: local(replacement) })}
      </StateBadge>
    );
  }
  return (
    <StateBadge icon={verdict === 'reject' ? IconX : IconHelp} tone="unknown">
      {t(verdict === 'reject' ? 'item.rejected' : 'item.ambiguous')}
    </StateBadge>
  );
}
