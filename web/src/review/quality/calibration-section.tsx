import type {
  CalibrationCell,
  CalibrationState,
  MadeCalibration,
} from '@nhip/server/review/calibration/contract.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useFigures } from '../../ui/figures.tsx';
import { LocalTextView } from '../../ui/local-text.tsx';
import { Failure, PageState } from '../../ui/page-state.tsx';
import { forgetFigures } from '../review-api.ts';
import { CalibrationCard } from './calibration-card.tsx';
import { useMaySettle } from './may-settle.ts';
import { qualityMessages } from './messages.ts';
import { calibration, recalibrate, withdrawCalibration } from './quality-api.ts';
import styles from './quality-page.module.css';

export function useCellName(): (cell: CalibrationCell) => string {
  const t = useMessages(qualityMessages);
  return ({ language, documentType }) =>
    t('calibration.cell', {
      document: t(`document.${documentType}`),
      language: t(`language.${language}`),
    });
}

/** What people's decisions would make of the probabilities, and the way to and back from it. */
export function CalibrationSection() {
  const t = useMessages(qualityMessages);
  const client = useQueryClient();
  const query = useQuery({ ...calibration, staleTime: 0 });
  const onSettled = () => {
    forgetFigures(client);
    return client.invalidateQueries({ queryKey: calibration.queryKey });
  };
  const apply = useMutation({ mutationFn: recalibrate, onSettled });
  const withdraw = useMutation({ mutationFn: withdrawCalibration, onSettled });
  const busy = apply.isPending || withdraw.isPending;
  const failed = apply.error ?? withdraw.error;
  return (
    <>
      <p className={styles.meaning}>{t('calibration.meaning')}</p>
      <p role="status">
        {busy && t('calibration.applying')}
        {!busy && apply.data && t('calibration.applied', { count: apply.data.links })}
        {!busy && withdraw.data && t('calibration.withdrawn', { count: withdraw.data.links })}
      </p>
      {failed && <Failure error={failed} />}
      <PageState query={query}>
        {(state) => (
          <>
            <Cells
              state={state}
              onApply={(cell) => {
                withdraw.reset();
                if (!busy) apply.mutate(cell);
              }}
            />
            <Made
              made={state.made}
              onWithdraw={(id) => {
                apply.reset();
                if (!busy) withdraw.mutate(id);
              }}
            />
          </>
        )}
      </PageState>
    </>
  );
}

function Cells(props: { state: CalibrationState; onApply: (cell: CalibrationCell) => void }) {
  const t = useMessages(qualityMessages);
  const nameOf = useCellName();
  const { state } = props;
  const used = state.cells.filter(({ links, votes }) => links + votes > 0);
  const others = state.cells.filter((cell) => !used.includes(cell));
  return (
    <>
      <div className={styles.panels}>
        {used.map((cell) => (
          <CalibrationCard
            key={`${cell.language} ${cell.documentType}`}
            {...{ cell, state }}
            onApply={() => props.onApply(cell)}
          />
        ))}
      </div>
      {others.length > 0 && (
        <p className={styles.meaning}>
          {t('calibration.others', { cells: others.map(nameOf).join('; ') })}
        </p>
      )}
    </>
  );
}

function Made(props: { made: MadeCalibration[]; onWithdraw: (id: number) => void }) {
  const t = useMessages(qualityMessages);
  const f = useFigures();
  const nameOf = useCellName();
  const maySettle = useMaySettle();
  const stateOf = ({ stands, withdrawnAt }: MadeCalibration) => {
    if (stands) return t('calibration.stands');
    if (withdrawnAt) return t('calibration.wasWithdrawn', { date: f.date(withdrawnAt) });
    return t('calibration.replaced');
  };
  return (
    <section className={styles.section}>
      <h2>{t('calibration.history')}</h2>
      <DataTable
        caption={t('calibration.history')}
        rows={props.made}
        rowKey={({ id }) => String(id)}
        empty={t('calibration.noHistory')}
        columns={[
          { id: 'made', header: t('calibration.made'), cell: ({ madeAt }) => f.date(madeAt) },
          { id: 'kind', header: t('calibration.kind'), cell: nameOf },
          {
            id: 'by',
            header: t('calibration.by'),
            cell: ({ madeBy }) => <LocalTextView text={madeBy} />,
          },
          {
            id: 'votes',
            header: t('calibration.votes'),
            align: 'end',
            cell: ({ votes }) => f.number(votes),
          },
          {
            id: 'error',
            header: t('calibration.error'),
            align: 'end',
            cell: ({ errorBefore, errorAfter }) =>
              t('calibration.errorValue', {
                before: f.number(errorBefore, 3),
                after: f.number(errorAfter, 3),
              }),
          },
          {
            id: 'state',
            header: t('calibration.state'),
            cell: (one) => (
              <>
                {stateOf(one)}{' '}
                {one.stands && maySettle && (
                  <ActionButton
                    compact
                    aria-label={t('calibration.withdrawOf', {
                      ...{ date: f.date(one.madeAt), cell: nameOf(one) },
                    })}
                    onClick={() => props.onWithdraw(one.id)}
                  >
                    {t('calibration.withdraw')}
                  </ActionButton>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
