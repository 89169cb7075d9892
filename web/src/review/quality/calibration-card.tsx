import type { CalibrationState, CellState } from '@nhip/server/review/calibration/contract.ts';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useFigures } from '../../ui/figures.tsx';
import { useCellName } from './calibration-section.tsx';
import { useMaySettle } from './may-settle.ts';
import { qualityMessages } from './messages.ts';
import styles from './quality-page.module.css';
import { ReliabilityPlot } from './reliability-plot.tsx';

/** One language and kind of text: what stands, what people's votes would make of it, or what is missing. */
export function CalibrationCard(props: {
  cell: CellState;
  state: CalibrationState;
  onApply: () => void;
}) {
  const t = useMessages(qualityMessages);
  const f = useFigures();
  const name = useCellName()(props.cell);
  const maySettle = useMaySettle();
  const { cell, state } = props;
  const { votes, right, proposal } = cell;
  const standing = state.made.find(
    (one) => one.stands && one.language === cell.language && one.documentType === cell.documentType,
  );
  return (
    <section className={styles.card}>
      <h2>{name}</h2>
      <p>
        {standing
          ? t('calibration.standing', { date: f.date(standing.madeAt) })
          : t('calibration.shipped')}
      </p>
      <dl className={styles.facts}>
        <dt>{t('calibration.links')}</dt>
        <dd className="figures">{f.number(cell.links)}</dd>
        <dt>{t('calibration.votes')}</dt>
        <dd className="figures">{t('calibration.votesValue', { votes, right })}</dd>
        {proposal && (
          <>
            <dt>{t('calibration.error')}</dt>
            <dd className="figures">
              {t('calibration.errorValue', {
                before: f.number(proposal.errorBefore, 3),
                after: f.number(proposal.errorAfter, 3),
              })}
            </dd>
            <dt>{t('calibration.moves')}</dt>
            <dd>
              {t('calibration.toAccepted', { count: proposal.moves.toAccepted })};{' '}
              {t('calibration.toReview', { count: proposal.moves.toReview })}
            </dd>
          </>
        )}
      </dl>
      {proposal ? (
        <>
          <p className="muted small">{t('calibration.errorMeaning')}</p>
          {!proposal.mayAccept && <p>{t('calibration.mayNotAccept')}</p>}
          {proposal.errorAfter >= proposal.errorBefore && (
            <p className={styles.warn}>{t('calibration.worse')}</p>
          )}
          <ReliabilityPlot name={name} reliability={proposal.reliability} />
          {maySettle && (
            <div className={styles.actions}>
              <ActionButton
                primary
                onClick={props.onApply}
                aria-label={`${t('calibration.apply')}: ${name}`}
              >
                {t('calibration.apply')}
              </ActionButton>
            </div>
          )}
        </>
      ) : (
        <p className={styles.refused}>
          {t('calibration.few', {
            ...{ votes, right, wrong: votes - right },
            ...{ least: state.leastVotes, each: state.leastOfEach },
          })}
        </p>
      )}
    </section>
  );
}
