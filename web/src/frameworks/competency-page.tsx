import type { CompetencyDetail } from '@nhip/server/frameworks/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { pickText, useLanguage, useLocalText, useMessages } from '../language.ts';
import { PageHeading } from '../ui/heading.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import { PageState } from '../ui/page-state.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { AliasList } from './alias-list.tsx';
import { CompetencyDemand } from './competency-demand.tsx';
import styles from './competency-page.module.css';
import { competency } from './frameworks-api.ts';
import { kindIcons } from './kind-icon.tsx';
import { frameworkMessages } from './messages.ts';
import { Siblings } from './siblings.tsx';
import { SpokenInAdvertisements } from './spoken-in-advertisements.tsx';
import { Teaching } from './teaching.tsx';

/** One competency: what it means, how texts name it, who asks for it, who teaches it. */
export default function CompetencyPage() {
  const { code } = useParams({ from: '/competencies/$code' });
  const query = useQuery(competency(code));
  return (
    <PageState page query={query}>
      {(found) => <Competency key={found.code} found={found} />}
    </PageState>
  );
}

function Competency({ found }: { found: CompetencyDetail }) {
  const t = useMessages(frameworkMessages);
  const language = useLanguage();
  const name = pickText(found.label, language);
  const area = found.kind === 'area';
  return (
    <>
      <PageHeading
        title={name.text || found.code}
        lang={name.borrowed ? name.language : undefined}
        above={<Breadcrumb found={found} />}
        lead={<Identity found={found} />}
        actions={
          !area && (
            <Link className="action" to="/review" search={{ competency: found.code }}>
              {t('page.review')}
            </Link>
          )
        }
      />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Definition found={found} />
          {!area && <AliasList aliases={found.aliases} />}
        </div>
        {!area && (
          <div className={styles.column}>
            <CompetencyDemand code={found.code} />
          </div>
        )}
      </div>
      {!area && (
        <div className={styles.columns}>
          <SpokenInAdvertisements code={found.code} />
          <Teaching code={found.code} />
        </div>
      )}
      <Siblings found={found} />
    </>
  );
}

function Breadcrumb({ found }: { found: CompetencyDetail }) {
  const t = useMessages(frameworkMessages);
  return (
    <>
      <Link to="/frameworks">{t('title')}</Link>
      {found.area && (
        <>
          {' › '}
          <Link to="/competencies/$code" params={{ code: found.area.code }}>
            <LocalTextView text={found.area.label} />
          </Link>
        </>
      )}
    </>
  );
}

/** The name in the other language, the code and the kind. */
function Identity({ found }: { found: CompetencyDetail }) {
  const t = useMessages(frameworkMessages);
  const language = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  const otherName = found.label[other];
  return (
    <span className={styles.identity}>
      {otherName && otherName !== found.label[language] && <span lang={other}>{otherName}</span>}
      <code>{found.code}</code>
      <StateBadge icon={kindIcons[found.kind]} tone="accent">
        {t(`kind.${found.kind}`)}
      </StateBadge>
    </span>
  );
}

function Definition({ found }: { found: CompetencyDetail }) {
  const t = useMessages(frameworkMessages);
  const local = useLocalText();
  const language = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  const own = pickText(found.definition, language);
  const translation = own.borrowed ? null : found.definition[other];
  return (
    <section className={styles.definition}>
      <h2>{t('page.definition')}</h2>
      {own.text ? <p lang={own.language}>{own.text}</p> : <p>{t('page.noDefinition')}</p>}
      {translation && (
        <p className="muted" lang={other}>
          {translation}
        </p>
      )}
      <p className="muted small">
        {t('page.from', {
          framework: local(found.framework.title),
          version: found.framework.version,
        })}
      </p>
    </section>
  );
}
