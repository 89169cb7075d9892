import type { FrameworkLevels } from '@nhip/server/frameworks/levels/contract.ts';
import { lazy, Suspense, useState } from 'react';
import { Notice, type NoticeContent } from '../../ui/notice.tsx';
import { EquatingSection } from './equating-section.tsx';
import styles from './levels.module.css';
import { ScaleSection } from './scale-section.tsx';

const WaitingScales = lazy(() => import('./waiting-equatings.tsx'));

/** The scales of a version and their equatings: on a page of their own, and as a part of a draft. */
export function LevelsView({ found }: { found: FrameworkLevels }) {
  const [notice, setNotice] = useState<NoticeContent>();
  const tell = (words: string) => setNotice({ id: Date.now(), words });
  return (
    <div className={styles.page}>
      <ScaleSection found={found} onTold={tell} />
      <EquatingSection found={found} onTold={tell} />
      <Suspense fallback={null}>
        <WaitingScales code={found.framework.code} />
      </Suspense>
      <Notice content={notice} onClose={() => setNotice(undefined)} place="head" />
    </div>
  );
}
