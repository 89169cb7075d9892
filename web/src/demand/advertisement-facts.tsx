import type { AdvertisementDetail } from '@nhip/server/demand/contract.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLocalText, useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import styles from './advertisement-facts.module.css';
import { Flags } from './flags.tsx';
import { demandMessages } from './messages.ts';

/** What the source says, as written, and what was read from it. */
export function AdvertisementFacts({ advertisement: ad }: { advertisement: AdvertisementDetail }) {
  const t = useMessages(demandMessages);
  const f = useFigures();
  const local = useLocalText();
  return (
    <dl className={`${styles.facts} figures`}>
      <Fact name={t('ad.employer')}>{ad.employerName}</Fact>
      <Fact name={t('ad.posted')}>{f.date(ad.postedOn)}</Fact>
      <Fact name={t('ad.place')}>
        {ad.placeWritten || t('ad.noPlace')}
        <span className="muted small">
          {' '}
          ({t('ad.placeRegion', { region: local(ad.region.name) })})
        </span>
      </Fact>
      <Fact name={t('ad.salary')}>
        {ad.salaryWritten || t('ad.notStated')}
        <SalaryRead salary={ad.salary} />
      </Fact>
      {ad.workMode && <Fact name={t('ad.workMode')}>{t(`ad.modes.${ad.workMode}`)}</Fact>}
      {ad.seniority && (
        <Fact name={t('ad.seniority')}>
          <Level written={ad.seniority} />
        </Fact>
      )}
      {ad.positionName && <Fact name={t('ad.position')}>{ad.positionName}</Fact>}
      {ad.domains.length > 0 && <Fact name={t('ad.domains')}>{ad.domains.join(' · ')}</Fact>}
      {ad.flags.length > 0 && (
        <Fact name={t('ad.flags')}>
          <Flags codes={ad.flags} />
        </Fact>
      )}
      {ad.postings.length > 0 && (
        <Fact name={t('ad.postings')}>
          {ad.postings.map((posting, place) => (
            <span key={posting.id}>
              {place > 0 && ' · '}
              <Link to="/advertisements/$id" params={{ id: String(posting.id) }}>
                {f.date(posting.postedOn)}
              </Link>
            </span>
          ))}
        </Fact>
      )}
      <Fact name={t('ad.source')}>
        {ad.source},{' '}
        <Link to="/imports/$id" params={{ id: ad.importRunId }}>
          {t('ad.row', { row: String(ad.rowNumber) })}
        </Link>
      </Fact>
    </dl>
  );
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

const levels = ['intern', 'fresher', 'junior', 'mid', 'senior', 'lead', 'manager'] as const;

/** The level in words where it is one of those that sources commonly write. */
function Level({ written }: { written: string }) {
  const t = useMessages(demandMessages);
  const known = levels.find((level) => level === written);
  return <>{known ? t(`ad.levels.${known}`) : written}</>;
}

function SalaryRead({ salary }: { salary: AdvertisementDetail['salary'] }) {
  const t = useMessages(demandMessages);
  const f = useFigures();
  if (!salary || (salary.low === null && salary.high === null)) return null;
  const { low, high } = salary;
  const span =
    low !== null && high !== null
      ? low === high
        ? f.number(low)
        : `${f.number(low)}–${f.number(high)}`
      : low !== null
        ? t('ad.from', { value: low })
        : t('ad.upTo', { value: high ?? 0 });
  const read = `${span} ${salary.currency ?? `(${t('ad.unknownCurrency')})`}`;
  return <span className="muted small"> ({t('ad.salaryRead', { salary: read })})</span>;
}
