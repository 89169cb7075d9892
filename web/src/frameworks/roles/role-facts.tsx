import type { Evidence, RoleDetail } from '@nhip/server/frameworks/reading/contract.ts';
import { useMessages } from '../../language.ts';
import { useFigures } from '../../ui/figures.tsx';
import { WordsView } from '../words.tsx';
import { roleMessages } from './messages.ts';
import styles from './roles.module.css';

/** How classifications name the role, and which qualification people in it usually have. */
export function RoleFacts({ found }: { found: RoleDetail }) {
  const t = useMessages(roleMessages);
  const { codes, qualification } = found;
  if (codes.isco.length + codes.onet.length === 0 && !qualification) return null;
  return (
    <section>
      <h2>{t('facts')}</h2>
      <dl className={styles.facts}>
        {codes.isco.length > 0 && (
          <div>
            <dt>{t('isco')}</dt>
            <dd className="figures">{codes.isco.join(' · ')}</dd>
          </div>
        )}
        {codes.onet.length > 0 && (
          <div>
            <dt>{t('onet')}</dt>
            <dd className="figures">
              {codes.onet.map((code, place) => (
                <span key={code}>
                  {place > 0 && ' · '}
                  <a href={`https://www.onetonline.org/link/summary/${code}`} rel="noreferrer">
                    {code}
                  </a>
                </span>
              ))}
            </dd>
          </div>
        )}
        {qualification && (
          <div>
            <dt>{t('qualification')}</dt>
            <dd>
              {t('eqf', { range: rangeOf(qualification) })}
              {Object.keys(qualification.note).length > 0 && (
                <div>
                  <WordsView words={qualification.note} />
                </div>
              )}
              <div className="muted small">{t('typical')}</div>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function rangeOf({ lowest, highest }: { lowest: number; highest: number }): string {
  return lowest === highest ? String(lowest) : `${lowest}–${highest}`;
}

/** What a requirement rests on, in one line: each source with its figure and its day. */
export function EvidenceLine({ evidence }: { evidence: readonly Evidence[] }) {
  const t = useMessages(roleMessages);
  const f = useFigures();
  if (evidence.length === 0) return null;
  const words = evidence.map(({ source, from, share, n, asOf }) => {
    const named = { from: from ?? '', date: f.date(asOf) };
    if (source === 'onet') return t('evidence.onet', named);
    if (source === 'expert') return t('evidence.expert', named);
    return t('evidence.advertisements', { ...named, share: f.share(share ?? 0), n: n ?? 0 });
  });
  return <div className={styles.evidence}>{words.join(' · ')}</div>;
}
