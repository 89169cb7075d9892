import { AdvertisementPage } from '@nhip/server/demand/contract.ts';
import type { CourseEvidence, CoverageRow, OutcomeEvidence } from '@nhip/server/gap/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reading } from '../api.ts';
import { useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import { Highlighted } from '../ui/highlighted.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import { PageState, Skeleton } from '../ui/page-state.tsx';
import styles from './coverage-evidence.module.css';
import { coverageMessages } from './coverage-messages.ts';

/** What stands under a row: the sentences of the outcomes, the courses, the sentences of the advertisements. */
export function CoverageEvidence({ row, programmeId }: { row: CoverageRow; programmeId: number }) {
  const t = useMessages(coverageMessages);
  const code = row.competency.code;
  return (
    <div className={styles.evidence}>
      <div>
        {row.outcomes.length > 0 && <Outcomes row={row} programmeId={programmeId} />}
        {row.courses.length > 0 && <Courses row={row} programmeId={programmeId} />}
        {row.state === 'not-found' && <p>{t('evidence.nothing')}</p>}
      </div>
      <div>
        <h3>{t('evidence.advertisements')}</h3>
        <Excerpts code={code} />
        <p>
          <Link to="/competencies/$code" params={{ code }}>
            {t('evidence.competency')}
          </Link>
        </p>
      </div>
    </div>
  );
}

function Outcomes({ row, programmeId }: { row: CoverageRow; programmeId: number }) {
  const t = useMessages(coverageMessages);
  return (
    <>
      <h3>{t('evidence.outcomes')}</h3>
      <ul className={styles.list}>
        {row.outcomes.map((outcome) => (
          <li key={outcome.outcomeId}>
            <OutcomeSentence outcome={outcome} programmeId={programmeId} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OutcomeSentence(props: { outcome: OutcomeEvidence; programmeId: number }) {
  const t = useMessages(coverageMessages);
  const f = useFigures();
  const { outcome } = props;
  return (
    <>
      <p className={styles.source}>
        <strong>{outcome.outcomeCode}</strong>{' '}
        {outcome.course ? (
          <Link
            to="/programmes/$id"
            params={{ id: String(props.programmeId) }}
            search={{ open: String(outcome.course.id) }}
          >
            {outcome.course.code} <LocalTextView text={outcome.course.title} />
          </Link>
        ) : (
          t('evidence.ofProgramme')
        )}
        {' · '}
        {t('evidence.exposure', { range: f.range(outcome.exposure.low, outcome.exposure.high) })}
      </p>
      <p>
        <Highlighted
          text={outcome.statement}
          spans={outcome.spans}
          tone="supply"
          lang={outcome.language}
        />
      </p>
    </>
  );
}

function Courses({ row, programmeId }: { row: CoverageRow; programmeId: number }) {
  const t = useMessages(coverageMessages);
  return (
    <>
      <h3>{t(row.state === 'title-only' ? 'evidence.titles' : 'evidence.missing')}</h3>
      <ul className={styles.list}>
        {row.courses.map((course) => (
          <li key={course.courseId}>
            <CourseLine course={course} programmeId={programmeId} />
          </li>
        ))}
      </ul>
    </>
  );
}

const syllabusWords = {
  missing: 'evidence.noSyllabus',
  'without-outcomes': 'evidence.withoutOutcomes',
  present: 'evidence.withOutcomes',
} as const;

function CourseLine({ course, programmeId }: { course: CourseEvidence; programmeId: number }) {
  const t = useMessages(coverageMessages);
  return (
    <p>
      <Link
        to="/programmes/$id"
        params={{ id: String(programmeId) }}
        search={{ open: String(course.courseId) }}
      >
        {course.code} <LocalTextView text={course.title} />
      </Link>{' '}
      <span className="muted">({t(syllabusWords[course.syllabus])})</span>
    </p>
  );
}

function Excerpts({ code }: { code: string }) {
  const t = useMessages(coverageMessages);
  const f = useFigures();
  const query = useQuery(
    reading(AdvertisementPage, '/api/advertisements', {
      competency: code,
      status: 'counted',
      size: 3,
    }),
  );
  return (
    <PageState query={query} skeleton={<Skeleton lines={3} />}>
      {(page) =>
        page.total === 0 ? (
          <p className="muted">{t('evidence.noAdvertisements')}</p>
        ) : (
          <>
            <ul className={styles.list}>
              {page.items.map((item) => (
                <li key={item.id}>
                  <p className={styles.source}>
                    <Link to="/advertisements/$id" params={{ id: String(item.id) }}>
                      {item.title}
                    </Link>
                    {' · '}
                    {item.employerName} · {f.date(item.postedOn)}
                  </p>
                  {item.excerpt && (
                    <p>
                      <Highlighted text={item.excerpt.text} spans={[item.excerpt]} tone="demand" />
                    </p>
                  )}
                </li>
              ))}
            </ul>
            <p>
              <Link to="/advertisements" search={{ competency: code, status: 'counted' }}>
                {t('evidence.allAdvertisements', { count: page.total })}
              </Link>
            </p>
          </>
        )
      }
    </PageState>
  );
}
