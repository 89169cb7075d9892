import { CoverageReport } from '@nhip/server/gap/contract.ts';
import { ProgrammeList } from '@nhip/server/programmes/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reading } from '../api.ts';
import { CoverageStateBadge } from '../gap/coverage-state.tsx';
import { useMessages } from '../language.ts';
import { LocalTextView } from '../ui/local-text.tsx';
import { PageState, Skeleton } from '../ui/page-state.tsx';
import { frameworkMessages } from './messages.ts';
import styles from './teaching.module.css';
import { TeachingEvidence } from './teaching-evidence.tsx';

type Programme = ProgrammeList[number];

/** By programme: whether it teaches the competency, and the words that say so. */
export function Teaching({ code }: { code: string }) {
  const t = useMessages(frameworkMessages);
  const query = useQuery(reading(ProgrammeList, '/api/programmes'));
  return (
    <section className={styles.teaching} aria-labelledby="teaching">
      <h2 id="teaching">{t('page.teaching')}</h2>
      <PageState query={query}>
        {(programmes) =>
          programmes.length === 0 ? (
            <p>
              {t('page.noProgrammes')}{' '}
              <Link to="/imports" search={{ kind: 'programme' }}>
                {t('page.import')}
              </Link>
            </p>
          ) : (
            <>
              <p className="muted small">{t('page.teachingHint')}</p>
              {programmes.map((programme) => (
                <InProgramme key={programme.id} programme={programme} code={code} />
              ))}
            </>
          )
        }
      </PageState>
    </section>
  );
}

function InProgramme({ programme, code }: { programme: Programme; code: string }) {
  const t = useMessages(frameworkMessages);
  const query = useQuery(
    reading(CoverageReport, '/api/coverage', { programme: String(programme.id) }),
  );
  const id = String(programme.id);
  return (
    <article className={styles.programme}>
      <h3>
        <Link to="/coverage/$programmeId" params={{ programmeId: id }} search={{ open: code }}>
          {programme.code} <LocalTextView text={programme.name} />
        </Link>
      </h3>
      <p className="muted small">
        <LocalTextView text={programme.institution.name} />
      </p>
      <PageState query={query} skeleton={<Skeleton lines={2} />}>
        {(report) => {
          const row = report.rows.find((candidate) => candidate.competency.code === code);
          if (!row) return <p className="muted">{t('page.notInCoverage')}</p>;
          return (
            <>
              <CoverageStateBadge state={row.state} />
              <TeachingEvidence row={row} programmeId={programme.id} />
            </>
          );
        }}
      </PageState>
    </article>
  );
}
