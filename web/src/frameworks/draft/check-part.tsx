import type { LintFinding } from '@nhip/server/frameworks/drafting/contract.ts';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage, useMessages } from '../../language.ts';
import { Empty, PageState } from '../../ui/page-state.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { lintQuery } from './draft-api.ts';
import styles from './draft.module.css';
import { fieldName } from './field-name.ts';
import { draftMessages } from './messages.ts';

/** What is wrong or doubtful, errors first; each finding opens what it is about. */
export default function CheckPart({ code }: { code: string }) {
  const t = useMessages(draftMessages);
  const query = useQuery({ ...lintQuery(code), staleTime: 0 });
  return (
    <PageState query={query}>
      {({ errors, warnings, findings }) => (
        <div className={styles.wide}>
          <section className={styles.section}>
            <h2>{t('check.title')}</h2>
            {errors + warnings === 0 ? (
              <Empty title={t('check.clean')}>{t('check.cleanBody')}</Empty>
            ) : (
              <p role="status">
                {t('check.errors', { count: errors })} · {t('check.warnings', { count: warnings })}
              </p>
            )}
            <ul className={styles.list}>
              {findings.map((finding, at) => (
                <Finding key={at} finding={finding} />
              ))}
            </ul>
            {errors + warnings > findings.length && (
              <p className="muted">{t('check.more', { shown: findings.length })}</p>
            )}
          </section>
        </div>
      )}
    </PageState>
  );
}

function Finding({ finding }: { finding: LintFinding }) {
  const t = useMessages(draftMessages);
  const language = useLanguage();
  const { part, partId, partLabel, column, severity } = finding;
  const target = part === 'scale' ? 'levels' : part === 'whole' ? 'about' : `${part}s`;
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <span className={styles.state}>
          {severity === 'error' ? (
            <StateBadge icon={IconAlertTriangle} tone="fault">
              {t('check.error')}
            </StateBadge>
          ) : (
            <StateBadge icon={IconInfoCircle}>{t('check.warning')}</StateBadge>
          )}
          <strong>{partLabel}</strong>
          {column && <span className="muted">{fieldName(column, t)}</span>}
        </span>
        <Link
          to="."
          search={(before) => ({
            ...{ lang: before.lang, part: target },
            entry: partId === null ? undefined : String(partId),
          })}
        >
          {t('check.open', { code: partLabel })}
        </Link>
      </div>
      <p>{finding.words[language]}</p>
    </li>
  );
}
