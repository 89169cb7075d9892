import { Measure } from '@nhip/server/measures/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { reading } from '../api.ts';
import { gapMessages } from '../gap/messages.ts';
import { useMessages } from '../language.ts';
import { Estimate } from '../ui/estimate.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { PageState } from '../ui/page-state.tsx';
import { RefusalTile, Tile } from '../ui/refusal-tile.tsx';
import { Formula } from './formula.tsx';
import { MeasureRecords } from './measure-records.tsx';
import styles from './measure-page.module.css';
import { measureMessages } from './messages.ts';
import { Provenance } from './provenance.tsx';
import { knownDefinition } from './words.ts';

/** What stands behind a figure: its meaning, formula, inputs and records, or why there is none. */
export default function MeasurePage() {
  const { id } = useParams({ from: '/measures/$id' });
  const query = useQuery(reading(Measure, `/api/measures/${encodeURIComponent(id)}`));
  return (
    <PageState page query={query}>
      {(measure) => <MeasureView measure={measure} />}
    </PageState>
  );
}

function MeasureView({ measure }: { measure: Measure }) {
  const t = useMessages(measureMessages);
  const definition = knownDefinition(measure.definition);
  const name = definition ? t(`${definition}.name`) : measure.definition;
  return (
    <>
      <PageHeading
        title={name}
        windowTitle={t('window', { name })}
        above={t('definition', { name: measure.definition, version: measure.definitionVersion })}
      />
      {measure.stale && <p className={styles.stale}>{t('stale')}</p>}
      <div className={styles.columns}>
        <div className={styles.main}>
          <Result measure={measure} />
          {definition && (
            <>
              <section>
                <h2>{t('inWords')}</h2>
                <p>{t(`${definition}.words`)}</p>
              </section>
              <section>
                <h2>{t('formula')}</h2>
                <Formula definition={definition} />
                <p className="muted">{t(`${definition}.terms`)}</p>
              </section>
              <section>
                <h2>{t('reading')}</h2>
                <p>{t(`${definition}.reading`)}</p>
              </section>
            </>
          )}
        </div>
        <div className={styles.side}>
          <MeasureRecords measure={measure} />
          <Provenance measure={measure} />
        </div>
      </div>
    </>
  );
}

function Result({ measure }: { measure: Measure }) {
  const t = useMessages(measureMessages);
  const gap = useMessages(gapMessages);
  if (measure.refusal) {
    const { code, detail } = measure.refusal;
    return (
      <RefusalTile
        title={t('result')}
        missing={gap(`refusal.${code}.missing`, detail)}
        answer={gap(`refusal.${code}.answer`, detail)}
      />
    );
  }
  if (!measure.estimate) return null;
  return (
    <Tile title={t('result')}>
      <Estimate
        estimate={measure.estimate}
        n={measure.n}
        unit={gap('unit')}
        tone="supply"
        size="large"
      />
    </Tile>
  );
}
