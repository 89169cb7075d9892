import { IconCircleCheck, IconEye, IconPencil, IconRefreshAlert } from '@tabler/icons-react';
import { useMessages } from '../../language.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { draftMessages } from './messages.ts';

/** How a draft stands, in icon and word. */
export function DraftStatus(props: {
  status: 'draft' | 'in-review';
  decision: 'approved' | 'changes-requested' | 'withdrawn' | null;
}) {
  const t = useMessages(draftMessages);
  if (props.status === 'in-review' && props.decision === 'approved') {
    return (
      <StateBadge icon={IconCircleCheck} tone="supply">
        {t('status.approved')}
      </StateBadge>
    );
  }
  if (props.status === 'in-review') {
    return (
      <StateBadge icon={IconEye} tone="accent">
        {t('status.inReview')}
      </StateBadge>
    );
  }
  if (props.decision === 'changes-requested') {
    return (
      <StateBadge icon={IconRefreshAlert} tone="demand">
        {t('status.changesRequested')}
      </StateBadge>
    );
  }
  return <StateBadge icon={IconPencil}>{t('status.draft')}</StateBadge>;
}
