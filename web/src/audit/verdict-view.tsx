import type { AuditVerdict } from '@nhip/server/audit/contract.ts';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useLanguage, useMessages } from '../language.ts';
import { HeadView } from './head-view.tsx';
import { auditMessages } from './messages.ts';
import styles from './verdict-view.module.css';

/** Whole, with the head to keep; or the first broken link by its name. */
export function VerdictView({ verdict, against }: { verdict: AuditVerdict; against: boolean }) {
  const t = useMessages(auditMessages);
  const language = useLanguage();
  const { broken, head, unsealed, facts, seals } = verdict;
  const Icon = broken ? IconAlertTriangle : IconCircleCheck;
  return (
    <div className={styles.verdict} data-broken={broken ? true : undefined}>
      <p className={styles.title}>
        <Icon size={20} aria-hidden />
        {t(broken ? 'verify.broken' : 'verify.whole')}
      </p>
      {broken ? (
        <>
          <p>
            <strong>{t('verify.brokenAt', { kind: t(`verify.kind.${broken.kind}`) })}</strong>
          </p>
          <p>{broken.words[language]}</p>
          <p className="muted">{t('verify.upTo', { facts, seals })}</p>
        </>
      ) : (
        <p>
          {t('verify.wholeBody', { facts, seals })} {against && t('verify.wholeHead')}{' '}
          {unsealed && unsealed.count > 0 && t('verify.unsealed', { count: unsealed.count })}
        </p>
      )}
      {head && <HeadView head={head} label={t(broken ? 'verify.kept' : 'chain.head')} />}
    </div>
  );
}
