import { CoverageReport } from '@nhip/server/gap/contract.ts';
import { IconArrowLeft, IconFlask, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { reading } from '../api.ts';
import { useLocalText, useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import { Mark } from '../ui/mark.tsx';
import { uiMessages } from '../ui/messages.ts';
import { PageState } from '../ui/page-state.tsx';
import { BriefAnswers } from './brief-answers.tsx';
import { BriefMethod } from './brief-method.tsx';
import { briefMessages } from './brief-messages.ts';
import styles from './brief-page.module.css';
import { BriefTaught } from './brief-taught.tsx';
import { BriefUncovered } from './brief-uncovered.tsx';

/** The two pages that a planner prints: readable in black and white, complete without the screen. */
export default function BriefPage() {
  const { programmeId } = useParams({ from: '/brief/$programmeId' });
  const query = useQuery(reading(CoverageReport, '/api/coverage', { programme: programmeId }));
  return (
    <PageState page query={query}>
      {(report) => <Brief report={report} />}
    </PageState>
  );
}

function Brief({ report }: { report: CoverageReport }) {
  const t = useMessages(briefMessages);
  const ui = useMessages(uiMessages);
  const localText = useLocalText();
  const programme = localText(report.programme.name);
  const windowTitle = `${t('window', { programme })} · ${ui('product')}`;
  useEffect(() => {
    document.title = windowTitle;
  }, [windowTitle]);
  return (
    <>
      <div className={styles.actions}>
        <Link
          className="action"
          to="/coverage/$programmeId"
          params={{ programmeId: String(report.programme.id) }}
        >
          <IconArrowLeft size={18} aria-hidden />
          {t('back')}
        </Link>
        <button type="button" className="action" data-primary onClick={() => print()}>
          <IconPrinter size={18} aria-hidden />
          {t('print')}
        </button>
      </div>
      <Sheet report={report} page={1}>
        <p className={styles.kind}>{localText(report.programme.institution.name)}</p>
        <h1 className={styles.question}>{t('question', { programme })}</h1>
        <BriefAnswers report={report} />
        <BriefUncovered report={report} />
      </Sheet>
      <Sheet report={report} page={2}>
        <BriefTaught report={report} />
        <BriefMethod report={report} />
      </Sheet>
    </>
  );
}

function Sheet(props: { report: CoverageReport; page: 1 | 2; children: ReactNode }) {
  const t = useMessages(briefMessages);
  const ui = useMessages(uiMessages);
  const f = useFigures();
  return (
    <article
      className={styles.sheet}
      data-sheet={props.page}
      aria-label={t('page', { page: props.page })}
    >
      <div className={styles.head}>
        <span className={styles.brand}>
          <Mark size={22} /> {ui('product')}
        </span>
        <span>{t('kind')}</span>
        {props.report.installation === 'demo' && (
          <strong className={styles.demo}>
            <IconFlask size={14} aria-hidden /> {ui('demo')}
          </strong>
        )}
        <span className={styles.date}>
          {t('printed', { date: f.date(new Date().toISOString()) })}
        </span>
      </div>
      <div className={styles.body}>{props.children}</div>
      <p className={styles.foot}>{t('page', { page: props.page })}</p>
    </article>
  );
}
