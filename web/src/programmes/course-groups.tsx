import type { CourseView, ProgrammeDetail } from '@nhip/server/programmes/contract.ts';
import { useEffect } from 'react';
import { useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { uiMessages } from '../ui/messages.ts';
import { NativeSelect } from '../ui/native-select.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { plain } from '../ui/plain.ts';
import { useUrlState } from '../url-state.ts';
import styles from './course-groups.module.css';
import { CourseTable } from './course-table.tsx';
import { groupRule, groupTitle, writtenRule } from './group-rule.ts';
import { groupTree, hasCourses, type GroupNode } from './group-tree.ts';
import { programmeMessages } from './messages.ts';
import { syllabusStates } from './syllabus-state.tsx';

/** The groups of a programme with their rules in words, and the courses under them. */
export function CourseGroups({ programme }: { programme: ProgrammeDetail }) {
  const t = useMessages(programmeMessages);
  const ui = useMessages(uiMessages);
  const [url, setUrl] = useUrlState();
  const filtered = Boolean(url.q || url.syllabus);
  const courses = programme.courses.filter((course) => matches(course, url.q, url.syllabus));
  const tree = groupTree(programme.groups, courses);
  useArriveAt(url.open);
  return (
    <section aria-labelledby="structure">
      <h2 id="structure">{t('structure')}</h2>
      <FilterBar
        label={t('filter.label')}
        end={
          <p className="muted figures" role="status">
            {t('filter.shown', { shown: courses.length, count: programme.courses.length })}
          </p>
        }
      >
        <SearchField label={t('filter.find')} value={url.q ?? ''} onChange={(q) => setUrl({ q })} />
        <NativeSelect
          label={t('filter.syllabus')}
          value={url.syllabus ?? ''}
          onChange={(syllabus) => setUrl({ syllabus })}
          options={[
            { value: '', label: ui('filter.all') },
            ...syllabusStates.map((state) => ({ value: state, label: t(`syllabus.${state}`) })),
          ]}
        />
      </FilterBar>
      {tree
        .filter((node) => !filtered || hasCourses(node))
        .map((node) => (
          <Group key={node.group.id} node={node} programme={programme} filtered={filtered} />
        ))}
    </section>
  );
}

function Group(props: { node: GroupNode; programme: ProgrammeDetail; filtered: boolean }) {
  const { node, programme, filtered } = props;
  const Heading = node.depth === 0 ? 'h3' : 'h4';
  return (
    <section className={styles.group} data-depth={Math.min(node.depth, 2)}>
      <div className={styles.head}>
        <Heading lang="vi">{groupTitle(node.group)}</Heading>
        <Rule node={node} />
      </div>
      {node.courses.length > 0 && <CourseTable node={node} programme={programme} />}
      {node.children
        .filter((child) => !filtered || hasCourses(child))
        .map((child) => (
          <Group key={child.group.id} node={child} programme={programme} filtered={filtered} />
        ))}
    </section>
  );
}

function Rule({ node }: { node: GroupNode }) {
  const t = useMessages(programmeMessages);
  const f = useFigures();
  const { key, values } = groupRule(node.group);
  const { exposure } = node.group;
  const written = writtenRule(node.group);
  const unknown = exposure.low === 0 && exposure.high === 1;
  return (
    <p className={styles.rule}>
      <strong>{t(key, values)}</strong>
      {exposure.high < 1 || unknown ? (
        <span>
          {unknown
            ? t('rule.exposureUnknown')
            : t('rule.exposure', { range: f.range(exposure.low, exposure.high) })}
        </span>
      ) : null}
      {written && <span lang="vi">{t('rule.written', { text: written })}</span>}
    </p>
  );
}

function matches(course: CourseView, q?: string, syllabus?: string): boolean {
  if (syllabus && course.syllabus !== syllabus) return false;
  if (!q) return true;
  const { title, code } = course;
  return plain(`${code ?? ''} ${title.vi ?? ''} ${title.en ?? ''}`).includes(plain(q));
}

function useArriveAt(courseId: string | undefined) {
  useEffect(() => {
    if (courseId) document.getElementById(`row-${courseId}`)?.scrollIntoView({ block: 'center' });
    // Only on arrival: a course that the reader opens stays where it is.
  }, []);
}
