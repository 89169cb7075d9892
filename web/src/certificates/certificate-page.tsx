import type { CertificateDetail } from '@nhip/server/certificates/contract.ts';
import type { CompetencyRef } from '@nhip/server/frameworks/contract.ts';
import { IconCircleCheck, IconHelpCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import { PageState } from '../ui/page-state.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import styles from './certificate.module.css';
import { certificate } from './certificates-api.ts';
import { certificateMessages } from './messages.ts';
import { Retirement, Validity } from './validity.tsx';

/** One certificate: its facts with their source, its exam, and what its holder can do. */
export default function CertificatePage() {
  const { issuer, code } = useParams({ from: '/certificates/$issuer/$code' });
  const query = useQuery(certificate(issuer, code));
  return (
    <PageState page query={query}>
      {(found) => <Certificate key={found.uuid} found={found} />}
    </PageState>
  );
}

function Certificate({ found }: { found: CertificateDetail }) {
  const t = useMessages(certificateMessages);
  return (
    <>
      <PageHeading
        title={found.name}
        lang="en"
        above={
          <>
            <Link to="/certificates">{t('title')}</Link>
            {' › '}
            <Link to="/certificates" search={{ issuer: found.issuer.code }}>
              {found.issuer.name}
            </Link>
          </>
        }
        lead={<Retirement retiresOn={found.retiresOn} />}
      />
      {found.withdrawn && <p className={styles.withdrawn}>{t('withdrawn')}</p>}
      <Facts found={found} />
      <Domains found={found} />
      <Competencies found={found} />
    </>
  );
}

function Facts({ found }: { found: CertificateDetail }) {
  const t = useMessages(certificateMessages);
  const f = useFigures();
  const isAddress = /^https?:\/\//.test(found.source);
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('facts.code')}</dt>
        <dd>
          <code>{found.code}</code>
        </dd>
      </div>
      <div>
        <dt>{t('facts.issuer')}</dt>
        <dd>
          <a href={found.issuer.url} rel="noreferrer" lang="en">
            {found.issuer.name}
          </a>
        </dd>
      </div>
      <div>
        <dt>{t('facts.level')}</dt>
        <dd>{found.level ? <span lang="en">{found.level}</span> : '—'}</dd>
      </div>
      <div>
        <dt>{t('facts.validity')}</dt>
        <dd>
          <Validity {...found} />
        </dd>
      </div>
      <div>
        <dt>{t('facts.source')}</dt>
        <dd>
          {isAddress ? (
            <a href={found.source} rel="noreferrer">
              {found.source.replace(/^https?:\/\/(www\.)?/, '')}
            </a>
          ) : (
            found.source
          )}
        </dd>
      </div>
      <div>
        <dt>{t('facts.asOf')}</dt>
        <dd>{f.date(found.asOf)}</dd>
      </div>
    </dl>
  );
}

function Domains({ found }: { found: CertificateDetail }) {
  const t = useMessages(certificateMessages);
  const f = useFigures();
  const { domains } = found;
  const weighed = domains.some(({ weight }) => weight !== null);
  const linked = domains.some(({ competencies }) => competencies.length > 0);
  return (
    <section className={styles.section}>
      <h2>{t('domains.title')}</h2>
      {domains.length === 0 ? (
        <p className="muted">{t('domains.none')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('domains.domain')}</th>
              {weighed && <th scope="col">{t('domains.weight')}</th>}
              {linked && <th scope="col">{t('domains.competencies')}</th>}
            </tr>
          </thead>
          <tbody>
            {domains.map(({ name, weight, competencies }, place) => (
              <tr key={place}>
                <th scope="row" lang="en">
                  {name}
                </th>
                {weighed && (
                  <td className="figures">
                    {weight && (
                      <span className={styles.weight}>
                        <span aria-hidden style={{ inlineSize: `${weight.highest * 1.6}px` }} />
                        {f.range(weight.lowest / 100, weight.highest / 100)}
                      </span>
                    )}
                  </td>
                )}
                {linked && (
                  <td>
                    <ul className={styles.links}>
                      {competencies.map((competency) => (
                        <li key={competency.id}>
                          <CompetencyLink competency={competency} />
                        </li>
                      ))}
                    </ul>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Competencies({ found }: { found: CertificateDetail }) {
  const t = useMessages(certificateMessages);
  const { competencies } = found;
  const scale = competencies.find(({ level }) => level)?.level?.scale;
  return (
    <section className={styles.section}>
      <h2>{t('competencies.title')}</h2>
      {competencies.length === 0 ? (
        <p className="muted">{t('competencies.none')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('competencies.competency')}</th>
              {scale && <th scope="col">{t('competencies.level', { scale })}</th>}
              <th scope="col">{t('competencies.status')}</th>
            </tr>
          </thead>
          <tbody>
            {competencies.map(({ competency, level, status }) => (
              <tr key={competency.id}>
                <th scope="row">
                  <CompetencyLink competency={competency} />
                </th>
                {scale && (
                  <td className="figures">
                    {level ? (
                      levelRange(level)
                    ) : (
                      <span className="muted">{t('competencies.unknown')}</span>
                    )}
                  </td>
                )}
                <td>
                  <StateBadge
                    icon={status === 'accepted' ? IconCircleCheck : IconHelpCircle}
                    tone={status === 'accepted' ? 'supply' : 'unknown'}
                  >
                    {t(`competencies.${status}`)}
                  </StateBadge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function levelRange({ lowest, highest }: { lowest: number; highest: number }): string {
  return lowest === highest ? String(lowest) : `${lowest}–${highest}`;
}

function CompetencyLink({ competency }: { competency: CompetencyRef }) {
  return (
    <Link to="/competencies/$code" params={{ code: competency.code }}>
      <LocalTextView text={competency.label} fallback={competency.code} />
    </Link>
  );
}
