import type { CourseView, ProgrammeDetail } from '@nhip/server/programmes/contract.ts';
import { IconLinkOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { pickText, useLanguage, useLocalText, useMessages } from '../language.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import { useUrlState } from '../url-state.ts';
import { CourseDetail } from './course-detail.tsx';
import styles from './course-table.module.css';
import { groupTitle } from './group-rule.ts';
import type { GroupNode } from './group-tree.ts';
import { programmeMessages } from './messages.ts';
import { SyllabusBadge } from './syllabus-state.tsx';

/** The courses of one group in the order of the document; each opens to its outcomes. */
export function CourseTable({ node, programme }: { node: GroupNode; programme: ProgrammeDetail }) {
  const t = useMessages(programmeMessages);
  const localText = useLocalText();
  const [url, setUrl] = useUrlState();
  const columns = useColumns(programme);
  return (
    <DataTable
      caption={t('course.table', { group: groupTitle(node.group) })}
      columns={columns}
      rows={node.courses}
      rowKey={(course) => String(course.id)}
      rowName={(course) => `${course.code ?? ''} ${localText(course.title)}`}
      open={url.open}
      onOpen={(open) => setUrl({ open })}
      detail={(course) => <CourseDetail course={course} />}
    />
  );
}

function useColumns(programme: ProgrammeDetail): Column<CourseView>[] {
  const t = useMessages(programmeMessages);
  const f = useFigures();
  return [
    {
      id: 'title',
      header: t('course.title'),
      width: '40%',
      cell: (course) => <CourseTitle course={course} />,
    },
    {
      id: 'credits',
      header: t('course.credits'),
      align: 'end',
      width: '8%',
      cell: (course) => (course.credits === null ? '—' : f.number(course.credits)),
    },
    {
      id: 'exposure',
      header: t('course.exposure'),
      align: 'end',
      width: '12%',
      cell: (course) => f.range(course.exposure.low, course.exposure.high),
    },
    {
      id: 'syllabus',
      header: t('course.syllabus'),
      width: '20%',
      cell: (course) => <SyllabusBadge state={course.syllabus} />,
    },
    {
      id: 'prerequisites',
      header: t('course.prerequisites'),
      width: '20%',
      cell: (course) => <Prerequisites course={course} programme={programme} />,
    },
  ];
}

function CourseTitle({ course }: { course: CourseView }) {
  const t = useMessages(programmeMessages);
  const language = useLanguage();
  const shown = pickText(course.title, language);
  const other = course.title[language === 'vi' ? 'en' : 'vi'];
  return (
    <span className={styles.title}>
      <span>
        <span className={styles.code}>{course.code ?? t('course.noCode')}</span>{' '}
        <LocalTextView text={course.title} />
      </span>
      {other && !shown.borrowed && other !== shown.text && (
        <span className="muted small" lang={language === 'vi' ? 'en' : 'vi'}>
          {other}
        </span>
      )}
      {!course.counted && <span className="muted small">{t('course.notCounted')}</span>}
    </span>
  );
}

function Prerequisites({ course, programme }: { course: CourseView; programme: ProgrammeDetail }) {
  const t = useMessages(programmeMessages);
  const localText = useLocalText();
  if (course.prerequisites.length === 0) return <span className="muted">—</span>;
  return (
    <ul className={styles.prerequisites}>
      {course.prerequisites.map(({ code, courseId }) => {
        const known = programme.courses.find((one) => one.id === courseId);
        const dangling = t('course.dangling', { code });
        return (
          <li key={code}>
            {known ? (
              <Link
                to="/programmes/$id"
                params={{ id: String(programme.id) }}
                search={(before) => ({ ...before, open: String(known.id) })}
                hash={`row-${known.id}`}
                title={localText(known.title)}
              >
                {code}
              </Link>
            ) : (
              <span className={styles.dangling} title={dangling}>
                {code} <IconLinkOff size={15} aria-hidden />
                <span className="visually-hidden">{dangling}</span>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
