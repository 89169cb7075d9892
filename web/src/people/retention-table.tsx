import type { RetentionRuleView } from '@nhip/server/people/contract.ts';
import { IconHourglass, IconLock } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useLocalText, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { retentionMessages } from './retention-messages.ts';
import styles from './retention-table.module.css';
import { useHoldingName } from './use-holding-name.ts';

const EndRuleForm = lazy(() =>
  import('./end-rule-form.tsx').then((part) => ({ default: part.EndRuleForm })),
);

/** One rule a row; those that still hold can be ended. */
export function RetentionTable(props: {
  rules: RetentionRuleView[];
  mayEnd: (rule: RetentionRuleView) => boolean;
  onEnd: (rule: RetentionRuleView, on: string) => Promise<void>;
}) {
  const t = useMessages(retentionMessages);
  const local = useLocalText();
  const f = useFigures();
  const holdingName = useHoldingName();
  return (
    <DataTable
      caption={t('retention.caption')}
      rows={props.rules}
      rowKey={(rule) => String(rule.id)}
      columns={[
        {
          id: 'holding',
          header: t('retention.holding'),
          width: '18%',
          sortBy: (rule) => holdingName(rule.holding),
          cell: (rule) => holdingName(rule.holding),
        },
        {
          id: 'months',
          header: t('retention.months'),
          sortBy: (rule) => rule.months,
          cell: (rule) => (
            <span className={styles.short}>{t('retention.monthsOf', { count: rule.months })}</span>
          ),
        },
        {
          id: 'kind',
          header: t('retention.kind'),
          cell: (rule) => (
            <StateBadge
              icon={rule.obligatory ? IconLock : IconHourglass}
              tone={rule.obligatory ? 'accent' : 'unknown'}
              title={t(rule.obligatory ? 'retention.obligatoryMeaning' : 'retention.limitMeaning')}
            >
              {t(rule.obligatory ? 'retention.obligatory' : 'retention.limit')}
            </StateBadge>
          ),
        },
        {
          id: 'whose',
          header: t('retention.whose'),
          cell: ({ organisation }) =>
            organisation ? local(organisation.name) : t('retention.everyone'),
        },
        {
          id: 'basis',
          header: t('retention.basis'),
          width: '22%',
          card: 'wide',
          cell: (rule) => (
            <>
              {rule.basis}
              <br />
              <span className="muted small">{rule.source}</span>
            </>
          ),
        },
        {
          id: 'period',
          header: t('retention.period'),
          sortBy: (rule) => rule.validFrom,
          cell: (rule) =>
            rule.validTo === null
              ? t('retention.from', { date: f.date(rule.validFrom) })
              : t('retention.span', { from: f.date(rule.validFrom), to: f.date(rule.validTo) }),
        },
        {
          id: 'act',
          header: t('retention.act'),
          card: 'wide',
          cell: (rule) =>
            rule.validTo === null &&
            props.mayEnd(rule) && <EndRule rule={rule} onEnd={(on) => props.onEnd(rule, on)} />,
        },
      ]}
    />
  );
}

function EndRule({
  rule,
  onEnd,
}: {
  rule: RetentionRuleView;
  onEnd: (on: string) => Promise<void>;
}) {
  const t = useMessages(retentionMessages);
  const [open, setOpen] = useState(false);
  if (open) {
    return (
      <Suspense>
        <EndRuleForm rule={rule} onEnd={onEnd} onCancel={() => setOpen(false)} />
      </Suspense>
    );
  }
  return (
    <span className={styles.short}>
      <ActionButton
        compact
        aria-label={t('retention.endOf', { basis: rule.basis })}
        onClick={() => setOpen(true)}
      >
        {t('retention.end')}
      </ActionButton>
    </span>
  );
}
