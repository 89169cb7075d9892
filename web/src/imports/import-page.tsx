import type { ImportRun } from '@nhip/server/imports/contract.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { formatDateTime } from '../format.ts';
import { useLanguage, useMessages } from '../language.ts';
import { PageHeading } from '../ui/heading.tsx';
import { PageState } from '../ui/page-state.tsx';
import { ApplyPanel } from './apply-panel.tsx';
import styles from './import-page.module.css';
import { importRun, isRunning } from './imports-api.ts';
import { importMessages } from './messages.ts';
import { OutcomePanel } from './outcome-panel.tsx';
import { RowList } from './row-list.tsx';
import { Running } from './running.tsx';
import { StepBar } from './step-bar.tsx';

export default function ImportPage() {
  const { id } = useParams({ from: '/imports/$id' });
  const query = useQuery(importRun(id));
  useFreshFigures(query.data);
  return (
    <PageState page query={query}>
      {(run) => <Import run={run} />}
    </PageState>
  );
}

function Import({ run }: { run: ImportRun }) {
  const t = useMessages(importMessages);
  const language = useLanguage();
  return (
    <>
      <PageHeading
        title={run.fileName}
        above={<Link to="/imports">{t('run.back')}</Link>}
        lead={
          <span className="figures">
            {[
              t(`kind.${run.kind}`),
              run.institutionName ?? run.source,
              `${t('run.started')} ${formatDateTime(run.createdAt, language)}`,
              run.appliedAt && `${t('run.applied')} ${formatDateTime(run.appliedAt, language)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        }
      />
      <StepBar run={run} />
      {isRunning(run) ? (
        <Running run={run} />
      ) : run.status === 'previewed' ? (
        <>
          {run.problem && <p className={styles.notice}>{run.problem.words[language]}</p>}
          <ApplyPanel run={run} />
        </>
      ) : (
        <OutcomePanel run={run} />
      )}
      {run.stagedRows > 0 && run.status !== 'staging' && <RowList run={run} />}
      <details className={styles.about}>
        <summary>{t('run.about')}</summary>
        <dl>
          <dt>{t('run.format')}</dt>
          <dd>{run.format}</dd>
          <dt>{t('run.sha')}</dt>
          <dd>
            <code>{run.fileSha256}</code>
          </dd>
        </dl>
      </details>
    </>
  );
}

/** Once a run has been applied, every figure that is remembered from before is read anew. */
function useFreshFigures(run: ImportRun | undefined) {
  const client = useQueryClient();
  const before = useRef(run?.status);
  useEffect(() => {
    if (before.current === 'applying' && run?.status === 'applied') {
      void client.invalidateQueries({
        predicate: ({ queryKey }) => !String(queryKey[0]).startsWith('/api/imports'),
      });
    }
    before.current = run?.status;
  }, [client, run?.status]);
}
