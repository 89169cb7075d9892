import { CoverageReport } from '@nhip/server/gap/contract.ts';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { reading } from '../api.ts';
import { useLocalText, useMessages } from '../language.ts';
import { ExportLinks } from '../ui/export-links.tsx';
import { useFigures } from '../ui/figures.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import { PageState } from '../ui/page-state.tsx';
import { BaseLine } from './base-line.tsx';
import styles from './coverage-page.module.css';
import { CoverageTable } from './coverage-table.tsx';
import { coverageMessages } from './coverage-messages.ts';
import { MassByState } from './mass-by-state.tsx';
import { gapMessages } from './messages.ts';

/** Which competencies the market asks for, and what in one programme says each of them. */
export default function CoveragePage() {
  const { programmeId } = useParams({ from: '/coverage/$programmeId' });
  const query = useQuery(reading(CoverageReport, '/api/coverage', { programme: programmeId }));
  return (
    <PageState page query={query}>
      {(report) => <Coverage report={report} />}
    </PageState>
  );
}

function Coverage({ report }: { report: CoverageReport }) {
  const t = useMessages(coverageMessages);
  const f = useFigures();
  const localText = useLocalText();
  const { programme, answers, framework } = report;
  const { estimate } = answers.coverage;
  const name = localText(programme.name);
  const id = String(programme.id);
  return (
    <>
      <PageHeading
        above={
          <>
            <Link to="/programmes">{t('training')}</Link> ›{' '}
            <Link to="/programmes/$id" params={{ id }}>
              {programme.code} {name}
            </Link>
            {' · '}
            <LocalTextView text={programme.institution.name} />
          </>
        }
        title={
          estimate
            ? t('finding', {
                programme: name,
                share: f.range(estimate.boundLow, estimate.boundHigh),
              })
            : t('refused', { programme: name })
        }
        windowTitle={t('window', { programme: name })}
        actions={
          <>
            <ExportLinks path="/api/coverage/export" search={{ programme: id }} />
            <Link className="action" to="/brief/$programmeId" params={{ programmeId: id }}>
              <IconPrinter size={18} aria-hidden />
              {t('brief')}
            </Link>
          </>
        }
        lead={
          <BaseLine demand={report.demand} syllabi={report.syllabi} programmeId={programme.id} />
        }
      />
      <Certainty report={report} framework={framework} />
      {report.rows.length > 0 && <MassByState report={report} />}
      <CoverageTable report={report} />
    </>
  );
}

/** How sure the figure of the title is, or why there is none. */
function Certainty(props: { report: CoverageReport; framework: CoverageReport['framework'] }) {
  const t = useMessages(coverageMessages);
  const gap = useMessages(gapMessages);
  const f = useFigures();
  const { coverage } = props.report.answers;
  const { estimate, refusal } = coverage;
  return (
    <p className={styles.certainty}>
      {refusal && (
        <strong>
          {gap(`refusal.${refusal.code}.missing`, refusal.detail)}{' '}
          {gap(`refusal.${refusal.code}.answer`, refusal.detail)}{' '}
        </strong>
      )}
      {estimate && estimate.intervalLow !== null && estimate.intervalHigh !== null && (
        <>
          {t('interval', {
            range: f.range(estimate.intervalLow, estimate.intervalHigh),
            framework: props.framework.code,
            version: props.framework.version,
            revision: props.framework.lexiconRevision,
          })}{' '}
          {estimate.boundHigh - estimate.boundLow >= 0.01 && `${t('unknownBounds')} `}
        </>
      )}
      {coverage.stale && <>{gap('stale')}. </>}
      <Link to="/measures/$id" params={{ id: coverage.id }}>
        {t('measure')}
      </Link>
    </p>
  );
}
