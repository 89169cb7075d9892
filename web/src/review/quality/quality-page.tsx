import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMessages } from '../../language.ts';
import { PageHeading } from '../../ui/heading.tsx';
import { Skeleton } from '../../ui/page-state.tsx';
import { useUrlState } from '../../url-state.ts';
import { qualityMessages } from './messages.ts';
import { PrecisionSection } from './precision-section.tsx';
import styles from './quality-page.module.css';

const SampleSection = lazy(() =>
  import('./sample-section.tsx').then((file) => ({ default: file.SampleSection })),
);
const OpinionsSection = lazy(() =>
  import('./opinions-section.tsx').then((file) => ({ default: file.OpinionsSection })),
);
const CalibrationSection = lazy(() =>
  import('./calibration-section.tsx').then((file) => ({ default: file.CalibrationSection })),
);

const sections = {
  precision: PrecisionSection,
  sample: SampleSection,
  opinions: OpinionsSection,
  calibration: CalibrationSection,
};
type Part = keyof typeof sections;
const parts = Object.keys(sections) as Part[];

/** How good links are: a random draw, second opinions, and the probabilities against what people said. */
export default function QualityPage() {
  const t = useMessages(qualityMessages);
  const [url] = useUrlState();
  const open = parts.find((part) => part === url.show) ?? 'precision';
  const Section = sections[open];
  return (
    <>
      <PageHeading
        title={t('title')}
        above={
          <Link to="/review" className={styles.back}>
            <IconArrowLeft size={16} aria-hidden />
            {t('back')}
          </Link>
        }
        lead={<p className={styles.lead}>{t('lead')}</p>}
      />
      <nav className={styles.tabs} aria-label={t('tabs.label')}>
        {parts.map((part) => (
          <Link
            key={part}
            to="/review/quality"
            search={{ show: part === 'precision' ? undefined : part }}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={part === open ? 'page' : undefined}
          >
            {t(`tabs.${part}`)}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<Skeleton lines={9} />}>
        <Section />
      </Suspense>
    </>
  );
}
