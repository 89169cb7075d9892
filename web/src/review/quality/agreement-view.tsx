import type { Agreement } from '@nhip/server/review/opinions/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../language.ts';
import { useFigures } from '../../ui/figures.tsx';
import { PageState } from '../../ui/page-state.tsx';
import { qualityMessages } from './messages.ts';
import { agreement } from './quality-api.ts';
import styles from './quality-page.module.css';

/** How often two people said the same, and how much of it is more than chance. */
export function AgreementView() {
  const t = useMessages(qualityMessages);
  const query = useQuery({ ...agreement, staleTime: 0 });
  return (
    <section className={styles.section}>
      <h2>{t('agreement.title')}</h2>
      <PageState query={query}>
        {(found) => (
          <div className={styles.card}>
            <Figures found={found} />
            <Table table={found.table} />
          </div>
        )}
      </PageState>
    </section>
  );
}

function Figures({ found }: { found: Agreement }) {
  const t = useMessages(qualityMessages);
  const f = useFigures();
  const { n, least, agreement: same, kappa } = found;
  if (!same) return <p className={styles.refused}>{t('agreement.few', { n, least })}</p>;
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('agreement.percent')}</dt>
        <dd className="figures">
          <strong>{f.share(same.value)}</strong>{' '}
          {t('agreement.interval', { range: f.range(same.low, same.high) })}
        </dd>
        <dt>{t('agreement.kappa')}</dt>
        <dd className="figures">
          {kappa ? (
            <>
              <strong>{f.number(kappa.value, 2)}</strong>{' '}
              {t('agreement.interval', {
                range: `${f.number(kappa.low, 2)} … ${f.number(kappa.high, 2)}`,
              })}
            </>
          ) : (
            t('agreement.noKappa')
          )}
        </dd>
        <dt>{t('agreement.n')}</dt>
        <dd className="figures">{f.number(n)}</dd>
      </dl>
      <p className="muted small">{t('agreement.kappaMeaning')}</p>
    </>
  );
}

function Table({ table }: Pick<Agreement, 'table'>) {
  const t = useMessages(qualityMessages);
  const f = useFigures();
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('agreement.table')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('agreement.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('agreement.first')}</th>
            <th scope="col">{t('agreement.secondAccepts')}</th>
            <th scope="col">{t('agreement.secondRejects')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('agreement.accepts')}</th>
            <td>{f.number(table.bothAccept)}</td>
            <td>{f.number(table.onlyFirstAccepts)}</td>
          </tr>
          <tr>
            <th scope="row">{t('agreement.rejects')}</th>
            <td>{f.number(table.onlySecondAccepts)}</td>
            <td>{f.number(table.bothReject)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
