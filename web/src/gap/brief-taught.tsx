import type { CoverageReport, CoverageRow } from '@nhip/server/gap/contract.ts';
import { useLocalText, useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import { Highlighted } from '../ui/highlighted.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import { briefMessages } from './brief-messages.ts';
import styles from './brief-table.module.css';
import { excerptAround } from './excerpt-around.ts';

/** As many rows as the page holds when every name and sentence takes all the lines it may. */
const most = 8;

/** The largest demand that the programme does teach, each with the words of an outcome. */
export function BriefTaught({ report }: { report: CoverageReport }) {
  const t = useMessages(briefMessages);
  const rows = report.rows.filter((row) => row.state === 'taught').slice(0, most);
  return (
    <section>
      <h2>{t('taught')}</h2>
      {rows.length === 0 ? (
        <p>{t('taughtNone')}</p>
      ) : (
        <table className={`${styles.table} ${styles.taught}`}>
          <thead>
            <tr>
              <th>{t('column.competency')}</th>
              <th>{t('column.share')}</th>
              <th>{t('column.exposure')}</th>
              <th>{t('column.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TaughtRow key={row.competency.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function TaughtRow({ row }: { row: CoverageRow }) {
  const f = useFigures();
  const localText = useLocalText();
  const outcome = row.outcomes.find((one) => one.course !== null) ?? row.outcomes[0];
  const span = outcome?.spans[0];
  const sentence =
    outcome && span ? excerptAround({ text: outcome.statement, ...span }, 130) : undefined;
  return (
    <tr>
      <th scope="row">
        <span className={styles.clamp}>
          <LocalTextView text={row.competency.label} fallback={row.competency.code} />
        </span>
      </th>
      <td>
        <strong>{f.share(row.share.value)}</strong> [{f.range(row.share.low, row.share.high)}]
        <br />n = {f.number(row.vacancies)}
      </td>
      <td>{f.range(row.exposure.low, row.exposure.high)}</td>
      <td>
        {outcome && (
          <p className={styles.line}>
            <strong>{outcome.outcomeCode}</strong>{' '}
            {outcome.course && `${outcome.course.code ?? ''} ${localText(outcome.course.title)}`}
          </p>
        )}
        {outcome && sentence && (
          <p className={styles.sentence}>
            <Highlighted
              text={sentence.text}
              spans={[sentence]}
              tone="supply"
              lang={outcome.language}
            />
          </p>
        )}
      </td>
    </tr>
  );
}
