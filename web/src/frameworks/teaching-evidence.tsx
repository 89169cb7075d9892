import type { CoverageRow } from '@nhip/server/gap/contract.ts';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import { Highlighted } from '../ui/highlighted.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import { frameworkMessages } from './messages.ts';
import styles from './teaching-evidence.module.css';

const mostCourses = 6;

/** The outcomes with the words that say it; else the courses that suggest it or that cannot be judged. */
export function TeachingEvidence({ row, programmeId }: { row: CoverageRow; programmeId: number }) {
  const t = useMessages(frameworkMessages);
  const rest = row.courses.length - mostCourses;
  return (
    <>
      {row.outcomes.length > 0 && <Outcomes row={row} programmeId={programmeId} />}
      {row.courses.length > 0 && (
        <>
          <p className={styles.intro}>
            {t(row.state === 'title-only' ? 'page.titles' : 'page.missing')}
          </p>
          <ul className={styles.courses}>
            {row.courses.slice(0, mostCourses).map((course) => (
              <li key={course.courseId}>
                <CourseLink course={{ ...course, id: course.courseId }} programmeId={programmeId} />
              </li>
            ))}
            {rest > 0 && <li className="muted">{t('page.more', { count: rest })}</li>}
          </ul>
        </>
      )}
    </>
  );
}

function Outcomes({ row, programmeId }: { row: CoverageRow; programmeId: number }) {
  const t = useMessages(frameworkMessages);
  const f = useFigures();
  return (
    <ul className={styles.outcomes}>
      {row.outcomes.map((outcome) => (
        <li key={outcome.outcomeId}>
          <p className="small muted">
            <strong>{outcome.outcomeCode}</strong>{' '}
            {outcome.course ? (
              <CourseLink course={outcome.course} programmeId={programmeId} />
            ) : (
              t('page.wholeProgramme')
            )}
            {' · '}
            {t('page.exposure', { range: f.range(outcome.exposure.low, outcome.exposure.high) })}
          </p>
          <p>
            <Highlighted
              text={outcome.statement}
              spans={outcome.spans}
              tone="supply"
              lang={outcome.language}
            />
          </p>
        </li>
      ))}
    </ul>
  );
}

function CourseLink(props: {
  course: { id: number; code: string | null; title: CoverageRow['courses'][number]['title'] };
  programmeId: number;
}) {
  const { course } = props;
  return (
    <Link
      to="/programmes/$id"
      params={{ id: String(props.programmeId) }}
      search={{ open: String(course.id) }}
    >
      {course.code} <LocalTextView text={course.title} />
    </Link>
  );
}
