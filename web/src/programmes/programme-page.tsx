import { ProgrammeDetail } from '@nhip/server/programmes/contract.ts';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { reading } from '../api.ts';
import { pickText, useLanguage, useLocalText, useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { NativeSelect } from '../ui/native-select.tsx';
import { PageState } from '../ui/page-state.tsx';
import { useUrlState } from '../url-state.ts';
import { CourseGroups } from './course-groups.tsx';
import { programmeMessages } from './messages.ts';
import { OutcomeList } from './outcome-list.tsx';
import styles from './programme-page.module.css';
import { creditShare, SyllabusBar } from './syllabus-state.tsx';

/** One programme as its documents state it: groups with their rules, courses, outcomes, versions. */
export default function ProgrammePage() {
  const { id } = useParams({ from: '/programmes/$id' });
  const [url] = useUrlState();
  const query = useQuery(
    reading(ProgrammeDetail, `/api/programmes/${encodeURIComponent(id)}`, {
      version: url.version,
    }),
  );
  return (
    <PageState page query={query}>
      {(programme) => <Programme programme={programme} />}
    </PageState>
  );
}

function Programme({ programme }: { programme: ProgrammeDetail }) {
  const t = useMessages(programmeMessages);
  const language = useLanguage();
  const localText = useLocalText();
  const name = pickText(programme.name, language);
  const id = String(programme.id);
  const current = programme.versions.find((version) => version.status === 'current');
  const old = current !== undefined && current.versionNumber !== programme.versionNumber;
  return (
    <>
      <PageHeading
        above={
          <>
            <Link to="/programmes">{t('title')}</Link> › {localText(programme.institution.name)}
          </>
        }
        title={name.text || programme.code}
        lang={name.borrowed ? name.language : undefined}
        actions={
          <>
            <Versions programme={programme} />
            <Link
              className="action"
              data-primary
              to="/coverage/$programmeId"
              params={{ programmeId: id }}
            >
              {t('coverage')}
            </Link>
            <Link className="action" to="/brief/$programmeId" params={{ programmeId: id }}>
              <IconPrinter size={18} aria-hidden />
              {t('brief')}
            </Link>
          </>
        }
        lead={<Facts programme={programme} />}
      />
      {old && <p className={styles.old}>{t('oldVersion')}</p>}
      <SyllabusSummary programme={programme} />
      <CourseGroups programme={programme} />
      {programme.outcomes.length > 0 && (
        <section className={styles.outcomes} aria-labelledby="outcomes">
          <h2 id="outcomes">{t('outcomes')}</h2>
          <OutcomeList outcomes={programme.outcomes} />
        </section>
      )}
    </>
  );
}

function Facts({ programme }: { programme: ProgrammeDetail }) {
  const t = useMessages(programmeMessages);
  const language = useLanguage();
  const other = programme.name[language === 'vi' ? 'en' : 'vi'];
  const shown = pickText(programme.name, language);
  return (
    <ul className={styles.facts} aria-label={t('facts.label')}>
      {other && !shown.borrowed && <li lang={language === 'vi' ? 'en' : 'vi'}>{other}</li>}
      <li>{t('facts.code', { code: programme.code })}</li>
      {programme.degree && <li>{t('facts.degree', { degree: programme.degree })}</li>}
      {programme.duration && <li>{t('facts.duration', { duration: programme.duration })}</li>}
      {programme.totalCredits !== null && (
        <li>{t('facts.credits', { count: programme.totalCredits })}</li>
      )}
      {programme.documentName && <li>{t('facts.document', { name: programme.documentName })}</li>}
    </ul>
  );
}

function Versions({ programme }: { programme: ProgrammeDetail }) {
  const t = useMessages(programmeMessages);
  const f = useFigures();
  const [, setUrl] = useUrlState();
  if (programme.versions.length < 2) return null;
  return (
    <NativeSelect
      inline
      label={t('version')}
      value={String(programme.versionNumber)}
      onChange={(version) => setUrl({ version, open: undefined })}
      options={programme.versions.map((version) => {
        const name = version.datedOn
          ? t('versionOf', { number: version.versionNumber, date: f.date(version.datedOn) })
          : t('versionNumber', { number: version.versionNumber });
        return {
          value: String(version.versionNumber),
          label: version.status === 'current' ? t('versionCurrent', { name }) : name,
        };
      })}
    />
  );
}

function SyllabusSummary({ programme }: { programme: ProgrammeDetail }) {
  const t = useMessages(programmeMessages);
  const f = useFigures();
  const { syllabi } = programme;
  return (
    <section className={styles.syllabi}>
      <h2>{t('syllabusSummary.title', { with: syllabi.withOutcomes, count: syllabi.courses })}</h2>
      <SyllabusBar syllabi={syllabi} />
      <p className="muted small">
        {t('syllabusSummary.meaning', { share: f.share(creditShare(syllabi)) })}
      </p>
    </section>
  );
}
