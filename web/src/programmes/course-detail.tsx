import type { CourseView } from '@nhip/server/programmes/contract.ts';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { LocalTextView } from '../ui/local-text.tsx';
import styles from './course-detail.module.css';
import { programmeMessages } from './messages.ts';
import { OutcomeList } from './outcome-list.tsx';

/** What is known about a course: its outcomes with the words that say a competency, and what its title suggests. */
export function CourseDetail({ course }: { course: CourseView }) {
  const t = useMessages(programmeMessages);
  const says = course.outcomes.some((outcome) => outcome.links.length > 0);
  const titled = [
    ...new Map(course.titleLinks.map((link) => [link.competency.id, link.competency])).values(),
  ];
  return (
    <div className={styles.detail}>
      {course.syllabus === 'missing' && <p>{t('detail.missing')}</p>}
      {course.syllabus === 'without-outcomes' && <p>{t('detail.withoutOutcomes')}</p>}
      {course.outcomes.length > 0 && (
        <>
          <p className={styles.label}>{t('detail.outcomes')}</p>
          <OutcomeList outcomes={course.outcomes} />
          {!says && <p className="muted">{t('detail.nothing')}</p>}
        </>
      )}
      {titled.length > 0 && (
        <p>
          <span className="muted">{t('detail.title')}: </span>
          {titled.map((competency, place) => (
            <span key={competency.id}>
              {place > 0 && ', '}
              <Link to="/competencies/$code" params={{ code: competency.code }}>
                <LocalTextView text={competency.label} fallback={competency.code} />
              </Link>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
