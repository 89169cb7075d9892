import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Empty } from '../ui/page-state.tsx';
import type { Counts, Filter } from './crosswalk-session.ts';
import type { PairName } from './crosswalks-api.ts';
import { crosswalkMessages } from './messages.ts';
import { SeekProposals } from './seek-proposals.tsx';

/** Nothing is open: nothing was proposed, everything is decided, or the list has been walked through. */
export function Ended(props: {
  name: PairName;
  counts: Counts;
  filter: Filter;
  skipped: boolean;
  onAgain: () => void;
}) {
  const t = useMessages(crosswalkMessages);
  const { counts, name } = props;
  if (counts.total === 0) {
    return (
      <Empty title={t('editor.emptyTitle')} action={<SeekProposals name={name} primary />}>
        {t('editor.emptyBody')}
      </Empty>
    );
  }
  if (props.filter === 'waiting' && counts.decided === counts.total) {
    return (
      <Empty
        title={t('editor.doneTitle')}
        action={
          <Link
            className="action"
            data-primary
            to="/crosswalks/$from/$to/report"
            params={{ from: name.from, to: name.to }}
            search={{ kind: name.kind }}
          >
            {t('editor.report')}
          </Link>
        }
      >
        {t('editor.doneBody')}
      </Empty>
    );
  }
  if (!props.skipped) return <Empty title={t('editor.noneTitle')} />;
  return (
    <Empty
      title={t('editor.skippedTitle')}
      action={<ActionButton onClick={props.onAgain}>{t('editor.again')}</ActionButton>}
    />
  );
}
