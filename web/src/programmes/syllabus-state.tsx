import type { CourseView, SyllabusBase } from '@nhip/server/programmes/contract.ts';
import { IconFileCheck, IconFileMinus, IconFileUnknown } from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { programmeMessages } from './messages.ts';
import styles from './syllabus-state.module.css';

export const syllabusStates = ['present', 'without-outcomes', 'missing'] as const;

const looks = {
  present: { icon: IconFileCheck, tone: 'supply' },
  'without-outcomes': { icon: IconFileMinus, tone: 'unknown' },
  missing: { icon: IconFileUnknown, tone: 'unknown' },
} as const;

export function SyllabusBadge({ state }: { state: CourseView['syllabus'] }) {
  const t = useMessages(programmeMessages);
  return (
    <StateBadge icon={looks[state].icon} tone={looks[state].tone}>
      {t(`syllabus.${state}`)}
    </StateBadge>
  );
}

export function creditShare(syllabi: SyllabusBase): number {
  return syllabi.credits > 0 ? syllabi.creditsWithOutcomes / syllabi.credits : 0;
}

/** How much of the credits has learning outcomes: solid what has, hatched what cannot be told. */
export function SyllabusBar({ syllabi }: { syllabi: SyllabusBase }) {
  const share = creditShare(syllabi);
  return (
    <svg className={styles.bar} width="100%" height="12" aria-hidden>
      <rect className={styles.unknown} x="0.5" y="0.5" width="99.6%" height="11" rx="3" />
      <rect className={styles.known} width={`${100 * share}%`} height="12" rx="3" />
    </svg>
  );
}
