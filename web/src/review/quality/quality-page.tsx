import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../../language.ts';
import { PageHeading } from '../../ui/heading.tsx';
import { useUrlState } from '../../url-state.ts';
import { CalibrationSection } from './calibration-section.tsx';
import { qualityMessages } from './messages.ts';
import { OpinionsSection } from './opinions-section.tsx';
import { PrecisionSection } from './precision-section.tsx';
import styles from './quality-page.module.css';
import { SampleSection } from './sample-section.tsx';

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
      <Section />
    </>
  );
}
