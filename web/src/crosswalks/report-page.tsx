import type { CrosswalkReport, EndKind } from '@nhip/server/crosswalks/contract.ts';
import { IconArrowLeft, IconArrowsExchange } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useLocalText, useMessages } from '../language.ts';
import { ExportLinks } from '../ui/export-links.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { PageState } from '../ui/page-state.tsx';
import { useUrlState } from '../url-state.ts';
import { ConflictList } from './conflict-list.tsx';
import { CoverageOfSide } from './coverage-of-side.tsx';
import styles from './report-page.module.css';
import { report, type PairName } from './crosswalks-api.ts';
import { useMayDecide } from './may-decide.ts';
import { crosswalkMessages } from './messages.ts';
import { shortTitle } from './short-title.ts';

/** How far two frameworks cover each other, and what of it cannot all be true. */
export default function CrosswalkReportPage() {
  const { from = '', to = '' } = useParams({ strict: false });
  const [url] = useUrlState();
  const kind: EndKind = url.kind === 'role' ? 'role' : 'competency';
  const query = useQuery({ ...report({ from, to, kind }), staleTime: 0 });
  return (
    <PageState query={query} page>
      {(found) => <Report name={{ from, to, kind }} report={found} />}
    </PageState>
  );
}

function Report({ name, report }: { name: PairName; report: CrosswalkReport }) {
  const t = useMessages(crosswalkMessages);
  const local = useLocalText();
  const decides = useMayDecide();
  const titles = {
    from: shortTitle(local(report.from.framework.title)) || name.from,
    to: shortTitle(local(report.to.framework.title)) || name.to,
  };
  return (
    <>
      <PageHeading
        title={t('editor.title', titles)}
        windowTitle={t('report.windowTitle', titles)}
        above={
          <Link to="/crosswalks" className={styles.back}>
            <IconArrowLeft size={16} aria-hidden />
            {t('editor.back')}
          </Link>
        }
        lead={<p>{t('report.lead', { count: report.accepted })}</p>}
        actions={
          decides && (
            <Link
              className="action"
              data-primary
              to="/crosswalks/$from/$to"
              params={{ from: name.from, to: name.to }}
              search={{ kind: name.kind }}
            >
              <IconArrowsExchange size={18} aria-hidden />
              {t('report.editor')}
            </Link>
          )
        }
      />
      <div className={styles.exports}>
        <section>
          <h2>{t('report.exportLinks')}</h2>
          <ExportLinks path="/api/crosswalks/export" search={{ ...name, all: decides || null }} />
        </section>
        <section>
          <h2>{t('report.exportReport')}</h2>
          <ExportLinks path="/api/crosswalks/report" search={{ ...name }} />
        </section>
      </div>
      <CoverageOfSide side={report.from} sortKey="from" />
      <CoverageOfSide side={report.to} sortKey="to" />
      <ConflictList name={name} report={report} decides={decides} />
    </>
  );
}
